import type { CapturedItem } from '../../model/page';
import { readDay } from './capture-days';

/** When an item was said, as far as the page tells. */
export interface ToldTime {
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
 * when the page tells nothing readable. `now` is epoch ms.
 */
export function toldTime(item: CapturedItem, now: number): ToldTime | undefined {
  if (item.time !== undefined) return { at: item.time, quality: 'exact' };
  const label = item.timeLabel ?? '';
  const clock = readClock(label);
  if (clock !== undefined) {
    const day = readDay(item.dateLabel ?? '', now) ?? readDay(label.slice(0, clock.from), now);
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

/** "14:05", "2:05 pm", "Nov 20, 14:05". */
function readClock(label: string): Clock | undefined {
  const match = /(?:^|[^\d:.])(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s?([ap])\.?m\.?)?$/i.exec(
    label.trim(),
  );
  if (match === null) return undefined;
  const half = match[3]?.toLowerCase();
  const shown = Number(match[1]);
  const minutes = Number(match[2]);
  if (minutes > 59 || shown > (half === undefined ? 23 : 12)) return undefined;
  const hours = half === undefined ? shown : (shown % 12) + (half === 'p' ? 12 : 0);
  return { hours, minutes, from: match.index };
}
