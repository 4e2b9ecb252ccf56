import * as v from 'valibot';
import { composerStateSchema } from './composer';
import { platformNameSchema, remoteIdSchema } from './ids';

const hint = v.pipe(v.string(), v.minLength(1), v.maxLength(320));

/** What a helpdesk page shows right now, read by the content script. */
export const pageContextSchema = v.object({
  platform: platformNameSchema,
  /** `person`: a contact or conversation is open; `none`: a list or settings; `signed-out`: log in first. */
  view: v.picklist(['person', 'none', 'signed-out']),
  /** The account named in the address (Chatwoot). */
  account: v.optional(remoteIdSchema),
  conversationId: v.optional(remoteIdSchema),
  contactId: v.optional(remoteIdSchema),
  /** What the contact area of the page says; a fallback where the ids are not enough. */
  hints: v.object({
    name: v.optional(hint),
    emails: v.array(hint),
    phones: v.array(hint),
  }),
  /** What text put into the composer would become. `none`: there is no composer on screen. */
  composer: v.picklist(['reply', 'note', 'none']),
  composerState: v.optional(composerStateSchema),
  /** The helpdesk's own version, where the page tells. */
  version: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** True when a conversation is open but its messages cannot be found in the page's markup. */
  unreadable: v.optional(v.boolean()),
});
export type PageContext = v.InferOutput<typeof pageContextSchema>;

/** A message read off the page of a platform whose API has no history. */
export const capturedItemSchema = v.object({
  /** The page's own id of the message, where the markup carries one. */
  pageId: v.optional(remoteIdSchema),
  kind: v.picklist(['message', 'note', 'activity']),
  direction: v.picklist(['in', 'out', 'none']),
  author: v.optional(hint),
  text: v.pipe(v.string(), v.maxLength(250_000)),
  /** Epoch ms where the page tells an exact time. */
  time: v.optional(v.number()),
  /** The time as the page writes it, e.g. "14:05". */
  timeLabel: v.optional(v.pipe(v.string(), v.maxLength(80))),
  /** The date heading above it, as the page writes it. */
  dateLabel: v.optional(v.pipe(v.string(), v.maxLength(80))),
  attachments: v.array(v.pipe(v.string(), v.maxLength(400))),
  edited: v.optional(v.boolean()),
  /** True where the page says that it was taken back; the text is then the page's, if any. */
  deleted: v.optional(v.boolean()),
  /** True where something between this one and the one before was never on screen. */
  afterGap: v.optional(v.boolean()),
});
export type CapturedItem = v.InferOutput<typeof capturedItemSchema>;

/** What of a conversation was on the page at one moment, oldest first. */
export const captureSchema = v.object({
  platform: platformNameSchema,
  conversationId: remoteIdSchema,
  items: v.pipe(v.array(capturedItemSchema), v.maxLength(5_000)),
});
export type Capture = v.InferOutput<typeof captureSchema>;
