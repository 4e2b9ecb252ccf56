import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Message } from '../../../lib/model/history';
import {
  type ActivityMonth,
  activityMonths,
  activityWords,
  monthWords,
} from '../../../lib/timeline/activity';
import type { TimelineRow } from '../../../lib/timeline/build';
import { dateWords } from '../../../lib/timeline/time-words';
import type { SourceView } from '../coverage/source-views';
import { usePanelView } from '../view-store';
import { ActivityColumn } from './ActivityColumn';
import { useJumpToTime } from './use-jump-to-time';

const edgeFormat = new Intl.DateTimeFormat('en-GB', { month: 'short' });

interface ActivityPictureProps {
  messages: readonly Message[];
  rows: readonly TimelineRow[];
  views: readonly SourceView[];
  /** Epoch ms. */
  now: number;
}

/** The last twelve months by platform: when and where this person wrote. A month leads there. */
export function ActivityPicture({ messages, rows, views, now }: ActivityPictureProps) {
  const months = useMemo(
    () => activityMonths({ messages, sources: pictured(views), now }),
    [messages, views, now],
  );
  const most = Math.max(1, ...months.map((month) => month.total));
  const jump = useJumpToTime(rows);
  const { active, list, onKeyDown } = useArrowKeys(months.length);
  const go = (month: ActivityMonth) => {
    const place = jump(month);
    if (place === undefined || place.fit === 'exact') return;
    const words = monthWords(month);
    usePanelView.getState().say(`${words}. The nearest shown is ${dateWords(place.at)}.`);
  };
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div className="flex h-[28px] items-end gap-1.5 px-3 pb-[3px] text-11 text-ink-faint leading-none">
      <span role="img" aria-label={activityWords(months)} className="shrink-0">
        {first !== undefined && edge(first.start)}
      </span>
      <ul
        ref={list}
        aria-label="Activity by month"
        onKeyDown={onKeyDown}
        className="flex h-full min-w-0 flex-1 items-stretch gap-0.5"
      >
        {months.map((month, index) => (
          <ActivityColumn
            key={month.start}
            month={month}
            most={most}
            isReachable={index === active}
            onGo={() => go(month)}
          />
        ))}
      </ul>
      <span aria-hidden className="shrink-0">
        {last !== undefined && edge(last.start)}
      </span>
    </div>
  );
}

/** "Dec ’25": without the apostrophe it would read as a day. */
function edge(at: number): string {
  return `${edgeFormat.format(at)} ’${String(new Date(at).getFullYear() % 100).padStart(2, '0')}`;
}

function pictured(views: readonly SourceView[]) {
  return views.flatMap(({ connection, platform, label, source }) =>
    connection === undefined
      ? []
      : [
          {
            connectionId: connection.id,
            platform: platform.name,
            label,
            coverage: source?.coverage,
          },
        ],
  );
}

/** One stop for the Tab key; the arrow keys go from month to month. */
function useArrowKeys(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(count - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const next = Math.min(Math.max(active + step, 0), count - 1);
    setActive(next);
    list.current?.querySelectorAll('button')[next]?.focus();
    event.preventDefault();
  };
  return { active, list, onKeyDown };
}
