import { t } from '@lingui/core/macro';
import { perLanguage } from '../language/per-language';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The last moments a `Date` can represent, less a day, so that the end of the day is a date too. */
const dateLimit = 8.64e15 - 2 * day;

const inWords = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((tag) => new Intl.DateTimeFormat(tag, options));

// A day has 24 hours in all languages here, so that an agent tells morning from evening at a glance.
const clockFormat = inWords({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const exactFormat = inWords({ dateStyle: 'full', timeStyle: 'medium' });
const dateFormat = inWords({ day: 'numeric', month: 'long', year: 'numeric' });
const dayFormat = inWords({ weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYearFormat = inWords({
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The nearest time (epoch ms) that a `Date` can represent: no odd number from a platform may throw later. */
export function clampTime(at: number): number {
  if (Number.isNaN(at)) return 0;
  return Math.min(Math.max(at, -dateLimit), dateLimit);
}

/** A calendar day where the agent sits; `start` inclusive and `end` exclusive, in epoch ms. */
export interface LocalDay {
  key: string;
  start: number;
  end: number;
}

/** The local day that contains `at` (epoch ms). Correct on days when the clocks change. */
export function localDay(at: number): LocalDay {
  const date = new Date(clampTime(at));
  const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const start = new Date(year, month, dayOfMonth);
  const end = new Date(year, month, dayOfMonth + 1);
  // The constructor takes the years 0-99 for 1900-1999.
  start.setFullYear(year, month, dayOfMonth);
  end.setFullYear(year, month, dayOfMonth + 1);
  return {
    key: `${year}-${month + 1}-${dayOfMonth}`,
    start: start.getTime(),
    end: end.getTime(),
  };
}

/** Name of the day that contains `at`, e.g. "Today", "Monday 16 November", "Fri 1 March 2030". */
export function formatDay(at: number, now: number): string {
  const today = localDay(now);
  const that = localDay(at);
  if (that.key === today.key) return t`Today`;
  if (that.end === today.start) return t`Yesterday`;
  if (that.start === today.end) return t`Tomorrow`;
  const sameYear = new Date(that.start).getFullYear() === new Date(today.start).getFullYear();
  return (sameYear ? dayFormat() : dayAndYearFormat()).format(that.start);
}

/** "14:05", where the agent sits. */
export function formatClock(at: number): string {
  return clockFormat().format(clampTime(at));
}

/** "Friday 20 November 2026 at 14:05:09", where the agent sits. */
export function formatExactTime(at: number): string {
  return exactFormat().format(clampTime(at));
}

/** "3 March 2026", where the agent sits. */
export function formatDate(at: number): string {
  return dateFormat().format(clampTime(at));
}

/**
 * How long before `now` something was, in one unit: "just now", "20 s ago", "5 min ago", "in 3 d".
 * Both in epoch ms. Seconds are given in tens, so that a display need not change every second.
 */
export function formatAge(at: number, now: number): string {
  const distance = Math.abs(now - clampTime(at));
  if (distance < 10 * second) return t`just now`;
  const span = formatSpan(distance);
  return at <= now ? t`${span} ago` : t`in ${span}`;
}

/** A span (ms) in one unit: "12 min", "3 h"; under ten seconds "a moment". */
export function formatDuration(span: number): string {
  return span < 10 * second ? t`a moment` : formatSpan(span);
}

function formatSpan(span: number): string {
  const seconds = Math.floor(span / (10 * second)) * 10;
  if (span < minute) return t`${seconds} s`;
  const minutes = Math.floor(span / minute);
  if (span < hour) return t`${minutes} min`;
  const hours = Math.floor(span / hour);
  if (span < day) return t`${hours} h`;
  const days = Math.floor(span / day);
  if (span < 61 * day) return t`${days} d`;
  const months = Math.floor(span / (30.44 * day));
  if (span < 731 * day) return t`${months} mo`;
  const years = Math.floor(span / (365.25 * day));
  return t`${years} y`;
}
