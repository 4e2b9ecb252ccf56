import { plural, t } from '@lingui/core/macro';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import TextSearch from 'lucide-react/icons/text-search';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { formatNumber } from '../../../lib/text/format-number';
import { useFocusReturn } from '../../hooks/use-focus-return';
import { IconButton } from '../../ui/IconButton';
import { SearchField } from '../../ui/SearchField';
import { useEverywhereStore } from '../everywhere/everywhere-store';
import { useCompactView } from '../history/compact-view';
import { FilterPopover } from './FilterPopover';
import { useSearchStore } from './search-store';
import type { TimelineSearch } from './use-timeline-search';

interface SearchRowProps {
  search: TimelineSearch;
  /** Names of the platforms of which anything is stored. */
  present: ReadonlySet<string>;
}

/** The search field with the number of finds and buttons to go through them. Replaces the filter bar. */
export function SearchRow({ search, present }: SearchRowProps) {
  const field = useRef<HTMLInputElement>(null);
  useFocusReturn(timeline);
  const { query, focusRequests, setQuery, close } = useSearchStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request for the cursor is a reason
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [focusRequests]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    search.go(event.shiftKey ? -1 : 1);
  };
  const hasFinds = search.found.length > 0;
  return (
    <search className="flex min-h-8 items-center gap-0.5 border-line border-b px-3 pb-1 max-[299px]:flex-wrap">
      <SearchField
        ref={field}
        label={t`Search the timeline`}
        placeholder={t`Search what is loaded`}
        value={query}
        onValue={setQuery}
        onKeyDown={onKeyDown}
        className="h-[26px] max-[299px]:basis-full"
      >
        <span role="status" className="shrink-0 text-11 text-ink-soft tabular-nums">
          {countWords(search)}
        </span>
      </SearchField>
      <IconButton
        icon={ChevronUp}
        label={t`Newer match (Shift+Enter)`}
        isDisabled={!hasFinds}
        onClick={() => search.go(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label={t`Older match (Enter)`}
        isDisabled={!hasFinds}
        onClick={() => search.go(1)}
      />
      <FilterPopover present={present} />
      <IconButton
        icon={TextSearch}
        label={t`Search everyone’s messages and notes (Ctrl+Shift+F)`}
        onClick={() => useEverywhereStore.getState().open(query)}
      />
      <IconButton icon={X} label={t`Close search`} onClick={close} />
    </search>
  );
}

/** The list of the timeline, where there is one. */
function timeline(): HTMLElement | null {
  return useCompactView.getState().scroller;
}

function countWords({ terms, found, index }: TimelineSearch): string {
  if (terms.length === 0) return '';
  if (found.length === 0) return t`No matches`;
  if (index === -1) return plural(found.length, { one: '# match', other: '# matches' });
  const [position, total] = [formatNumber(index + 1), formatNumber(found.length)];
  return t`${position} of ${total}`;
}
