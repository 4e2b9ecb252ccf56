import { t } from '@lingui/core/macro';
import type { Message } from '../../../lib/model/history';
import { clampTime, formatAge, formatClock, formatExactTime } from '../../../lib/text/format-time';

const hour = 3_600_000;

/** How long ago, with the clock once that is more than an hour; the exact time on hover. */
export function ItemTime({ message, now }: { message: Message; now: number }) {
  const { sentAt, timeQuality, recordedAt } = message;
  if (timeQuality === 'unknown') {
    return (
      <span
        className="ml-auto shrink-0 pl-2"
        title={`The platform gives no time; placed near ${formatExactTime(sentAt)}`}
      >{t`time unknown`}</span>
    );
  }
  const about = timeQuality === 'approximate' ? 'about ' : '';
  const isRecent = Math.abs(now - sentAt) < hour;
  return (
    <time
      dateTime={new Date(clampTime(sentAt)).toISOString()}
      title={`${about}${formatExactTime(sentAt)}${imported(recordedAt)}`}
      className="ml-auto shrink-0 whitespace-nowrap pl-2 tabular-nums"
    >
      {about}
      {formatAge(sentAt, now)}
      {!isRecent && ` · ${formatClock(sentAt)}`}
    </time>
  );
}

function imported(at: number | undefined): string {
  return at === undefined ? '' : `; written down by the platform ${formatExactTime(at)}`;
}
