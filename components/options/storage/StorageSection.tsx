import { plural, t } from '@lingui/core/macro';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import { database } from '../../../lib/storage/database';
import { formatSize } from '../../../lib/text/format-size';
import { joinSentences } from '../../../lib/text/join-sentences';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePolicy } from '../../hooks/use-policy';
import { useSettings } from '../../hooks/use-settings';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { inputStyle } from '../../ui/FieldFrame';
import { PresetNotice } from '../PresetNotice';

/** Days. */
const choices: readonly number[] = [7, 30, 90, 365];

function choiceWords(days: number): string {
  return days === 365 ? t`for a year` : plural(days, { one: 'for # day', other: 'for # days' });
}

/** How long histories stay in this browser, how much is stored, and how to delete it at once. */
export function StorageSection() {
  const id = useId();
  const stored = useStoredSize();
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`Stored histories`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`Deskside keeps the histories it has read in this browser, with a search index, so that they open right away. A history is deleted when you have not looked at the person for the time chosen here, or sooner if storage runs short, starting with those you looked at longest ago.`}</p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <RetentionChoice />
        <p role="status" className="min-w-0 grow pb-1.5 text-12 text-ink-soft">
          {stored !== undefined && sizeSentence(stored)}
        </p>
        <DeleteHistoriesDialog>
          <Button
            className="min-h-8 px-3"
            disabled={stored === undefined || isEmpty(stored)}
          >{t`Delete stored histories now`}</Button>
        </DeleteHistoriesDialog>
      </div>
    </section>
  );
}

function RetentionChoice() {
  const id = useId();
  const settings = useSettings();
  const [failure, setFailure] = useState('');
  const choose = (days: number) => {
    setFailure('');
    send(optionsCommands, 'options.retention', { days }).catch((error: unknown) =>
      setFailure(noAnswerWords(error)),
    );
  };
  const isPreset = usePolicy()?.policy.retentionDays !== undefined;
  const days = settings?.retentionDays;
  const isListed = days === undefined || choices.includes(days);
  return (
    <div className="flex flex-col gap-1">
      <label
        htmlFor={id}
        className="font-medium text-12 text-ink"
      >{t`Keep histories after they were last viewed`}</label>
      <select
        id={id}
        className={inputStyle}
        disabled={days === undefined || isPreset}
        aria-describedby={isPreset ? `${id}-preset` : undefined}
        value={days ?? ''}
        onChange={(event) => choose(Number(event.target.value))}
      >
        {(isListed ? choices : [days, ...choices]).map((value) => (
          <option key={value} value={value}>
            {choiceWords(value)}
          </option>
        ))}
      </select>
      {isPreset && <PresetNotice id={`${id}-preset`} />}
      <p role="status" className="text-12 text-bad empty:hidden">
        {failure}
      </p>
    </div>
  );
}

function isEmpty({ conversations, messages }: StoredSize): boolean {
  return conversations === 0 && messages === 0;
}

function sizeSentence(stored: StoredSize): string {
  const { messages, conversations, bytes } = stored;
  if (isEmpty(stored)) return t`No history is stored.`;
  const size = formatSize(bytes);
  const amounts = t`Stored: ${plural(messages, { one: '# message', other: '# messages' })} in ${plural(
    conversations,
    { one: '# conversation', other: '# conversations' },
  )}.`;
  return joinSentences(
    amounts,
    size === undefined ? undefined : t`Everything Deskside stores takes up ${size}.`,
  );
}

/** Asks before all stored histories are deleted; `children` is the button that opens it. */
function DeleteHistoriesDialog({ children }: { children: ReactNode }) {
  return (
    <ConfirmDialog
      title={t`Delete all stored histories?`}
      text={t`Histories are loaded again from the helpdesks when you next open a person. Anything read from a helpdesk’s page, because its API offers no history, is gone until that conversation is opened there again. The stored details of people are deleted too, and so are the journal of values written into contacts, and notes and responses you started but have not saved or inserted. Connections, notes, decisions about people and the contacts they concern stay, and so does the list of people of a helpdesk without search.`}
      action={{ label: t`Delete`, busy: t`Deleting…` }}
      onConfirm={() => send(optionsCommands, 'options.forget', {})}
    >
      {children}
    </ConfirmDialog>
  );
}

/** How much history is stored in this browser. */
interface StoredSize {
  conversations: number;
  messages: number;
  /** Bytes of everything Deskside stores, where the browser reports them. */
  bytes: number | undefined;
}

/** Kept up to date while histories come and go; `undefined` until it was counted once. */
function useStoredSize(): StoredSize | undefined {
  const amounts = useLiveRead(
    {
      tables: [database.conversations, database.messages],
      read: async () => {
        const [conversations, messages] = await Promise.all([
          database.conversations.count(),
          database.messages.count(),
        ]);
        return { conversations, messages };
      },
    },
    [],
  );
  const [stored, setStored] = useState<StoredSize>();
  useEffect(() => {
    let isOver = false;
    if (amounts === undefined) return undefined;
    void bytesInUse().then((bytes) => {
      if (!isOver) setStored({ ...amounts, bytes });
    });
    return () => {
      isOver = true;
    };
  }, [amounts]);
  return stored;
}

async function bytesInUse(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).usage;
  } catch {
    return undefined;
  }
}
