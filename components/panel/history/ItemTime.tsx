import { t } from '@lingui/core/macro';
import type { Message } from '../../../lib/model/history';
import { clampTime, formatAge, formatClock, formatExactTime } from '../../../lib/text/format-time';

const hour = 3_600_000;

/** How long ago, with the clock once that is more than an hour; the exact time on hover. */
export function ItemTime({ message, now }: { message: Message; now: number }) {
  const { sentAt, timeQuality, recordedAt } = message;
  const exact = formatExactTime(sentAt);
  if (timeQuality === 'unknown') {
    return (
      <span
        className="ml-auto shrink-0 pl-2"
        title={t`The helpdesk gives no time; placed near ${exact}`}
      >{t`time unknown`}</span>
    );
  }
  const isAbout = timeQuality === 'approximate';
  const age = formatAge(sentAt, now);
  const times = [isAbout ? t`about ${exact}` : exact];
  if (recordedAt !== undefined) times.push(recordedWords(recordedAt));
  const isRecent = Math.abs(now - sentAt) < hour;
  return (
    <time
      dateTime={new Date(clampTime(sentAt)).toISOString()}
      title={times.join('\n')}
      className="ml-auto shrink-0 whitespace-nowrap pl-2 tabular-nums"
    >
      {isAbout ? t`about ${age}` : age}
      {!isRecent && ` · ${formatClock(sentAt)}`}
    </time>
  );
}

function recordedWords(at: number): string {
  const recorded = formatExactTime(at);
  return t`Recorded by the helpdesk on ${recorded}`;
}
