import { withPlainDigits } from '../plain-digits';
import { type CalendarWords, dateWord, learnCalendarWords } from './calendar-words';

let learnedWords: CalendarWords | undefined;

/**
 * Midnight, in the browser's time zone, of the day a heading names: "Today", "20 November",
 * "Friday, Nov 20, 2026", "20.11.2026", "20.11.", "2026-11-20", "2026. 11. 20.", "11月20日", "Friday" alone.
 * A day without a year, or a day of the week, is the latest one of that name.
 * `undefined` for everything else, and for what could be read in two ways, such as 3/4/2026. `now`
 * is epoch ms.
 */
export function readDay(heading: string, now: number): Date | undefined {
  const text = withPlainDigits(heading).trim().toLowerCase();
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  learnedWords ??= learnCalendarWords();
  const called = calledDay(text, today, learnedWords);
  if (called !== undefined) return called;
  const signed = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]/.exec(text);
  if (signed !== null)
    return lastSoCalled(signed[1], Number(signed[2]) - 1, Number(signed[3]), today);
  const numbered = /(\d{1,2}) (?:tháng|thg) (\d{1,2})(?:\D{1,6}(\d{4}))?/.exec(text);
  if (numbered !== null)
    return lastSoCalled(numbered[3], Number(numbered[2]) - 1, Number(numbered[1]), today);
  const yearFirst = /(?:^|\D)(\d{4})([-/]|\.\s?)(\d{1,2})\2(\d{1,2})(?:\D|$)/.exec(text);
  if (yearFirst !== null)
    return calendarDay(Number(yearFirst[1]), Number(yearFirst[3]) - 1, Number(yearFirst[4]));
  const dotted = /(?:^|\D)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?(?:\D|$)/.exec(text);
  if (dotted !== null) {
    return lastSoCalled(dotted[3], Number(dotted[2]) - 1, Number(dotted[1]), today);
  }
  return namedDay(text, today, learnedWords.months);
}

/** "Yesterday", "Friday", and before a clock time "Yesterday at", "Last Friday at". */
function calledDay(text: string, today: Date, learned: CalendarWords): Date | undefined {
  const bare = text.replace(/(?<![\s,:])[\s,:]+$/, '');
  const words = /\d/.test(bare) ? [] : bare.split(/[\s,:]+/).filter(({ length }) => length > 2);
  for (const word of [bare, ...words]) {
    const back = learned.days.get(word);
    if (back !== undefined) return shifted(today, back);
    const weekday = learned.weekdays.get(word);
    // The same weekday of this week would be called "today".
    if (weekday !== undefined) return shifted(today, -((today.getDay() - weekday + 6) % 7) - 1);
  }
  return undefined;
}

const wordsAndNumbers = new RegExp(`${dateWord.source}|\\d+`, 'gu');

function namedDay(
  text: string,
  today: Date,
  months: ReadonlyMap<string, number>,
): Date | undefined {
  const words = text.match(wordsAndNumbers) ?? [];
  const parts = words.filter((word) => /^\d/.test(word) || months.has(word));
  // "mar. 28 avr.": Tuesday is shortened like March where it comes before the date.
  const at = parts.findLastIndex((word) => months.has(word));
  const month = months.get(parts[at] ?? '');
  const day = [parts[at - 1], parts[at + 1]].find((word) => /^\d{1,2}$/.test(word ?? ''));
  if (month === undefined || day === undefined) return undefined;
  const year = parts.find((word) => /^\d{4}$/.test(word));
  return lastSoCalled(year, month, Number(day), today);
}

/** The day of that year; without a year the latest one of that name. */
function lastSoCalled(
  year: string | undefined,
  month: number,
  day: number,
  today: Date,
): Date | undefined {
  if (year !== undefined) return calendarDay(Number(year), month, day);
  const thisYear = calendarDay(today.getFullYear(), month, day);
  // One day of grace: the page may be in another time zone than the browser.
  if (thisYear === undefined || thisYear <= shifted(today, 1)) return thisYear;
  return calendarDay(today.getFullYear() - 1, month, day);
}

function shifted(day: Date, by: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + by);
}

/** Thai calendars count the years from here on. */
const buddhistEra = 543;

/** `undefined` for a day that does not exist, such as 31 February, and for one in another calendar. */
function calendarDay(shownYear: number, month: number, day: number): Date | undefined {
  const year = shownYear > 2400 ? shownYear - buddhistEra : shownYear;
  const date = new Date(year, month, day);
  const isThere = date.getMonth() === month && date.getDate() === day;
  return isThere && year > 1900 ? date : undefined;
}
