import * as v from 'valibot';
import { readCursor } from '../../shared/cursor';
import type { ListProgressState } from './list-progress';
import type { ThreadProgress } from './thread-progress';

/** Where reading a history stopped, as it is kept between calls and restarts. */
export interface SavedChatwootProgress {
  listing: ListProgressState;
  /** Conversations that are not read to their beginning. */
  open: ThreadProgress[];
  /** Ids of the others. */
  read: string[];
  dropped: number;
}

const digits = v.pipe(v.string(), v.digits(), v.maxLength(18));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Id, complete since, oldest and lowest message, whether bulk reading works, whether it is stuck. */
const threadSchema = v.tuple([
  digits,
  v.number(),
  v.nullable(digits),
  v.nullable(digits),
  v.picklist(['yes', 'check-first', 'no']),
  v.boolean(),
]);

const cursorSchema = v.object({
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
  open: v.array(threadSchema),
  read: v.array(digits),
  dropped: count,
});

export function writeChatwootCursor({
  listing,
  open,
  read,
  dropped,
}: SavedChatwootProgress): string {
  const cursor: v.InferOutput<typeof cursorSchema> = {
    v: 1,
    listing,
    open: open.map((thread) => [
      thread.conversation.id,
      thread.completeSince,
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
export function readChatwootCursor(
  text: string | undefined,
  contactId: string,
): SavedChatwootProgress | undefined {
  const cursor = readCursor(cursorSchema, text);
  if (cursor === undefined) return undefined;
  const { listing, read, dropped, open } = cursor;
  const threads = open.map(([id, completeSince, before, low, bulk, isStuck]): ThreadProgress => {
    const conversation = { id, contactId, lastActivityAt: completeSince };
    const state = isStuck ? 'stuck' : 'waiting';
    return {
      conversation,
      completeSince,
      before: before ?? undefined,
      low: low ?? undefined,
      bulk,
      state,
    };
  });
  return { listing, open: threads, read, dropped };
}
