import type { CapturedItem } from '../../../model/page';
import { readDay, withPlainDigits } from './calendar-day';

/** When an item was said, as far as the page says. */
interface ReportedTime {
  /** Epoch ms. */
  at: number;
  /** `unknown`: a guess from a relative label such as "11 minutes". */
  quality: 'exact' | 'approximate' | 'unknown';
}

const unitMs: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Reads the time of an item: its exact time, else a clock time under a date heading (in the
 * browser's time zone, as the page writes it), else a relative label. `undefined`
 * when the page shows nothing readable. `now` is epoch ms.
 */
export function reportedTime(item: CapturedItem, now: number): ReportedTime | undefined {
  if (item.time !== undefined) return { at: item.time, quality: 'exact' };
  const label = withPlainDigits(item.timeLabel ?? '');
  const clock = readClock(label);
  if (clock !== undefined) {
    const day = readDay(label.slice(0, clock.from), now) ?? readDay(item.dateLabel ?? '', now);
    if (day === undefined) return undefined;
    day.setHours(clock.hours, clock.minutes);
    return { at: day.getTime(), quality: 'approximate' };
  }
  const ago = /^(\d{1,4}) (second|minute|hour|day)s?( ago)?$/i.exec(label.trim());
  const unit = unitMs[ago?.[2]?.toLowerCase() ?? ''];
  return unit === undefined ? undefined : { at: now - Number(ago?.[1]) * unit, quality: 'unknown' };
}

interface Clock {
  hours: number;
  minutes: number;
  /** Where in the label the clock begins. */
  from: number;
}

/** Words for the half of the day that come before the clock time. */
const morning = /(?:上午|午前|오전|凌晨|早上)\s?$/;
const afternoon = /(?:下午|午後|오후|晚上|中午)\s?$/;

/** "14:05", "2:05 pm", "Nov 20, 14:05", "14:05 Uhr", "下午2:05". */
function readClock(label: string): Clock | undefined {
  const match =
    /(?:^|[^\d:.])(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s?([ap])\.?m\.?|\s?(?:uhr|h|ч\.?))?$/i.exec(
      label.trim(),
    );
  if (match === null) return undefined;
  const before = label.trim().slice(0, match.index + match[0].indexOf(match[1] ?? ''));
  const half = match[3]?.toLowerCase() ?? halfBefore(before);
  const shown = Number(match[1]);
  const minutes = Number(match[2]);
  if (minutes > 59 || shown > (half === undefined ? 23 : 12)) return undefined;
  const hours = half === undefined ? shown : (shown % 12) + (half === 'p' ? 12 : 0);
  return { hours, minutes, from: match.index };
}

function halfBefore(label: string): 'a' | 'p' | undefined {
  if (morning.test(label)) return 'a';
  return afternoon.test(label) ? 'p' : undefined;
}
