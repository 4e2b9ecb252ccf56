import type { Message } from '../../../model/history';
import type { CapturedItem } from '../../../model/page';
import type { CaptureTarget } from '../../contract/definition';
import { align, type Slot } from './align';
import { asDeleted, MessageMaker, updated } from './captured-message';
import { type ComparedMessage, comparedOfItem, comparedOfMessage } from './compared-message';
import { settleTimes } from './settle-times';
import { reportedTime } from './times';

/** Distance of two sequence numbers between which messages may be missing. */
const hole = 1_000;

/**
 * Merges what the page shows of a conversation into what was captured of it before. Both are
 * unbroken or broken stretches of the same conversation, and the page need not carry
 * ids or exact times, so the two are laid over each other by what the messages say. Known messages
 * keep their ids, and their times unless the page now shows better ones; nothing stored is ever
 * left out: what vanished between two neighbours that are still there is marked as deleted. Merging
 * the same items again changes nothing. The numbers in `sequence` follow each other without a gap
 * exactly where nothing can be missing in between.
 */
export function mergeCapture(
  stored: readonly Message[],
  captured: readonly CapturedItem[],
  target: CaptureTarget,
): Message[] {
  const items = oldestFirst(captured, target.now);
  const known = [...stored].sort((a, b) => a.sequence - b.sequence);
  if (items.length === 0) return known;
  const gaps = known.map((message, index) => {
    const before = known[index - 1];
    return before !== undefined && message.sequence !== before.sequence + 1;
  });
  const before = known.map(comparedOfMessage);
  const shown = items.map((item) => comparedOfItem(item, target.now));
  const slots = align(before, gaps, shown) ?? setBeside(before, gaps, shown);
  const vanished = vanishedSlots(slots, gaps, items);

  const maker = new MessageMaker(known, target);
  const merged: Message[] = [];
  let last: Slot | undefined;
  for (const slot of slots) {
    const message = messageAt(slot, { known, items, maker, isVanished: vanished.has(slot) });
    if (message === undefined) continue;
    const previous = merged.at(-1)?.sequence;
    const step = isJoined(last, slot, gaps, items) ? 1 : hole;
    merged.push(numbered(message, previous === undefined ? 0 : previous + step));
    last = slot;
  }
  return settleTimes(merged, new Set(known.map((message) => message.id)), target.now);
}

interface Sides {
  known: readonly Message[];
  items: readonly CapturedItem[];
  maker: MessageMaker;
  /** It is stored, and the page shows that it is no longer there. */
  isVanished: boolean;
}

function messageAt(slot: Slot, { known, items, maker, isVanished }: Sides): Message | undefined {
  const message = slot.stored === undefined ? undefined : known[slot.stored];
  const item = slot.item === undefined ? undefined : items[slot.item];
  if (item === undefined) return message && isVanished ? asDeleted(message) : message;
  return message === undefined ? maker.make(item) : updated(message, item, maker.now);
}

/** True when nothing can be missing between two neighbours: either side has seen them together. */
function isJoined(
  a: Slot | undefined,
  b: Slot,
  gaps: readonly boolean[],
  items: readonly CapturedItem[],
): boolean {
  if (a === undefined) return false;
  if (a.item !== undefined && b.item !== undefined && !followsGap(b, items)) return true;
  return a.stored !== undefined && b.stored !== undefined && gaps[b.stored] !== true;
}

function numbered(message: Message, sequence: number): Message {
  return message.sequence === sequence ? message : { ...message, sequence };
}

/** Nothing in common: newest last, unless the times say that it belongs before or in a hole. */
function setBeside(
  before: readonly ComparedMessage[],
  gaps: readonly boolean[],
  shown: readonly ComparedMessage[],
): Slot[] {
  const begins = shown.find((entry) => entry.at !== undefined)?.at;
  const at = begins === undefined ? before.length : positionFor(begins, before, gaps);
  const old = before.map((_entry, stored): Slot => ({ stored }));
  const fresh = shown.map((_entry, item): Slot => ({ item }));
  return [...old.slice(0, at), ...fresh, ...old.slice(at)];
}

/** The last position, of those where something may be missing, that is not after a later message. */
function positionFor(
  begins: number,
  before: readonly ComparedMessage[],
  gaps: readonly boolean[],
): number {
  for (let at = before.length; at > 0; at -= 1) {
    if (at < before.length && gaps[at] !== true) continue;
    const earlier = before.slice(0, at).findLast((entry) => entry.at !== undefined)?.at;
    if (earlier === undefined || earlier <= begins) return at;
  }
  return 0;
}

/**
 * Stored messages that were deleted: the page still shows their neighbours on both sides, and
 * nothing is missing between them and those in the store (`gaps[i]`: something may be missing
 * before stored message `i`). Where the page ends, or the store has a hole, nothing is concluded.
 */
function vanishedSlots(
  slots: readonly Slot[],
  gaps: readonly boolean[],
  items: readonly CapturedItem[],
): ReadonlySet<Slot> {
  const vanished = new Set<Slot>();
  /** Those since the last message known to both sides; absent when a hole came in between. */
  let open: Slot[] | undefined;
  for (const slot of slots) {
    if (followsGap(slot, items)) open = undefined;
    if (slot.stored === undefined) continue;
    if (gaps[slot.stored] === true) open = undefined;
    if (slot.item === undefined) {
      open?.push(slot);
      continue;
    }
    for (const each of open ?? []) vanished.add(each);
    open = [];
  }
  return vanished;
}

function followsGap(slot: Slot, items: readonly CapturedItem[]): boolean {
  return slot.item !== undefined && items[slot.item]?.afterGap === true;
}

/** Reversed where the times on the page mostly run backwards. */
function oldestFirst(items: readonly CapturedItem[], now: number): readonly CapturedItem[] {
  const times = items.flatMap((item) => reportedTime(item, now)?.at ?? []);
  const steps = times.slice(1).map((time, index) => Math.sign(time - (times[index] ?? time)));
  if (steps.reduce((sum, step) => sum + step, 0) >= 0) return items;
  return items.map((item, index) => ({ ...item, afterGap: items[index + 1]?.afterGap })).reverse();
}
