import { t } from '@lingui/core/macro';
import TextSearch from 'lucide-react/icons/text-search';
import { useState } from 'react';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readRecentPeople } from '../../../lib/storage/people-queries';
import { formatAge } from '../../../lib/text/format-time';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { useEverywhereStore } from '../everywhere/everywhere-store';
import { usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import { ContactLine } from './ContactLine';
import { FindPeople } from './FindPeople';

/** Opens a person while no conversation is open: by a search, or from those who were seen recently. */
export function ChoosePerson() {
  const { windowId } = usePanel();
  const [query, setQuery] = useState('');
  return (
    <section aria-label={t`Find a person`} className="flex w-full flex-col gap-3 text-left">
      <FindPeople query={query} onQuery={setQuery} onPick={(contact) => open(windowId, contact)} />
      <Button
        className="self-center"
        onClick={() => useEverywhereStore.getState().open(query)}
        title={t`Search everything stored (Ctrl+Shift+F)`}
      >
        <TextSearch size={12} aria-hidden /> {t`Search everyone’s messages and notes`}
      </Button>
      {query.trim() === '' && <RecentPeople />}
    </section>
  );
}

function open(windowId: number, { connectionId, id }: Contact): void {
  sendFromPanel(peopleCommands, 'people.open', { windowId, contact: { connectionId, id } });
}

/** As many as can be taken in at a glance. */
const MOST_RECENT = 8;

function RecentPeople() {
  const { windowId } = usePanel();
  const now = useNow(60_000);
  const recent = useLiveRead(
    {
      tables: [database.views, database.sources, database.contacts],
      read: () => readRecentPeople(database, MOST_RECENT),
    },
    [],
  );
  if (recent === undefined || recent.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h2 className="px-1.5 text-11 text-ink-faint">{t`Recently seen`}</h2>
      <ul>
        {recent.map(({ contact, viewedAt }) => (
          <li key={contactRef(contact)}>
            <button
              type="button"
              onClick={() => open(windowId, contact)}
              className="w-full rounded-md px-1.5 py-1 text-left hover:bg-hover"
            >
              <ContactLine
                contact={contact}
                why={[]}
                hasLink={false}
                mark={
                  <span className="ml-auto shrink-0 text-11 text-ink-faint">
                    {formatAge(viewedAt, now)}
                  </span>
                }
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
