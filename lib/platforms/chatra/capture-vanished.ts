import type { Slot } from './capture-align';

/**
 * Stored messages that were deleted: the page still shows their neighbours on both sides, and
 * nothing is missing between them and those in the store (`gaps[i]`: something may be missing
 * before stored message `i`). Where the page ends, or the store has a hole, nothing is concluded.
 */
export function vanishedSlots(slots: readonly Slot[], gaps: readonly boolean[]): ReadonlySet<Slot> {
  const vanished = new Set<Slot>();
  /** Those since the last message known to both sides; absent when a hole came in between. */
  let open: Slot[] | undefined;
  for (const slot of slots) {
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
