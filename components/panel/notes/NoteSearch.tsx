import { Search, X } from 'lucide-react';
import { IconButton } from '../../ui/IconButton';
import { useNotesView } from './notes-store';

/** Searches within the person's notes. */
export function NoteSearch() {
  const query = useNotesView((view) => view.query);
  const { setQuery } = useNotesView.getState();
  return (
    <search className="flex h-[26px] items-center gap-1.5 rounded-md border border-line bg-canvas pl-1.5 focus-within:border-accent">
      <Search size={12} aria-hidden className="shrink-0 text-ink-faint" />
      <input
        type="search"
        value={query}
        aria-label="Search the notes"
        placeholder="Search the notes"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setQuery('');
        }}
        className="w-full min-w-0 bg-transparent text-12 outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
      />
      {query !== '' && <IconButton icon={X} label="Clear search" onClick={() => setQuery('')} />}
    </search>
  );
}
