const minute = 60_000;
const day = 24 * 60 * minute;

/** The time of day, like 14:05. */
export function clock(at: number, locale: string): string {
  return new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

/** The date, like 20 Nov 2026. */
export function dateLabel(at: number, locale: string): string {
  return new Date(at).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
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
    const name = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-back, 'day');
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  }
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }),
  });
}
