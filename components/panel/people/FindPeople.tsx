import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { Frame } from '../../../lib/storage/panel-queries';
import { FindResults } from './FindResults';
import { SearchCoverage } from './SearchCoverage';
import { isSearchable, usePeopleSearch } from './use-people-search';

interface FindPeopleProps {
  frame: Frame;
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
      {isSearchable(query) && <SearchCoverage query={query} rows={rows} joined={joined} />}
    </div>
  );
}
