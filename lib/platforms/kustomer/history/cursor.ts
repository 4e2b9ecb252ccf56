import * as v from 'valibot';
import { readCursor } from '../../shared/cursor';
import type { SavedList } from '../paged-list';

const orderSchema = v.object({
  created: v.optional(v.nullable(v.number())),
  sent: v.optional(v.nullable(v.number())),
});

const listSchema = v.object({
  at: v.optional(v.string()),
  end: v.optional(v.picklist(['whole', 'unreadable', 'refused'])),
  order: orderSchema,
  seen: v.array(v.string()),
});

/** Where reading a history stopped: the pages reached in each of its lists. */
const cursorSchema = v.object({
  v: v.literal(1),
  conversations: listSchema,
  messages: listSchema,
  notes: listSchema,
  dropped: v.number(),
});
export type SavedKustomerProgress = Record<'conversations' | 'messages' | 'notes', SavedList> & {
  dropped: number;
};

export function writeKustomerCursor(saved: SavedKustomerProgress): string {
  return JSON.stringify({ v: 1, ...saved });
}

/** `undefined` for what is no cursor of this form; reading then starts at the newest again. */
export function readKustomerCursor(text: string | undefined): SavedKustomerProgress | undefined {
  return readCursor(cursorSchema, text);
}
