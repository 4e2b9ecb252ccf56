import type { CapturedItem } from '../../../model/page';

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
 * when the page tells nothing readable. `now` is epoch ms.
 */
export function reportedTime(item: CapturedItem, now: number): ReportedTime | undefined {
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

/** Languages whose headings are understood; the app follows the agent's language. */
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'tr'];

interface CalendarWords {
  /** Month by its name or short name, 0 to 11. */
  months: ReadonlyMap<string, number>;
  /** 0 for "today", -1 for "yesterday". */
  days: ReadonlyMap<string, number>;
}

let learnedWords: CalendarWords | undefined;

/**
 * Midnight, in the browser's time zone, of the day a heading names: "Today", "20 November",
 * "Friday, Nov 20, 2026", "20.11.2026", "2026-11-20". A day without year is the last one so called.
 * `undefined` for everything else, and for what could be read in two ways, such as 3/4/2026. `now`
 * is epoch ms.
 */
function readDay(heading: string, now: number): Date | undefined {
  const text = heading.trim().toLowerCase();
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  learnedWords ??= learnWords();
  const back = learnedWords.days.get(text.replace(/(?<![\s,:])[\s,:]+$/, ''));
  if (back !== undefined) return shifted(today, back);
  const iso = /(?:^|\D)(\d{4})-(\d{2})-(\d{2})(?:\D|$)/.exec(text);
  if (iso !== null) return calendarDay(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]));
  const dotted = /(?:^|\D)(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\D|$)/.exec(text);
  if (dotted !== null) {
    return calendarDay(Number(dotted[3]), Number(dotted[2]) - 1, Number(dotted[1]));
  }
  return namedDay(text, today, learnedWords.months);
}

function namedDay(
  text: string,
  today: Date,
  months: ReadonlyMap<string, number>,
): Date | undefined {
  const words = text.match(/\p{L}+|\d+/gu) ?? [];
  const parts = words.filter((word) => /^\d/.test(word) || months.has(word));
  const at = parts.findIndex((word) => months.has(word));
  const month = months.get(parts[at] ?? '');
  const day = [parts[at - 1], parts[at + 1]].find((word) => /^\d{1,2}$/.test(word ?? ''));
  if (month === undefined || day === undefined) return undefined;
  const year = parts.find((word) => /^\d{4}$/.test(word));
  if (year !== undefined) return calendarDay(Number(year), month, Number(day));
  const thisYear = calendarDay(today.getFullYear(), month, Number(day));
  // One day of grace: the page may be in another time zone than the browser.
  if (thisYear === undefined || thisYear <= shifted(today, 1)) return thisYear;
  return calendarDay(today.getFullYear() - 1, month, Number(day));
}

function learnWords(): CalendarWords {
  const months = new Map<string, number>();
  const days = new Map<string, number>();
  for (const language of languages) {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const back of [0, -1]) days.set(relative.format(back, 'day').toLowerCase(), back);
    for (const length of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: length });
      for (let month = 0; month < 12; month += 1) {
        const name = format
          .formatToParts(new Date(2026, month, 15))
          .find((part) => part.type === 'month')?.value;
        const word = name?.toLowerCase().match(/\p{L}+/u)?.[0];
        if (word !== undefined && !months.has(word)) months.set(word, month);
      }
    }
  }
  return { months, days };
}

function shifted(day: Date, by: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + by);
}

/** `undefined` for a day that does not exist, such as 31 February. */
function calendarDay(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month, day);
  return date.getMonth() === month && date.getDate() === day ? date : undefined;
}
