import type { CapturedItem } from '../../../model/page';
import { withPlainDigits } from '../plain-digits';
import { readDay } from './calendar-day';

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
 * when the page shows nothing readable. `now` is epoch ms.
 */
export function reportedTime(item: CapturedItem, now: number): ReportedTime | undefined {
  if (item.time !== undefined) return { at: item.time, quality: 'exact' };
  const label = withPlainDigits(item.timeLabel ?? '');
  const clock = readClock(label);
  if (clock !== undefined) {
    const at = clockUnder([label.slice(0, clock.from), item.dateLabel ?? ''], clock, now);
    return at === undefined ? undefined : { at, quality: 'approximate' };
  }
  const ago = /^(\d{1,4}) (second|minute|hour|day)s?( ago)?$/i.exec(label.trim());
  const unit = unitMs[ago?.[2]?.toLowerCase() ?? ''];
  return unit === undefined ? undefined : { at: now - Number(ago?.[1]) * unit, quality: 'unknown' };
}

/** How far (ms) a page's clock may be ahead of the browser's. */
const aheadMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;

/**
 * The clock time of the day that the first readable heading names. One that says "Today" since before
 * midnight would give a time to come: the day before is meant.
 */
function clockUnder(headings: Headings, clock: Clock, now: number): number | undefined {
  const today = clockReadOn(now, headings, clock);
  if (today === undefined || today <= now + aheadMs) return today;
  const yesterday = clockReadOn(now - dayMs, headings, clock) ?? today;
  // A day that is named for good stays, or becomes last year's.
  return today - yesterday < 1.5 * dayMs ? yesterday : today;
}

/** What is in front of the clock time, and the heading above the message. */
type Headings = readonly [own: string, above: string];

function clockReadOn(readOn: number, [own, above]: Headings, clock: Clock): number | undefined {
  const day = readDay(own, readOn) ?? readDay(above, readOn);
  return day?.setHours(clock.hours, clock.minutes);
}

interface Clock {
  hours: number;
  minutes: number;
  /** Where in the label the clock begins. */
  from: number;
}

/** Words for the half of the day that come before the clock time. */
const morning = /(?:上午|午前|오전|凌晨|早上|\bam)\s?$/i;
const afternoon = /(?:下午|午後|오후|晚上|中午|\bpm)\s?$/i;
/** What begins before it is noon: “中午11:45”. */
const [noon, beforeNoon] = [/中午\s?$/, 11];

/** The same after it: "a.m.", in Spanish also "a. m.", in Greek and in Arabic. */
const morningAfter = /^(?:a\.?\s?m\.?|π\.?μ\.?|ص)$/i;
const afternoonAfter = /^(?:p\.?\s?m\.?|μ\.?μ\.?|م)$/i;

/** What else may come after it without changing what it says. */
const unit = /^(?:uhr|h|ч\.?)?$/i;

/** "14:05", "2:05 pm", "2:05 p. m.", "Nov 20, 14:05", "14:05 Uhr", "14 h 05", "下午2:05", "PM 2:05". */
function readClock(label: string): Clock | undefined {
  const text = label.trim();
  const match = /(?:^|[^\d:.])(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?::\d{2})?(?:\s?(\D*))?$/.exec(text);
  if (match === null) return undefined;
  const [, shownHours = '', shownMinutes, after = ''] = match;
  const before = text.slice(0, match.index + match[0].indexOf(shownHours));
  const halfAfter = halfIn(after, morningAfter, afternoonAfter);
  if (halfAfter === undefined && !unit.test(after)) return undefined;
  const half = halfAfter ?? halfIn(before, morning, afternoon);
  const shown = Number(shownHours);
  const minutes = Number(shownMinutes);
  if (minutes > 59 || shown > (half === undefined ? 23 : 12)) return undefined;
  const isLater = half === 'p' && !(shown === beforeNoon && noon.test(before));
  const hours = half === undefined ? shown : (shown % 12) + (isLater ? 12 : 0);
  return { hours, minutes, from: match.index };
}

function halfIn(words: string, am: RegExp, pm: RegExp): 'a' | 'p' | undefined {
  if (am.test(words)) return 'a';
  return pm.test(words) ? 'p' : undefined;
}
