import { withPlainDigits } from '../plain-digits';
import { type MessageMeta, readMeta } from './message-meta';
import { OnceRead } from './once-read';
import { toOneLine } from './one-line';

/** A message of the page, with the heading above it. */
export interface DatedMessage {
  element: Element;
  own: MessageMeta;
  dateLabel: string | undefined;
}

/**
 * The messages among the entries of a list, oldest first, whichever end of the list is the newest.
 * Headings are those above each message. In steps, each of them short, however many messages there are.
 */
export function* orderSteps(entries: readonly Element[]): Generator<void, DatedMessage[]> {
  const listed: ListedEntry[] = [];
  for (const element of entries) {
    const own = element.matches(heading) ? undefined : metaOf(element);
    listed.push({ element, own });
    yield;
  }
  const messages = dated(listed);
  yield;
  return oldestFirst(messages);
}

/** A message, with the heading above it where that is known, or, without anything of its own, a heading. */
interface ListedEntry {
  element: Element;
  own: MessageMeta | undefined;
  dateLabel?: string | undefined;
}

function dated(entries: readonly ListedEntry[]): DatedMessage[] {
  const messages: DatedMessage[] = [];
  let dateLabel: string | undefined;
  for (const { element, own } of isUpward(entries) ? entries.toReversed() : entries) {
    if (own === undefined) dateLabel = toOneLine(element.textContent, 80);
    else messages.push({ element, own, dateLabel });
  }
  return messages;
}

const heading = '.chat-date-block';

const metas = new OnceRead<MessageMeta>();

function metaOf(element: Element): MessageMeta {
  return metas.of(element, '', () => readMeta(element));
}

/**
 * A heading is above its day. Where the first day has none, the list is read from its end: a heading is
 * there, or times run backwards although no heading is on top.
 */
function isUpward(entries: readonly ListedEntry[]): boolean {
  const first = entries.findIndex(({ own }) => own === undefined);
  if (first < 1) return false;
  if (entries.at(-1)?.own === undefined) return true;
  return runsBackwards(entries.slice(0, first));
}

/** Reversed where the times of one day mostly run backwards: the newest is on top. */
function oldestFirst(messages: DatedMessage[]): DatedMessage[] {
  return runsBackwards(messages) ? messages.reverse() : messages;
}

function runsBackwards(messages: readonly ListedEntry[]): boolean {
  const timed = messages.filter(({ own }) => (own?.time ?? own?.timeLabel) !== undefined);
  return timed.reduce((sum, message, index) => sum + stepBetween(timed[index - 1], message), 0) < 0;
}

/** 1 where the second of two messages is later, -1 where it is earlier, 0 where they do not show it. */
function stepBetween(before: ListedEntry | undefined, now: ListedEntry): number {
  if (before === undefined) return 0;
  if (before.own?.time !== undefined && now.own?.time !== undefined) {
    return Math.sign(now.own.time - before.own.time);
  }
  if (before.dateLabel !== now.dateLabel) return 0;
  const earlier = withPlainDigits(before.own?.timeLabel ?? '');
  const later = withPlainDigits(now.own?.timeLabel ?? '');
  const [one, two] = [clockIn(earlier), clockIn(later)];
  if (one !== undefined && two !== undefined) {
    // "20 Nov, 14:05": the clock time of another day says nothing.
    const day = (label: string) => label.replace(clock, '');
    return day(earlier) === day(later) ? Math.sign(two - one) : 0;
  }
  // "11 minutes": the larger of two numbers of the same unit is longer ago.
  const unit = (label: string) => label.replace(/\d+/, '');
  return unit(earlier) === unit(later) ? Math.sign(numberIn(earlier) - numberIn(later)) : 0;
}

/** A clock time, with the half of the day in front of it ("오후", "下午") or after it ("p. m.", "μ.μ.", "م"). */
const clock =
  /(오[전후]|[上下中]午|午[前後]|[早晚]上|凌晨|\b[ap]m)?\s?(\d{1,2})(?:[:.]|\s?h\s?)(\d\d)\s?([ap]\W*m|[πμ]\.?μ|[صم])?/i;
/** With the hours after it: “中午11:45” is before noon. */
const afternoon = /^(?:[pμ下晚م]|中(?!.*11))|[후後]/i;

function clockIn(label: string): number | undefined {
  const [, before, hours, minutes, half = before] = clock.exec(label) ?? [];
  if (hours === undefined) return undefined;
  return (
    (Number(hours) % (half === undefined ? 24 : 12)) * 60 +
    Number(minutes) +
    (afternoon.test(`${half ?? ''}${hours}`) ? 720 : 0)
  );
}

function numberIn(label: string): number {
  return Number(/\d+/.exec(label)?.[0] ?? 0);
}
