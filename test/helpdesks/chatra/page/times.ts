import { perLocale } from '../../core/per-locale';

const minute = 60_000;
const day = 24 * 60 * minute;

const timeOfDay = formats({ hour: '2-digit', minute: '2-digit' });
const shortDate = formats({ day: 'numeric', month: 'short', year: 'numeric' });
const dayOfYear = formats({ day: 'numeric', month: 'long' });
const longDate = formats({ day: 'numeric', month: 'long', year: 'numeric' });
const nameOfDay = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

function formats(options: Intl.DateTimeFormatOptions) {
  return perLocale((locale) => new Intl.DateTimeFormat(locale, options));
}

/** The time of day, like 14:05. */
export function clock(at: number, locale: string): string {
  return timeOfDay(locale).format(at);
}

/** The date, like 20 Nov 2026. */
export function dateLabel(at: number, locale: string): string {
  return shortDate(locale).format(at);
}

/** How long ago, like "11 minutes". */
export function howLongAgo(at: number, locale: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - at) / minute));
  const [count, unit] = largestUnit(minutes);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function largestUnit(minutes: number): [count: number, unit: string] {
  if (minutes < 60) return [minutes, 'minute'];
  if (minutes < 24 * 60) return [Math.round(minutes / 60), 'hour'];
  return [Math.round(minutes / (24 * 60)), 'day'];
}

/** The heading of a day: today and yesterday by name, the year only when it is another one. */
export function dayLabel(at: number, locale: string): string {
  const date = new Date(at);
  const today = new Date();
  for (const back of [0, 1]) {
    if (date.toDateString() !== new Date(today.getTime() - back * day).toDateString()) continue;
    const name = nameOfDay(locale).format(-back, 'day');
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  const format = date.getFullYear() === today.getFullYear() ? dayOfYear : longDate;
  return format(locale).format(date);
}
