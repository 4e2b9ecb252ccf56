import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { perLanguage } from '../../../lib/language/per-language';
import { formatDate } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';
import { activityWords, monthWords } from '../../../lib/timeline/activity-words';
import type { TimelineItem } from '../../../lib/timeline/listed-message';
import { type ActivityMonth, activityMonths } from '../../../lib/timeline/monthly-activity';
import type { TimelineRow } from '../../../lib/timeline/timeline-rows';
import { HoverHint } from '../../ui/HoverHint';
import { platformStyle } from '../../ui/platform-style';
import type { SourceView } from '../coverage/source-views';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';
import { useJumpToTime } from './use-jump-to-time';

const edgeFormat = perLanguage((tag) => new Intl.DateTimeFormat(tag, { month: 'short' }));

interface ActivityChartProps {
  messages: readonly TimelineItem[];
  rows: readonly TimelineRow[];
  views: readonly SourceView[];
  /** Epoch ms. */
  now: number;
}

/** The last twelve months by platform: when and where this person wrote. Choosing a month leads there. */
export function ActivityChart({ messages, rows, views, now }: ActivityChartProps) {
  const months = useMemo(
    () => activityMonths({ messages, sources: chartedSources(views), now }),
    [messages, views, now],
  );
  const most = Math.max(1, ...months.map((month) => month.total));
  const jump = useJumpToTime(rows);
  const { active, list, onKeyDown } = useArrowKeys(months.length);
  const go = (month: ActivityMonth) => {
    const target = jump(month);
    if (target === undefined || target.fit === 'exact') return;
    const date = formatDate(target.at);
    const nearest = t`The nearest day with messages is ${date}.`;
    usePanelView.getState().say(joinSentences(monthWords(month), nearest));
  };
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div className="flex h-[28px] items-end gap-1.5 px-3 pb-[3px] text-11 text-ink-faint leading-none">
      <span role="img" aria-label={activityWords(months)} className="shrink-0">
        {first !== undefined && edge(first.start)}
      </span>
      <ul
        ref={list}
        aria-label={t`Activity by month`}
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
  const month = edgeFormat().format(at);
  const year = String(new Date(at).getFullYear() % 100).padStart(2, '0');
  return t`${month} ’${year}`;
}

function chartedSources(views: readonly SourceView[]) {
  return views.flatMap(({ connection, platform, label, source }) =>
    connection === undefined
      ? []
      : [
          {
            connectionId: connection.id,
            platform: platform.name,
            platformLabel: platform.label,
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

/** The tallest column, in pixels. */
const columnHeight = 24;

interface ActivityColumnProps {
  month: ActivityMonth;
  /** Messages of the busiest month. */
  most: number;
  /** The Tab key stops at it. */
  isReachable: boolean;
  onGo(): void;
}

/** A month: one segment per platform; hatched where not everything is known. */
function ActivityColumn({ month, most, isReachable, onGo }: ActivityColumnProps) {
  const { platforms } = usePlatformIndex();
  const words = monthWords(month);
  return (
    <li className="min-w-0 flex-1">
      <HoverHint text={words}>
        <button
          type="button"
          aria-label={words}
          tabIndex={isReachable ? 0 : -1}
          onClick={onGo}
          className={`flex size-full flex-col justify-end overflow-hidden rounded-[3px] hover:bg-hover ${month.unknown.length === 0 ? '' : 'hatched'}`}
        >
          {month.shares.map((share) => (
            <span
              key={share.platform}
              aria-hidden
              className="platform-tint w-full shrink-0 bg-platform"
              style={{
                ...platformStyle(platforms.get(share.platform)),
                height: Math.max(2, Math.round((share.count / most) * columnHeight)),
              }}
            />
          ))}
          <span aria-hidden className="h-px w-full shrink-0 bg-line-strong" />
        </button>
      </HoverHint>
    </li>
  );
}
