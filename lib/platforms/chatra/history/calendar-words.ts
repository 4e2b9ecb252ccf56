/** Languages whose headings are understood; the app follows the agent's language. */
const languages = [
  ...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'tr', 'sv', 'da', 'nb', 'fi'],
  ...['cs', 'sk', 'hu', 'ro', 'bg', 'el', 'he', 'ar', 'fa', 'hi', 'id', 'ca', 'th'],
  // Some months are called otherwise there.
  ...['de-AT', 'fr-CA'],
];

/** Languages that number their months, read by the signs after the numbers. */
const numbering = ['ja', 'zh', 'ko', 'vi'];

/** What days and months are called in all of these languages. */
export interface CalendarWords {
  /** Month by its name or short name, 0 to 11. */
  months: ReadonlyMap<string, number>;
  /** 0 for "today", -1 for "yesterday". */
  days: ReadonlyMap<string, number>;
  /** Days of the week, 0 for Sunday. */
  weekdays: ReadonlyMap<string, number>;
}

/** A word may have dots inside, as "ม.ค." has, the Thai for January. */
export const dateWord = /[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*/gu;

/** The words as the browser itself writes them, in small letters. */
export function learnCalendarWords(): CalendarWords {
  const months = new Map<string, number>();
  const days = new Map<string, number>();
  const weekdays = new Map<string, number>();
  for (const language of [...languages, ...numbering]) {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const back of [0, -1]) days.set(relative.format(back, 'day').toLowerCase(), back);
    const format = new Intl.DateTimeFormat(language, { weekday: 'long' });
    // A month that began on a Sunday.
    for (let day = 0; day < 7; day += 1) {
      weekdays.set(format.format(new Date(2026, 1, 1 + day)).toLowerCase(), day);
    }
  }
  for (const [word, month] of languages.flatMap(monthsIn)) {
    if (!months.has(word)) months.set(word, month);
  }
  return { months, days, weekdays };
}

/** The names of the months as dates have them, which may differ with and without year and weekday. */
function monthsIn(language: string): [string, number][] {
  const date = { calendar: 'gregory', day: 'numeric' } as const;
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(language, { ...date, month }),
    new Intl.DateTimeFormat(language, { ...date, month, year: 'numeric' }),
    new Intl.DateTimeFormat(language, { ...date, month, year: 'numeric', weekday: 'long' }),
  ]);
  return formats.flatMap((format) =>
    Array.from({ length: 12 }, (_none, month) => month).flatMap((month) => {
      const parts = format.formatToParts(new Date(2026, month, 15));
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase();
      // Catalan has "de" in front.
      const word = name?.match(dateWord)?.at(-1);
      if (word === undefined) return [];
      const both: [string, number][] = [[word, month]];
      // Hebrew writes "in" before the month, in one word with it.
      return language === 'he' ? [...both, [`\u05d1${word}`, month]] : both;
    }),
  );
}
