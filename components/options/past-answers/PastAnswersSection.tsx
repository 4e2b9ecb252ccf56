import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import { usePolicy } from '../../hooks/use-policy';
import { useSettings } from '../../hooks/use-settings';
import { PresetNotice } from '../PresetNotice';

/** Turns on that answers to other customers are shown beside a conversation. */
export function PastAnswersSection() {
  const id = useId();
  const settings = useSettings();
  const [failure, setFailure] = useState('');
  const isForbidden = usePolicy()?.policy.features?.pastAnswers === false;
  const choose = (isOn: boolean) => {
    setFailure('');
    send(optionsCommands, 'options.past-answers', { isOn }).catch((error: unknown) =>
      setFailure(noAnswerWords(error)),
    );
  };
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`How we answered before`}</h2>
      <p
        id={`${id}-words`}
        className="mb-2 max-w-[92ch] text-pretty text-12 text-ink-faint"
      >{t`Above the canned responses, the panel shows up to three similar questions of any customer whose history is stored in this browser, and how they were answered. This shows one customer’s words beside another customer’s chat. They are found in this browser alone: nothing is sent anywhere. Before an answer is inserted, Deskside blanks what it recognises of the other customer (names, addresses, numbers, dates, ids, private links) and asks for it. Read the reply before you send it. Notes, private messages, bots and canned responses are never used.`}</p>
      <label className="flex items-center gap-1.5 text-12 text-ink">
        <input
          type="checkbox"
          checked={settings?.pastAnswers === true && !isForbidden}
          disabled={settings === undefined || isForbidden}
          aria-describedby={isForbidden ? `${id}-preset` : `${id}-words`}
          onChange={(event) => choose(event.target.checked)}
        />
        {t`Show how similar questions were answered before`}
      </label>
      {isForbidden && <PresetNotice id={`${id}-preset`} />}
      <p role="status" className="mt-1 text-12 text-bad empty:hidden">
        {failure}
      </p>
    </section>
  );
}
