import { useLiveQuery } from 'dexie-react-hooks';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Search from 'lucide-react/icons/search';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type PeopleSearchWords,
  peopleSearchWords,
} from '../../../lib/coverage/people-search-words';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { PeopleSearchRow } from '../../../lib/model/people-search';
import { database } from '../../../lib/storage/database';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { readPeopleSearch } from '../../../lib/storage/people-queries';
import { useNow } from '../../hooks/use-now';
import { usePlatformIndex } from '../platform-index';
import { usePanelCommand } from '../use-panel-command';
import { ContactLine } from './ContactLine';

interface FindPeopleProps {
  frame: PanelSnapshot;
  windowId: number;
  query: string;
  onQuery(query: string): void;
  onPick(contact: Contact): void;
}

/** The search field with what was found; arrows choose, Enter picks. */
export function FindPeople({ frame, windowId, query, onQuery, onPick }: FindPeopleProps) {
  const listId = useId();
  const rows = usePeopleSearch(windowId, query);
  const [chosen, setChosen] = useState(0);
  const joined = new Set(frame.contacts.map(contactRef));
  const found = rows
    .flatMap((row) => row.contacts)
    .filter((contact) => !joined.has(contactRef(contact)));
  const index = Math.min(chosen, found.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const contact = found[index];
    if (event.key === 'Enter' && contact !== undefined) onPick(contact);
    else if (event.key === 'ArrowDown') setChosen(Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(index - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <div className="flex h-8 items-center gap-1.5 rounded-md border border-line-strong bg-canvas px-2 focus-within:border-accent">
        <Search size={13} aria-hidden className="shrink-0 text-ink-faint" />
        <input
          type="search"
          role="combobox"
          aria-label="Search all helpdesks"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
          placeholder="Name, e-mail, phone, id or a pasted link"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={400}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          className="w-full min-w-0 bg-transparent text-13 outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
      </div>
      <FindResults listId={listId} contacts={found} index={index} onPick={onPick} />
      {isSearchable(query) && <PeopleSearchCoverage query={query} rows={rows} joined={joined} />}
    </div>
  );
}

interface FindResultsProps {
  listId: string;
  contacts: readonly Contact[];
  /** Which one Enter would pick; -1 for none. */
  index: number;
  onPick(contact: Contact): void;
}

/** What a search by hand found, to pick from. The focus stays in the search field. */
function FindResults({ listId, contacts, index, onPick }: FindResultsProps) {
  const chosen = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is the reason
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the effect's clean-up.
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="Found records"
      className="min-h-0 overflow-y-auto empty:hidden"
    >
      {contacts.map((contact, position) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the search field holds the focus
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search field hears the keys
        <div
          key={contactRef(contact)}
          id={`${listId}-${position}`}
          ref={position === index ? chosen : undefined}
          role="option"
          aria-selected={position === index}
          onClick={() => onPick(contact)}
          className={`cursor-pointer rounded-md px-1.5 py-1 ${position === index ? 'bg-accent-soft' : 'hover:bg-hover'}`}
        >
          <ContactLine contact={contact} why={[]} hasLink={false} />
        </div>
      ))}
    </div>
  );
}

const icons: Readonly<
  Record<PeopleSearchWords['tone'], { Icon: typeof CircleCheck; look: string }>
> = {
  busy: { Icon: LoaderCircle, look: 'animate-spin text-accent' },
  done: { Icon: CircleCheck, look: 'text-good' },
  gap: { Icon: CircleDashed, look: 'text-warn' },
};

interface PeopleSearchCoverageProps {
  query: string;
  rows: readonly PeopleSearchRow[];
  /** Records that are this person already, and are not offered. */
  joined: ReadonlySet<string>;
}

/** What was searched, and what could not be and why. */
function PeopleSearchCoverage({ query, rows, joined }: PeopleSearchCoverageProps) {
  const { platforms, connections } = usePlatformIndex();
  const now = useNow(60_000);
  const alike = rows
    .flatMap((row) => row.contacts)
    .filter((contact) => joined.has(contactRef(contact))).length;
  const unconnected = [...platforms.values()]
    .filter(({ name }) => ![...connections.values()].some(({ platform }) => platform === name))
    .map(({ label }) => label);
  return (
    <ul
      aria-label="What was searched"
      aria-live="polite"
      className="flex flex-col gap-1 border-line border-t pt-2 text-12 text-ink-soft"
    >
      {rows.length === 0 && <li>Searching…</li>}
      {rows.map((row) => {
        const name = connections.get(row.connectionId)?.platform ?? '';
        const words = peopleSearchWords(row, platforms.get(name)?.label ?? name, now);
        const { Icon, look } = icons[words.tone];
        return (
          <li key={row.connectionId} className="flex gap-1.5">
            <Icon size={12} aria-hidden className={`mt-[2px] shrink-0 ${look}`} />
            <span className="min-w-0 wrap-anywhere">{words.sentence}</span>
          </li>
        );
      })}
      {isUnknownAddress(query, rows) && (
        <li>
          This is not the address of a person or conversation that a connected account can tell.
        </li>
      )}
      {alike > 0 && (
        <li className="text-ink-faint">
          {alike === 1 ? '1 of them is' : `${alike} of them are`} linked to this person already.
        </li>
      )}
      {unconnected.length > 0 && (
        <li className="text-ink-faint">
          Not connected, so not searched: {unconnected.join(', ')}.
        </li>
      )}
    </ul>
  );
}

/** An address was pasted, and nobody it could be about was found. */
function isUnknownAddress(query: string, rows: readonly PeopleSearchRow[]): boolean {
  const isDone = rows.length > 0 && rows.every(({ phase }) => phase === 'done');
  const isNobody = rows.every(({ contacts }) => contacts.length === 0);
  return /^https?:\/\//i.test(query.trim()) && isDone && isNobody;
}

/** So long (ms) the typing has to rest before the helpdesks are asked. */
const typingPause = 350;

const shortestQuery = 2;
const none: PeopleSearchRow[] = [];

/** Whether a query is long enough to be asked. */
function isSearchable(query: string): boolean {
  return query.trim().length >= shortestQuery;
}

/**
 * Looks for people while this is shown, and lets the worker forget what it found afterwards. Only
 * what answers the query as it stands now.
 */
function usePeopleSearch(windowId: number, query: string): PeopleSearchRow[] {
  const send = usePanelCommand();
  const wanted = query.trim();
  useEffect(() => {
    if (!isSearchable(wanted)) return;
    const timer = setTimeout(() => send('people.search', { windowId, query: wanted }), typingPause);
    return () => clearTimeout(timer);
  }, [send, windowId, wanted]);
  useEffect(() => () => send('people.search-end', { windowId }), [send, windowId]);
  const rows = useLiveQuery(() => readPeopleSearch(database, windowId), [windowId]) ?? none;
  return rows.filter((row) => row.query === wanted);
}
