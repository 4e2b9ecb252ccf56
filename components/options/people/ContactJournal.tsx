import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef } from 'react';
import { fieldLabel, writeStateWords } from '../../../lib/identity/completion-words';
import { contactTitle } from '../../../lib/identity/decision-words';
import { completionCommands } from '../../../lib/messaging/completion-commands';
import { send } from '../../../lib/messaging/send';
import { undoContactWrite } from '../../../lib/messaging/undo-write';
import type { ContactWriteRow } from '../../../lib/model/completion';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { readWriteJournal } from '../../../lib/storage/completion-queries';
import { database } from '../../../lib/storage/database';
import { formatExactTime } from '../../../lib/text/format-time';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { AttemptButton } from '../../ui/AttemptButton';
import { PlatformIcon } from '../../ui/PlatformIcon';

interface ContactJournalProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** Every value that was written into a contact from here, and the way to take it back. */
export function ContactJournal({ platforms, connections }: ContactJournalProps) {
  const id = useId();
  const now = useNow(60_000);
  const list = useRef<HTMLUListElement>(null);
  const rows = useLiveRead(
    { tables: [database.contactWrites, database.contacts], read: readNamedWrites },
    [],
  );
  useEffect(() => {
    // Checks the writes that had no answer; if the worker does not reply, the journal is shown anyway.
    send(completionCommands, 'completion.look', {}).catch(() => undefined);
  }, []);
  const connectionOf = (connectionId: string) =>
    connections.find((each) => each.id === connectionId);
  return (
    <section aria-labelledby={`${id}-title`} className="mt-5">
      <h3
        id={`${id}-title`}
        className="mb-1 font-semibold text-13"
      >{t`Values written into contacts`}</h3>
      <p className="mb-2 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`In a person’s details, you can write a value that one helpdesk has into another that lacks it. This happens only after you confirm that exact value. It is sent to that one helpdesk only, together with the contact’s other values there that would otherwise be lost. The journal stays in this browser. It is deleted with the person, with the connection, and when the time for keeping histories is over.`}</p>
      {rows !== undefined && rows.length === 0 && (
        <p className="text-12 text-ink-soft">{t`Nothing written yet.`}</p>
      )}
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={t`Journal`}
        className="max-h-[420px] overflow-y-auto text-12 focus:outline-none"
      >
        {rows?.map(({ row, target, source }) => {
          const connection = connectionOf(row.connectionId);
          const from = connectionOf(row.source.connectionId)?.label ?? t`a removed connection`;
          const place = connection?.label ?? t`a removed connection`;
          const { before = '', value } = row;
          const field = fieldLabel(row.field);
          return (
            <li key={row.id} className="flex items-start gap-3 border-line border-b py-1.5">
              <PlatformIcon
                platform={platforms.find(({ name }) => name === connection?.platform)}
                size={14}
              />
              <div className="min-w-0 flex-1 wrap-anywhere">
                <span className="text-ink-faint">{fieldLabel(row.field)} </span>
                <bdi className="font-medium">{row.value}</bdi>
                <span className="block">
                  <Trans>
                    Into {place}: <bdi>{target}</bdi>
                  </Trans>
                </span>
                <span className="block">
                  <Trans>
                    From {from}: <bdi>{source}</bdi>
                  </Trans>
                </span>
                {before.trim() !== '' && (
                  <span className="block">
                    <Trans>
                      In place of <bdi>“{before}”</bdi>
                    </Trans>
                  </span>
                )}
                <span
                  className="block text-ink-faint first-letter:uppercase"
                  title={formatExactTime(row.at)}
                >
                  {writeStateWords(row, now)}
                </span>
                {row.message !== undefined && (
                  <span className="block text-ink-soft">{row.message}</span>
                )}
              </div>
              {row.state === 'written' && (
                <AttemptButton
                  label={t`Undo: ${field} ${value}`}
                  attempt={() => undoContactWrite(row.id).finally(() => list.current?.focus())}
                >{t`Undo`}</AttemptButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The journal with what the records are called, as far as they are still stored. */
async function readNamedWrites() {
  const rows = await readWriteJournal(database);
  const nameOf = async (connectionId: string, contactId: string): Promise<string> => {
    const contact = await database.contacts.get([connectionId, contactId]);
    return contact === undefined ? t`no longer stored` : contactTitle(contact);
  };
  return Promise.all(
    rows.map(async (row: ContactWriteRow) => ({
      row,
      target: await nameOf(row.connectionId, row.contactId),
      source: await nameOf(row.source.connectionId, row.source.contactId),
    })),
  );
}
