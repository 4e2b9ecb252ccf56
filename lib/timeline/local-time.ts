const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });

/** What a clock shows where a person lives. */
export interface PlaceTime {
  /** "14:05". */
  clock: string;
  /** "Thu", where that is another day than `now` is here. */
  weekday: string | undefined;
  /** "GMT+1". */
  zone: string;
}

/**
 * The time at `now` (epoch ms) in an IANA time zone; `undefined` when the browser does not know
 * the zone: platforms hand out whatever the customer's browser once said.
 */
export function placeTime(timeZone: string, now: number): PlaceTime | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      timeZoneName: 'short',
    }).formatToParts(now);
    const here = weekdayFormat.format(now);
    const part = (type: Intl.DateTimeFormatPartTypes) =>
      parts.find((candidate) => candidate.type === type)?.value ?? '';
    return {
      clock: `${part('hour')}:${part('minute')}`,
      weekday: part('weekday') === here ? undefined : part('weekday'),
      zone: part('timeZoneName'),
    };
  } catch {
    return undefined;
  }
}

/** A BCP 47 tag in English words, e.g. "Brazilian Portuguese"; the tag itself where it has none. */
export function languageWords(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag.replace('_', '-')) ?? tag;
  } catch {
    return tag;
  }
}
