import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useId } from 'react';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { PeopleSearchRow } from '../../../lib/model/people-search';
import { database } from '../../../lib/storage/database';
import { readPeopleSearch } from '../../../lib/storage/people-queries';
import { useChosenOption } from '../../hooks/use-chosen-option';
import { useLiveRead } from '../../hooks/use-live-read';
import { useScrolledIntoView } from '../../hooks/use-scrolled-into-view';
import { SearchField } from '../../ui/SearchField';
import { usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import { ContactLine } from './ContactLine';
import { PeopleSearchCoverage } from './PeopleSearchCoverage';

interface FindPeopleProps {
  query: string;
  onQuery(query: string): void;
  onPick(contact: Contact): void;
}

/** The search field with what was found; arrows choose, Enter picks. */
export function FindPeople({ query, onQuery, onPick }: FindPeopleProps) {
  const { windowId, snapshot } = usePanel();
  const listId = useId();
  const rows = usePeopleSearch(windowId, query);
  const joined = new Set(snapshot.contacts.map(contactRef));
  const found = rows
    .flatMap((row) => row.contacts)
    .filter((contact) => !joined.has(contactRef(contact)));
  const [index, choose] = useChosenOption(found.map(contactRef));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const contact = found[index];
    if (event.key === 'Enter' && contact !== undefined) onPick(contact);
    else if (event.key === 'ArrowDown') choose(Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') choose(Math.max(index - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <SearchField
        role="combobox"
        label={t`Search all helpdesks`}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
        placeholder={t`Name, e-mail, phone, id or a pasted link`}
        maxLength={400}
        value={query}
        onValue={(value) => {
          onQuery(value);
          choose(undefined);
        }}
        onKeyDown={onKeyDown}
        className="h-8 shrink-0 grow-0 basis-8"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t`Found records`}
        className="min-h-0 overflow-y-auto empty:hidden"
      >
        {found.map((contact, position) => (
          <FoundContact
            key={contactRef(contact)}
            id={`${listId}-${position}`}
            contact={contact}
            isChosen={position === index}
            onPick={onPick}
          />
        ))}
      </div>
      {isSearchable(query) && <PeopleSearchCoverage query={query} rows={rows} joined={joined} />}
    </div>
  );
}

interface FoundContactProps {
  id: string;
  contact: Contact;
  isChosen: boolean;
  onPick(contact: Contact): void;
}

/** One of those found, to pick from. The focus stays in the search field. */
function FoundContact({ id, contact, isChosen, onPick }: FoundContactProps) {
  const row = useScrolledIntoView<HTMLDivElement>(isChosen);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={isChosen}
      onClick={() => onPick(contact)}
      className={`cursor-pointer rounded-md px-1.5 py-1 ${isChosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
    >
      <ContactLine contact={contact} why={[]} hasLink={false} />
    </div>
  );
}

/** Typing has to pause for this long (ms) before the helpdesks are asked. */
const typingPause = 350;

const shortestQuery = 2;
/** A sign of these scripts is a word, or a whole family name. */
const wordSigns = /[\p{Script=Han}\p{Script=Hangul}]/u;
const none: PeopleSearchRow[] = [];

/** Whether a query is long enough to search for. */
function isSearchable(query: string): boolean {
  return query.trim().length >= shortestQuery || wordSigns.test(query);
}

/**
 * Searches for people while this is shown, and lets the worker discard what it found afterwards. Returns only
 * what matches the current query.
 */
function usePeopleSearch(windowId: number, query: string): PeopleSearchRow[] {
  const wanted = query.trim();
  useEffect(() => {
    if (!isSearchable(wanted)) return;
    const timer = setTimeout(
      () => sendFromPanel(peopleCommands, 'people.search', { windowId, query: wanted }),
      typingPause,
    );
    return () => clearTimeout(timer);
  }, [windowId, wanted]);
  useEffect(
    () => () => sendFromPanel(peopleCommands, 'people.search-end', { windowId }),
    [windowId],
  );
  const rows =
    useLiveRead(
      {
        tables: [database.peopleSearches],
        read: () => readPeopleSearch(database, windowId),
      },
      [windowId],
    ) ?? none;
  return rows.filter((row) => row.query === wanted);
}
