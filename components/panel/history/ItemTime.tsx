import type { Message } from '../../../lib/model/history';
import { ageWords, clockWords, exactWords, showableTime } from '../../../lib/timeline/time-words';

const hour = 3_600_000;

/** How long ago, with the clock once that is more than an hour; the exact time on hover. */
export function ItemTime({ message, now }: { message: Message; now: number }) {
  const { sentAt, timeQuality } = message;
  if (timeQuality === 'unknown') {
    return (
      <span
        className="ml-auto shrink-0 pl-2"
        title={`The platform gives no time; placed near ${exactWords(sentAt)}`}
      >
        time unknown
      </span>
    );
  }
  const about = timeQuality === 'approximate' ? 'about ' : '';
  const isRecent = Math.abs(now - sentAt) < hour;
  return (
    <time
      dateTime={new Date(showableTime(sentAt)).toISOString()}
      title={`${about}${exactWords(sentAt)}`}
      className="ml-auto shrink-0 whitespace-nowrap pl-2 tabular-nums"
    >
      {about}
      {ageWords(sentAt, now)}
      {!isRecent && ` · ${clockWords(sentAt)}`}
    </time>
  );
}
