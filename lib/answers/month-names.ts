import { fold } from '../text/fold';

const locales = 'en de fr es it pt nl sv da nb fi pl cs sk hu ro bg ru uk el tr hr sl'.split(' ');

const forms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

/** Other short forms are words of other languages. */
const usualShort = new Set(
  'jan feb mar apr may jun jul aug sep oct nov dec mai okt dez avr abr dic ene fev maj янв фев мар апр авг окт'.split(
    ' ',
  ),
);

/** What months are called in many languages, long and short, folded; for a regular expression. In steps. */
export function* monthNames(): Generator<void, string[]> {
  const names = new Set<string>();
  for (const locale of locales) {
    for (const name of forms.flatMap((form) => namesIn(locale, form))) names.add(name);
    yield;
  }
  return [...names].filter(isMonthOnly).sort((a, b) => b.length - a.length);
}

function namesIn(locale: string, form: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_none, month) => {
    const parts = format.formatToParts(Date.UTC(2024, month, 2));
    return fold(parts.find(({ type }) => type === 'month')?.value ?? '').replace('.', '');
  });
}

function isMonthOnly(name: string): boolean {
  return name.length > 3 ? /^\p{L}+$/u.test(name) : usualShort.has(name);
}
