import { t } from '@lingui/core/macro';
import type { Message } from '../../../lib/model/history';
import { clampTime, formatAge, formatClock, formatExactTime } from '../../../lib/text/format-time';

const hour = 3_600_000;

/** How long ago, with the time of day once that is more than an hour; the exact time on hover. */
export function ItemTime({ message, now }: { message: Message; now: number }) {
  const { sentAt, timeQuality } = message;
  const title = timeWords(message).join('\n');
  if (timeQuality === 'unknown') {
    return <span className="ml-auto shrink-0 pl-2" title={title}>{t`time unknown`}</span>;
  }
  const isAbout = timeQuality === 'approximate';
  const age = formatAge(sentAt, now);
  const isRecent = Math.abs(now - sentAt) < hour;
  return (
    <time
      dateTime={new Date(clampTime(sentAt)).toISOString()}
      title={title}
      className="ml-auto shrink-0 whitespace-nowrap pl-2 tabular-nums"
    >
      {isAbout ? t`about ${age}` : age}
      {!isRecent && ` · ${formatClock(sentAt)}`}
    </time>
  );
}

/** When an item was sent and how sure that is, and when it was recorded, where that was later. */
export function timeWords({ sentAt, timeQuality, recordedAt }: Message): string[] {
  const sent = sentWords(formatExactTime(sentAt), timeQuality);
  return recordedAt === undefined ? [sent] : [sent, recordedWords(recordedAt)];
}

function sentWords(exact: string, quality: Message['timeQuality']): string {
  if (quality === 'unknown') return t`The helpdesk gives no time; placed near ${exact}`;
  return quality === 'approximate' ? t`about ${exact}` : exact;
}

function recordedWords(at: number): string {
  const recorded = formatExactTime(at);
  return t`Recorded by the helpdesk on ${recorded}`;
}
