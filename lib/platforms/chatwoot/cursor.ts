import * as v from 'valibot';
import type { ListingState } from './listing';
import type { Thread } from './threads';

/** Where reading a history stopped, as it is kept between calls and restarts. */
export interface SavedHoldings {
  listing: ListingState;
  /** Conversations that are not read to their beginning. */
  open: Thread[];
  /** Ids of the others. */
  read: string[];
  dropped: number;
}

const digits = v.pipe(v.string(), v.digits(), v.maxLength(18));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Id, held since, oldest and lowest message, whether bulk reading works, whether it is stuck. */
const threadShape = v.tuple([
  digits,
  v.number(),
  v.nullable(digits),
  v.nullable(digits),
  v.picklist(['yes', 'check-first', 'no']),
  v.boolean(),
]);

const cursorShape = v.object({
  v: v.literal(1),
  listing: v.object({
    page: count,
    furthest: count,
    again: v.boolean(),
    others: count,
    total: v.optional(v.number()),
    since: v.optional(v.number()),
    end: v.optional(v.picklist(['whole', 'capped', 'stuck'])),
  }),
  open: v.array(threadShape),
  read: v.array(digits),
  dropped: count,
});

export function writeCursor({ listing, open, read, dropped }: SavedHoldings): string {
  const cursor: v.InferOutput<typeof cursorShape> = {
    v: 1,
    listing,
    open: open.map((thread) => [
      thread.place.id,
      thread.heldSince,
      thread.before ?? null,
      thread.low ?? null,
      thread.bulk,
      thread.state === 'stuck',
    ]),
    read,
    dropped,
  };
  return JSON.stringify(cursor);
}

/** `undefined` for what is no cursor of this form; reading then starts at the newest again. */
export function readCursor(text: string | undefined, contactId: string): SavedHoldings | undefined {
  const cursor = v.safeParse(v.pipe(v.string(), v.parseJson(), cursorShape), text);
  if (!cursor.success) return undefined;
  const { listing, read, dropped, open } = cursor.output;
  const threads = open.map(([id, heldSince, before, low, bulk, isStuck]): Thread => {
    const place = { id, contactId, lastActivityAt: heldSince };
    const state = isStuck ? 'stuck' : 'waiting';
    return { place, heldSince, before: before ?? undefined, low: low ?? undefined, bulk, state };
  });
  return { listing, open: threads, read, dropped };
}
