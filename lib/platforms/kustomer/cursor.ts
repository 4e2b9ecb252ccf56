import * as v from 'valibot';
import type { SavedList } from './paged-list';

const orderShape = v.object({
  created: v.optional(v.nullable(v.number())),
  sent: v.optional(v.nullable(v.number())),
});

const listShape = v.object({
  at: v.optional(v.string()),
  end: v.optional(v.picklist(['whole', 'unreadable', 'refused'])),
  order: orderShape,
  seen: v.array(v.string()),
});

/** Where reading a history stopped: the pages reached in each of its lists. */
const cursorShape = v.object({
  v: v.literal(1),
  conversations: listShape,
  messages: listShape,
  notes: listShape,
  dropped: v.number(),
});
export type SavedHistory = Record<'conversations' | 'messages' | 'notes', SavedList> & {
  dropped: number;
};

export function writeCursor(saved: SavedHistory): string {
  return JSON.stringify({ v: 1, ...saved });
}

/** `undefined` for what is no cursor of this form; reading then starts at the newest again. */
export function readCursor(text: string | undefined): SavedHistory | undefined {
  const cursor = v.safeParse(v.pipe(v.string(), v.parseJson(), cursorShape), text);
  return cursor.success ? cursor.output : undefined;
}
