import { Suspense, useEffect, useMemo, useState } from 'react';
import type { Frame } from '../../../lib/storage/panel-queries';
import type { TimelineRow } from '../../../lib/timeline/build';
import { isNarrowed } from '../../../lib/timeline/filters';
import { withSeenMark } from '../../../lib/timeline/seen-mark';
import { TimelineBuilder } from '../../../lib/timeline/timeline-builder';
import { PlatformTiles } from '../coverage/PlatformTiles';
import { isBusy, sourceViews } from '../coverage/source-views';
import { ActivityPicture } from '../find-in-history/ActivityPicture';
import { FilterBar } from '../find-in-history/FilterBar';
import { useSearchStore } from '../find-in-history/search-store';
import { useSearch } from '../find-in-history/use-search';
import { useSearchKeys } from '../find-in-history/use-search-keys';
import { EmptyHistory, SearchReach, SearchRow, TimelineFooter } from '../later';
import { useNames } from '../names';
import { TimelineSkeleton } from '../Skeletons';
import { StatusBar } from '../StatusBar';
import { useNow } from '../use-now';
import { usePanelView } from '../view-store';
import { MarksContext } from './marks';
import { NothingMatches } from './NothingMatches';
import { useRestStore } from './rest-store';
import { Timeline } from './Timeline';
import { useHistory } from './use-history';
import { useLoadOlder } from './use-load-older';
import { useUnseen } from './use-unseen';
import { useVisit } from './use-visit';

const noRows: readonly TimelineRow[] = [];

interface HistoryTabProps {
  frame: Frame;
  anchor: string;
  windowId: number;
  /** The person's best name. */
  personName: string | undefined;
}

/** What each platform knows of one person, and what happened. */
export function HistoryTab({ frame, anchor, windowId, personName }: HistoryTabProps) {
  const now = useNow(10_000);
  const history = useHistory(anchor, frame.contacts);
  const filters = usePanelView((view) => view.filters);
  const isSearching = useSearchStore((state) => state.isOpen);
  const { platformNames } = useNames();
  const seenUpTo = useVisit(anchor);
  const views = useMemo(() => sourceViews(frame, now), [frame, now]);
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
  const unseen = useUnseen(anchor, rows, seenUpTo);
  const search = useSearch(rows);
  useSearchKeys();
  useEffect(() => useRestStore.getState().keepOnly(anchor), [anchor]);
  const [isNearEnd, setNearEnd] = useState(false);
  useLoadOlder({
    windowId,
    views,
    held: timeline?.total ?? 0,
    // Under a filter the end is always near, and would have everything loaded; and what is stored
    // has to be read first.
    isNearEnd: isNearEnd && history?.isWhole === true && !isNarrowed(filters) && rows.length > 0,
  });
  const current = search.found[search.index];
  const marks = useMemo(
    () => ({ terms: search.terms, current, unseen: unseen.keys }),
    [search.terms, current, unseen.keys],
  );
  const isLoading = timeline === undefined || (rows.length === 0 && isBusy(views));
  const hasAnything = timeline !== undefined && timeline.platforms.size > 0;
  const footer = useMemo(
    () => (
      <Suspense>
        <TimelineFooter views={views} windowId={windowId} />
      </Suspense>
    ),
    [views, windowId],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0">
        <PlatformTiles views={views} windowId={windowId} now={now} />
        {history !== undefined && hasAnything && (
          <ActivityPicture messages={history.messages} rows={rows} views={views} now={now} />
        )}
        {timeline !== undefined && hasAnything && !isSearching && (
          <FilterBar timeline={timeline} views={views} windowId={windowId} />
        )}
        {timeline !== undefined && hasAnything && isSearching && (
          <Suspense>
            <SearchRow search={search} present={timeline.platforms} />
            <SearchReach views={views} windowId={windowId} />
          </Suspense>
        )}
      </div>
      {isLoading && !hasAnything && <TimelineSkeleton />}
      {!isLoading && !hasAnything && (
        <Suspense>
          <EmptyHistory views={views} windowId={windowId} />
        </Suspense>
      )}
      {timeline !== undefined && hasAnything && rows.length === 0 && (
        <NothingMatches total={timeline.total} />
      )}
      {rows.length > 0 && (
        <MarksContext value={marks}>
          <Timeline
            key={anchor}
            anchor={anchor}
            rows={rows}
            personName={personName}
            footer={footer}
            onNearEnd={setNearEnd}
            onLook={unseen.look}
          />
        </MarksContext>
      )}
      <StatusBar views={views} windowId={windowId} />
    </div>
  );
}
