import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { AnswerOf } from '../../../lib/messaging/define-command';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import { saveDraftSecrets } from '../../../lib/storage/draft-secrets';
import { isFocusFree } from '../../hooks/is-focus-free';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { inputStyle } from '../../ui/FieldFrame';
import { StillReading } from '../StillReading';
import { newDraftId } from './test-or-save';

type KeyState = AnswerOf<(typeof optionsCommands)['options.key-state']>;
type Outcome = AnswerOf<(typeof optionsCommands)['options.passphrase']>;
type Action = 'set' | 'unlock' | 'lock' | 'remove' | 'forget';

/** How often (ms) an open page looks whether the keys have locked. */
const lookEvery = 20_000;

const lengths = (): readonly (readonly [number, string])[] => [
  [0, t`when the browser closes`],
  [60, t`after an hour`],
  [240, t`after four hours`],
  [480, t`after eight hours`],
];

function problemWords(outcome: Exclude<Outcome, 'ok'>): string {
  switch (outcome) {
    case 'wrong':
      return t`This is not the passphrase.`;
    case 'locked':
      return t`The keys are locked. Unlock them first.`;
    case 'too-short':
      return t`The passphrase needs at least eight characters.`;
  }
}

/** An optional passphrase by which the keys are sealed on this computer. */
export function KeysSection() {
  const id = useId();
  const [state, setState] = useState<KeyState>();
  const [passphrase, setPassphrase] = useState('');
  const [chosen, setChosen] = useState<number>();
  const [hasNoAnswer, setHasNoAnswer] = useState(false);
  const [failure, setFailure] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const read = useCallback(async () => {
    setState(await send(optionsCommands, 'options.key-state', {}));
  }, []);
  const now = useNow(lookEvery);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys lock by themselves as time passes
  useEffect(() => {
    read().catch(() => setHasNoAnswer(true));
  }, [read, now]);
  const field = useRef<HTMLInputElement>(null);
  const wasBusy = useRef(false);
  useEffect(() => {
    // The button that was pressed is disabled or gone.
    if (wasBusy.current && !isBusy && isFocusFree()) field.current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy]);
  const minutes = chosen ?? state?.minutes ?? 0;
  const carryOut = async (action: Action) => {
    setFailure('');
    setIsBusy(true);
    const draftId = newDraftId();
    try {
      // The passphrase goes through the drop box, as keys do, and never in a message.
      await saveDraftSecrets(draftId, { passphrase });
      const outcome = await send(optionsCommands, 'options.passphrase', {
        ...{ action, draftId },
        ...(minutes === 0 ? {} : { minutes }),
      });
      setFailure(outcome === 'ok' ? '' : problemWords(outcome));
      if (outcome === 'ok') setPassphrase('');
      await read();
      if (outcome === 'ok') setChosen(undefined);
    } catch (error) {
      setFailure(noAnswerWords(error));
      await saveDraftSecrets(draftId, {}).catch(() => undefined);
    } finally {
      setIsBusy(false);
    }
  };
  if (state === undefined) {
    if (!hasNoAnswer) return <StillReading />;
    return (
      <p role="alert" className="text-12 text-bad">
        {noAnswerWords()}
      </p>
    );
  }
  const { hasPassphrase, isLocked } = state;
  const main: Action = isLocked ? 'unlock' : 'set';
  const mainLabel = hasPassphrase ? t`Change passphrase` : t`Set passphrase`;
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`Keys`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">
        {isLocked
          ? t`The keys of your helpdesks are locked. Nothing can be read or delivered until you unlock them.`
          : t`With a passphrase, the keys of your helpdesks are encrypted on this computer, and you unlock them once each time the browser starts. Without one, they are stored unencrypted where only Deskside reads them.`}
      </p>
      <form
        className="flex flex-wrap items-end gap-x-4 gap-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut(main);
        }}
      >
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-passphrase`} className="font-medium text-12 text-ink">
            {hasPassphrase && !isLocked ? t`New passphrase` : t`Passphrase`}
          </label>
          <input
            ref={field}
            id={`${id}-passphrase`}
            type="password"
            autoComplete={isLocked ? 'current-password' : 'new-password'}
            className={inputStyle}
            maxLength={1_000}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </div>
        {!isLocked && (
          <div className="flex flex-col gap-1">
            <label
              htmlFor={`${id}-minutes`}
              className="font-medium text-12 text-ink"
            >{t`Lock again`}</label>
            <select
              id={`${id}-minutes`}
              className={inputStyle}
              value={minutes}
              onChange={(event) => setChosen(Number(event.target.value))}
            >
              {lengths().map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </div>
        )}
        <Button type="submit" className="min-h-8 px-3" disabled={isBusy || passphrase === ''}>
          {isLocked ? t`Unlock` : mainLabel}
        </Button>
        {hasPassphrase && !isLocked && (
          <>
            <Button
              className="min-h-8 px-3"
              disabled={isBusy}
              onClick={() => carryOut('lock')}
            >{t`Lock now`}</Button>
            <Button
              className="min-h-8 px-3"
              disabled={isBusy}
              onClick={() => carryOut('remove')}
            >{t`Remove passphrase`}</Button>
          </>
        )}
        {isLocked && (
          <ConfirmDialog
            title={t`Forget the keys?`}
            text={t`The keys of all connections are deleted, because they can’t be unlocked without the passphrase. Histories, notes, responses, decisions and the connections themselves stay; you enter the keys again.`}
            action={{ label: t`Forget the keys`, busy: t`Forgetting…` }}
            onConfirm={() => carryOut('forget')}
          >
            <Button className="min-h-8 px-3">{t`I forgot it…`}</Button>
          </ConfirmDialog>
        )}
      </form>
      <p role="status" className="pt-1 text-12 text-bad empty:hidden">
        {failure}
      </p>
    </section>
  );
}
