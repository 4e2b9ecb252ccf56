import * as v from 'valibot';

/** Where reading a visitor's chats stopped, as it is kept between calls and restarts. */
const cursorShape = v.object({
  v: v.literal(1),
  /** Chats still to be read: a chat's id, or path and query of a link of another form. */
  waiting: v.array(v.string()),
  /** Ids of chats that need not be read again. */
  read: v.array(v.string()),
  /** Epoch ms: the beginning of the oldest chat read. */
  since: v.optional(v.number()),
  dropped: v.number(),
  /** Links that left the platform's API. */
  refused: v.number(),
  /** Chats the platform did not hand out. */
  withheld: v.number(),
});
export type SavedChats = v.InferOutput<typeof cursorShape>;

export function writeCursor(saved: Omit<SavedChats, 'v'>): string {
  return JSON.stringify({ v: 1, ...saved });
}

/** `undefined` for what is no cursor of this form; reading then starts at the newest again. */
export function readCursor(text: string | undefined): SavedChats | undefined {
  const cursor = v.safeParse(v.pipe(v.string(), v.parseJson(), cursorShape), text);
  return cursor.success ? cursor.output : undefined;
}
