import { memo } from 'react';
import type { TimelineRow } from '../../../lib/timeline/build';
import { ageWords, dayWords, localDay } from '../../../lib/timeline/time-words';
import { platformStyle } from '../../ui/platform-style';
import { useNames } from '../names';
import { ActivityLine } from './ActivityLine';
import { ConversationHeading } from './ConversationHeading';
import { MessageBubble } from './MessageBubble';
import { SeenMark } from './SeenMark';

interface TimelineRowViewProps {
  row: TimelineRow;
  now: number;
  personName: string | undefined;
}

/** One row of the timeline, with the platform's colour along its edge. */
export const TimelineRowView = memo(function TimelineRowView(props: TimelineRowViewProps) {
  const { row, now, personName } = props;
  const { platforms } = useNames();
  if (row.kind === 'day') return <DayHeading at={row.at} now={now} />;
  if (row.kind === 'seen-mark') return <SeenMark />;
  const platform = platforms.get(row.platform);
  return (
    <div className="platform-tint relative pl-3" style={platformStyle(platform)}>
      <span aria-hidden className="absolute inset-y-0 left-0 w-[3px] bg-platform" />
      {row.kind === 'conversation' && <ConversationHeading row={row} platform={platform} />}
      {row.kind === 'item' && row.message.kind === 'activity' && (
        <ActivityLine rowKey={row.key} message={row.message} now={now} />
      )}
      {row.kind === 'item' && row.message.kind !== 'activity' && (
        <MessageBubble rowKey={row.key} message={row.message} now={now} personName={personName} />
      )}
    </div>
  );
});

function DayHeading({ at, now }: { at: number; now: number }) {
  const words = dayWords(at, now);
  const isToday = words === 'Today';
  const isFuture = at >= localDay(now).end;
  return (
    <h2 className="flex items-baseline gap-2 whitespace-nowrap px-3 pt-3 pb-1.5 font-semibold text-12 text-ink">
      {words}
      {!isToday && <span className="font-normal text-11 text-ink-faint">{ageWords(at, now)}</span>}
      {isFuture && (
        <span
          className="font-normal text-11 text-warn"
          title="The platform gave these items a date that has not come yet"
        >
          future date
        </span>
      )}
    </h2>
  );
}
