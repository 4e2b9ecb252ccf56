import { useMemo } from 'react';
import { mergePerson } from '../../lib/identity/person';
import type { Frame } from '../../lib/storage/panel-queries';
import { buildTimeline } from '../../lib/timeline/build';
import { useDirectory } from './directory';
import { EmptyHistory } from './EmptyHistory';
import { FilterBar } from './FilterBar';
import { NothingMatches } from './NothingMatches';
import { PersonHeader } from './PersonHeader';
import { PlatformTiles } from './PlatformTiles';
import { TimelineSkeleton } from './Skeletons';
import { StatusBar } from './StatusBar';
import { isBusy, sourceViews } from './source-views';
import { Timeline } from './Timeline';
import { TimelineFooter } from './TimelineFooter';
import { useHistory } from './use-history';
import { useNow } from './use-now';
import { usePanelView } from './view-store';

interface PersonScreenProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** One person: who they are, what each platform knows, and what happened. */
export function PersonScreen({ frame, anchor, windowId }: PersonScreenProps) {
  const now = useNow(10_000);
  const history = useHistory(anchor, frame.contacts);
  const filters = usePanelView((view) => view.filters);
  const { platformNames } = useDirectory();
  const person = useMemo(() => mergePerson(frame.contacts), [frame.contacts]);
  const views = useMemo(() => sourceViews(frame, now), [frame, now]);
  const timeline = useMemo(
    () => history && buildTimeline({ ...history, platforms: platformNames, filters }),
    [history, platformNames, filters],
  );
  const isLoading = timeline === undefined || (timeline.rows.length === 0 && isBusy(views));
  const hasAnything = timeline !== undefined && timeline.platforms.size > 0;
  const footer = useMemo(
    () => <TimelineFooter views={views} windowId={windowId} />,
    [views, windowId],
  );
  return (
    <div className="flex h-full flex-col">
      <div className="shrink-0">
        <PersonHeader person={person} />
        <PlatformTiles views={views} windowId={windowId} now={now} />
        {timeline !== undefined && hasAnything && <FilterBar timeline={timeline} />}
      </div>
      {isLoading && !hasAnything && <TimelineSkeleton />}
      {!isLoading && !hasAnything && <EmptyHistory views={views} windowId={windowId} />}
      {timeline !== undefined && hasAnything && timeline.rows.length === 0 && (
        <NothingMatches total={timeline.total} />
      )}
      {timeline !== undefined && timeline.rows.length > 0 && (
        <Timeline key={anchor} timeline={timeline} personName={person.name} footer={footer} />
      )}
      <StatusBar views={views} windowId={windowId} />
    </div>
  );
}
