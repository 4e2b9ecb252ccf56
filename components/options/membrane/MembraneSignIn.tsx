import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { type MembraneAnswer, membraneCommands } from '../../../lib/messaging/membrane-commands';
import { noAnswer } from '../../../lib/messaging/no-answer';
import { send } from '../../../lib/messaging/send';
import { matchPatternOf } from '../../../lib/model/match-patterns';
import { MEMBRANE_BASE } from '../../../lib/model/membrane-account';
import { safeOriginOf } from '../../../lib/model/safe-origin';
import { saveDraftSecrets } from '../../../lib/storage/draft-secrets';
import { joinSentences } from '../../../lib/text/join-sentences';
import { usePolicy } from '../../hooks/use-policy';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { presetWords } from '../PresetNotice';
import { requestPermission } from '../permissions';

/** The two ways to a token, and its field. It goes to the worker through the drop box, never in a message. */
export function MembraneSignIn({ onDone }: { onDone(): void }) {
  const id = useId();
  const presetBase = usePolicy()?.policy.membraneBase;
  const [token, setToken] = useState('');
  const [base, setBase] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  const signIn = (ask: (origin: string) => Promise<MembraneAnswer>) => {
    const origin = presetBase ?? safeOriginOf(base.trim() || MEMBRANE_BASE);
    if (origin === undefined) {
      setFailure(t`Enter an address of Membrane that begins with https:// and has no path.`);
      return;
    }
    setIsBusy(true);
    setFailure(undefined);
    // The browser asks for permission only while the click is being handled.
    const permission = requestPermission([matchPatternOf(origin)]);
    void oncePermitted(origin, permission, ask).then((answer) => {
      setIsBusy(false);
      if (answer.kind === 'failed') setFailure(answer.message);
      else onDone();
    });
  };
  const signInWithToken = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    signIn(async (origin) => {
      const draftId = `draft-${crypto.randomUUID()}`;
      await saveDraftSecrets(draftId, { token });
      return send(membraneCommands, 'membrane.sign-in', { draftId, base: origin });
    });
  };

  return (
    <form
      noValidate
      aria-label={t`Sign in to Membrane`}
      className="flex max-w-[40rem] flex-col gap-3"
      onSubmit={signInWithToken}
    >
      {import.meta.env.MEMBRANE_OAUTH && (
        <div className="flex flex-col items-start gap-2 text-12 text-ink-soft">
          <Button
            variant="primary"
            disabled={isBusy}
            onClick={() =>
              signIn((origin) =>
                send(membraneCommands, 'membrane.sign-in-on-page', { base: origin }),
              )
            }
          >{t`Sign in on Membrane’s page`}</Button>
          <p>{t`Or paste a token:`}</p>
        </div>
      )}
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-12 text-ink-soft">
        <li>
          <Trans>
            In a terminal, run <code>membrane login --tenant</code>, then{' '}
            <code>membrane token --expiresIn 720h</code>, and copy the line it prints.
          </Trans>
        </li>
        <li>{t`Or open Membrane’s console (console.getmembrane.com) › Settings › Access › Client Tokens, and create a long-lived token.`}</li>
      </ol>
      <FieldFrame
        id={`${id}-token`}
        label={t`Membrane token`}
        isRequired
        help={t`Deskside reads it here first, and sends it to Membrane only if it is the token of one tenant. It stays in this browser.`}
      >
        {(ties) => (
          <input
            {...ties}
            type="password"
            value={token}
            autoComplete="off"
            spellCheck={false}
            className={inputStyle}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </FieldFrame>
      {presetBase !== undefined && (
        <p className="text-12 text-ink-soft wrap-anywhere">
          {joinSentences(t`Membrane is at ${presetBase}.`, presetWords())}
        </p>
      )}
      <details hidden={presetBase !== undefined} className="text-12 text-ink-soft">
        <summary>{t`Use another Membrane address`}</summary>
        <div className="pt-2">
          <FieldFrame
            id={`${id}-base`}
            label={t`Address of Membrane’s API`}
            isRequired={false}
            help={t`Only if your company runs its own.`}
          >
            {(ties) => (
              <input
                {...ties}
                type="url"
                value={base}
                placeholder={MEMBRANE_BASE}
                className={inputStyle}
                onChange={(event) => setBase(event.target.value)}
              />
            )}
          </FieldFrame>
        </div>
      </details>
      <p role="status" aria-live="polite" className="text-13 text-bad empty:hidden wrap-anywhere">
        {failure}
      </p>
      <div>
        <Button variant="primary" type="submit" className="min-h-8 px-3.5" disabled={isBusy}>
          {isBusy ? t`Signing in…` : t`Sign in to Membrane`}
        </Button>
      </div>
    </form>
  );
}

async function oncePermitted(
  base: string,
  permission: Promise<boolean>,
  ask: (base: string) => Promise<MembraneAnswer>,
): Promise<MembraneAnswer> {
  if (!(await permission)) {
    const { host } = new URL(base);
    const message = t`The browser did not allow Deskside to reach ${host}, so nothing was sent. Press the button again and choose “Allow”.`;
    return { kind: 'failed', message };
  }
  return ask(base).catch(noAnswer);
}
