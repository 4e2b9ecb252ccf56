import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { isNarrowed } from '../../../lib/timeline/filters';
import { withSeenMark } from '../../../lib/timeline/seen-mark';
import { TimelineBuilder } from '../../../lib/timeline/timeline-builder';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';
import { type Hotkey, useHotkey } from '../../hooks/use-hotkey';
import { useNow } from '../../hooks/use-now';
import { MarksContext } from '../../text/marks';
import { useUnfolded } from '../../text/TextExcerpt';
import { PlatformTiles } from '../coverage/PlatformTiles';
import { isBusy, sourceViews } from '../coverage/source-views';
import { FilterBar } from '../find-in-history/FilterBar';
import { useSearchStore } from '../find-in-history/search-store';
import { useTimelineSearch } from '../find-in-history/use-timeline-search';
import { useAnchor, usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { TimelineSkeleton } from '../Skeletons';
import { usePanelView } from '../view-store';
import { useLoadAllStore } from './load-all';
import { TimelineList } from './TimelineList';
import { useHistory } from './use-history';
import { useLoadOlder } from './use-load-older';
import { useUnseen } from './use-unseen';
import { useVisit } from './use-visit';

const LazyStatusBar = lazy(async () => ({
  default: (await import('../coverage/StatusBar')).StatusBar,
}));
const LazyActivityChart = lazy(async () => ({
  default: (await import('../find-in-history/ActivityChart')).ActivityChart,
}));

const LazySearchRow = lazy(async () => ({
  default: (await import('../find-in-history/SearchRow')).SearchRow,
}));

const LazySearchScope = lazy(async () => ({
  default: (await import('../find-in-history/SearchScope')).SearchScope,
}));

const LazyEmptyHistory = lazy(async () => ({
  default: (await import('./EmptyHistory')).EmptyHistory,
}));

const LazyNothingMatches = lazy(async () => ({
  default: (await import('./NothingMatches')).NothingMatches,
}));

const LazyTimelineFooter = lazy(async () => ({
  default: (await import('./TimelineFooter')).TimelineFooter,
}));

const searchKey: Hotkey = { key: 'f', isCommand: true };
const closeKey: Hotkey = { key: 'Escape' };

const noRows: readonly TimelineRow[] = [];

interface HistoryTabProps {
  /** The person's best name. */
  personName: string | undefined;
}

/** What each platform knows of one person, and what happened. */
export function HistoryTab({ personName }: HistoryTabProps) {
  const anchor = useAnchor();
  const { windowId, snapshot } = usePanel();
  const now = useNow(10_000);
  const history = useHistory(anchor, snapshot.contacts);
  const filters = usePanelView((view) => view.filters);
  const { isOpen: isSearching, open: openSearch, close: closeSearch } = useSearchStore();
  const { platformNames } = usePlatformIndex();
  const visit = useVisit(anchor);
  const seenUpTo = visit?.seenUpTo;
  const views = useMemo(() => sourceViews(snapshot, now), [snapshot, now]);
  const [builder] = useState(() => new TimelineBuilder());
  const timeline = useMemo(
    () => history && builder.build({ ...history, platforms: platformNames, filters }),
    [builder, history, platformNames, filters],
  );
  const rows = useMemo(
    () =>
      timeline === undefined || seenUpTo === undefined
        ? (timeline?.rows ?? noRows)
        : withSeenMark(timeline.rows, { seenUpTo, now: Date.now() }),
    [timeline, seenUpTo],
  );
  const unseen = useUnseen(rows, visit);
  const search = useTimelineSearch(history, rows);
  useHotkey(searchKey, openSearch);
  useHotkey(closeKey, closeSearch, isSearching);
  useEffect(() => useLoadAllStore.getState().keepOnly(anchor), [anchor]);
  const [isNearEnd, setNearEnd] = useState(false);
  useLoadOlder({
    windowId,
    views,
    held: timeline?.total ?? 0,
    // With a filter the end is always near, which would load everything; and what is stored has to be read
    // first.
    isNearEnd: isNearEnd && history?.isWhole === true && !isNarrowed(filters) && rows.length > 0,
  });
  const current = search.found[search.index];
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the search leads is why
  useEffect(() => useUnfolded.getState().forgetFolded(), [search.terms, current]);
  const marks = useMemo(
    () => ({ terms: search.terms, current, unseen: unseen.keys }),
    [search.terms, current, unseen.keys],
  );
  const isLoading =
    timeline === undefined || (rows.length === 0 && (isBusy(views) || history?.isWhole !== true));
  const hasAnything = timeline !== undefined && timeline.platforms.size > 0;
  const footer = useMemo(
    () => (
      <Suspense>
        <LazyTimelineFooter views={views} />
      </Suspense>
    ),
    [views],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0">
        <div className="gives-way">
          <PlatformTiles views={views} now={now} />
          {history !== undefined && hasAnything && (
            // As high as the chart, so that the timeline below does not move when the chart appears.
            <Suspense fallback={<div className="h-[28px]" />}>
              <LazyActivityChart messages={history.messages} rows={rows} views={views} now={now} />
            </Suspense>
          )}
        </div>
        {timeline !== undefined && hasAnything && !isSearching && (
          <FilterBar timeline={timeline} views={views} />
        )}
        {timeline !== undefined && hasAnything && isSearching && (
          <Suspense>
            <LazySearchRow search={search} present={timeline.platforms} />
            <LazySearchScope views={views} />
          </Suspense>
        )}
      </div>
      {isLoading && !hasAnything && <TimelineSkeleton />}
      {!isLoading && !hasAnything && (
        <Suspense>
          <LazyEmptyHistory views={views} />
        </Suspense>
      )}
      {timeline !== undefined && hasAnything && rows.length === 0 && (
        <Suspense>
          <LazyNothingMatches total={timeline.total} />
        </Suspense>
      )}
      {history !== undefined && rows.length > 0 && (
        <MarksContext value={marks}>
          <TimelineList
            key={anchor}
            anchor={anchor}
            rows={rows}
            cache={history.cache}
            personName={personName}
            footer={footer}
            onNearEnd={setNearEnd}
            onInSight={unseen.rowsInSight}
          />
        </MarksContext>
      )}
      {/* Its height is reserved, so that nothing moves when it appears. */}
      <div className="h-8 shrink-0 border-line border-t bg-sunken">
        <Suspense>
          <LazyStatusBar views={views} />
        </Suspense>
      </div>
    </div>
  );
}
