import { formatTag, perLanguage } from '../language/per-language';

const weekdayFormat = perLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: 'short' }));

/** What a clock shows where a person lives. */
interface ZoneTime {
  /** "14:05". */
  clock: string;
  /** "Thu", where that is another day than `now` is here. */
  weekday: string | undefined;
  /** "GMT+1". */
  zone: string;
}

/**
 * The time at `now` (epoch ms) in an IANA time zone; `undefined` when the browser does not know the zone:
 * platforms pass on whatever the customer's browser once reported.
 */
export function timeInZone(timeZone: string, now: number): ZoneTime | undefined {
  try {
    const parts = new Intl.DateTimeFormat(formatTag(), {
      timeZone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      timeZoneName: 'short',
    }).formatToParts(now);
    const here = weekdayFormat().format(now);
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
