import * as v from 'valibot';
import { readCursor } from '../../shared/cursor';
import { ABOVE_ALL, LOWEST_ID } from './id-ranges';
import type { ListProgressState } from './list-progress';
import { isWhole, startThread, type ThreadProgress } from './thread';

/** Where reading a history stopped, as it is stored between calls and restarts. */
export interface SavedChatwootProgress {
  listing: ListProgressState;
  threads: ThreadProgress[];
  dropped: number;
}

const digits = v.pipe(v.string(), v.digits(), v.maxLength(18));
const mark = v.pipe(v.string(), v.maxLength(80));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** JSON knows no `Infinity`. */
const time = v.nullable(v.number());

const walkSchema = v.object({
  low: count,
  pages: count,
  latest: v.number(),
  oldest: time,
  reachedStart: v.boolean(),
});

const openSchema = v.object({
  id: digits,
  mark,
  isStuck: v.optional(v.boolean()),
  since: time,
  held: v.array(v.tuple([count, count])),
  highest: count,
  newest: v.optional(count),
  hasNews: v.optional(v.boolean()),
  pagedBelow: v.optional(count),
  spacing: v.optional(v.number()),
  aim: count,
  limit: count,
  span: v.optional(count),
  reach: v.optional(count),
  lost: v.optional(count),
  splitAt: v.optional(count),
  hasWindows: v.optional(v.boolean()),
  walk: v.optional(walkSchema),
});

const cursorSchema = v.object({
  v: v.literal(2),
  listing: v.object({
    page: count,
    size: v.optional(count),
    furthest: count,
    again: v.boolean(),
    others: count,
    total: v.optional(v.number()),
    activeSince: v.optional(v.number()),
    end: v.optional(v.picklist(['whole', 'capped', 'short', 'stuck'])),
  }),
  open: v.array(openSchema),
  /** For each conversation that is stored completely: its id, greatest message id and mark. */
  whole: v.array(v.tuple([digits, count, mark])),
  dropped: count,
});

export function writeChatwootCursor({ listing, threads, dropped }: SavedChatwootProgress): string {
  const cursor: v.InferOutput<typeof cursorSchema> = {
    v: 2,
    listing,
    open: threads.filter((thread) => !isWhole(thread)).map(openOf),
    whole: threads
      .filter(isWhole)
      .map(({ conversation, highest, mark: last }) => [conversation.id, highest, last]),
    dropped,
  };
  // With keys in a fixed order, so that the same progress gives the same text.
  return JSON.stringify(v.parse(cursorSchema, cursor));
}

/** `undefined` for what is no cursor of this form; reading then starts at the newest again. */
export function readChatwootCursor(
  text: string | undefined,
  contactId: string,
): SavedChatwootProgress | undefined {
  const cursor = readCursor(cursorSchema, text);
  if (cursor === undefined) return undefined;
  const whole = cursor.whole.map(([id, highest, last]): ThreadProgress => {
    const thread = startThread({ id, contactId }, last, highest);
    return { ...thread, newest: undefined, held: [[LOWEST_ID, ABOVE_ALL]] };
  });
  const open = cursor.open.map(({ id, isStuck, since, walk, ...rest }): ThreadProgress => {
    const lastActivityAt = since ?? undefined;
    return {
      ...rest,
      conversation: { id, contactId, lastActivityAt },
      state: isStuck === true ? 'stuck' : 'waiting',
      since: since ?? Number.POSITIVE_INFINITY,
      walk: walk && { ...walk, oldest: walk.oldest ?? Number.POSITIVE_INFINITY },
    };
  });
  return { listing: cursor.listing, threads: [...open, ...whole], dropped: cursor.dropped };
}

function openOf(thread: ThreadProgress): v.InferOutput<typeof openSchema> {
  const { conversation, state, since, held, walk, ...rest } = thread;
  return {
    ...rest,
    id: conversation.id,
    isStuck: state === 'stuck' ? true : undefined,
    since: finite(since),
    held: held.map(([from, below]): [number, number] => [from, below]),
    walk: walk && { ...walk, oldest: finite(walk.oldest) },
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
