import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { NoteScopeChoice } from '../../../lib/storage/settings';
import { usePolicy } from '../../hooks/use-policy';
import { useSettings } from '../../hooks/use-settings';
import { inputStyle } from '../../ui/FieldFrame';
import { PresetNotice } from '../PresetNotice';

const scopes = (): readonly (readonly [NoteScopeChoice, string])[] => [
  ['everywhere', t`every helpdesk the person is known in`],
  ['here', t`only the helpdesk on screen`],
  ['browser', t`only this browser`],
];

/** Where new notes go by default, and the name that signs them. */
export function NotesSection() {
  const id = useId();
  const settings = useSettings();
  const [typedName, setTypedName] = useState<string>();
  const [failure, setFailure] = useState('');
  const isPreset = usePolicy()?.policy.noteScope !== undefined;
  const noteScope = settings?.noteScope;
  const agentName = typedName ?? settings?.agentName ?? '';
  const keep = (scope: NoteScopeChoice) => {
    setFailure('');
    const name = agentName.trim();
    send(optionsCommands, 'options.notes', {
      noteScope: scope,
      ...(name === '' ? {} : { agentName: name }),
    }).then(
      // From here on the field follows what is stored: another page may change it.
      () => setTypedName((now) => (now === typedName ? undefined : now)),
      (error: unknown) => setFailure(noAnswerWords(error)),
    );
  };
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`Notes`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`A note is pinned to the person and kept as an internal note in the helpdesks, so that colleagues see it there too. It is never sent to the customer.`}</p>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <div className="flex flex-col gap-1">
          <label
            htmlFor={`${id}-scope`}
            className="font-medium text-12 text-ink"
          >{t`New notes go to`}</label>
          <select
            id={`${id}-scope`}
            className={inputStyle}
            disabled={noteScope === undefined || isPreset}
            aria-describedby={isPreset ? `${id}-preset` : undefined}
            value={noteScope ?? ''}
            onChange={(event) => {
              const chosen = scopes().find(([scope]) => scope === event.target.value)?.[0];
              if (chosen !== undefined) keep(chosen);
            }}
          >
            {scopes().map(([scope, words]) => (
              <option key={scope} value={scope}>
                {words}
              </option>
            ))}
          </select>
          {isPreset && <PresetNotice id={`${id}-preset`} />}
        </div>
        <div className="flex flex-col gap-1">
          <label
            htmlFor={`${id}-name`}
            className="font-medium text-12 text-ink"
          >{t`Your name`}</label>
          <input
            id={`${id}-name`}
            className={inputStyle}
            disabled={noteScope === undefined}
            maxLength={80}
            value={agentName}
            autoComplete="name"
            aria-describedby={`${id}-name-words`}
            onChange={(event) => setTypedName(event.target.value)}
            onBlur={() => {
              if (typedName !== undefined && noteScope !== undefined) keep(noteScope);
            }}
          />
          <p
            id={`${id}-name-words`}
            className="text-12 text-ink-faint"
          >{t`Signs notes and replies where the helpdesk does not say who you are.`}</p>
        </div>
      </div>
      <p role="status" className="mt-1 text-12 text-bad empty:hidden">
        {failure}
      </p>
    </section>
  );
}
