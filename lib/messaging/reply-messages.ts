import * as v from 'valibot';
import { composedTextSchema } from '../model/composed-text';
import { composerModeSchema } from '../model/insertion';
import { replySchema, replySourceSchema } from '../model/reply';
import { fillDraftSchema, replyFormDraftSchema } from '../model/reply-draft';

const windowId = v.pipe(v.number(), v.integer());
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));

/** Canned responses and their insertion. */
export const replyMessages = {
  /**
   * Put this text into the composer, unless the tab has moved on from `subject` (as in the screen
   * row) or the composer is no longer in `mode`. Answers an `InsertOutcome`.
   */
  'panel.insert': v.object({
    windowId,
    subject: v.pipe(v.string(), v.maxLength(4_000)),
    mode: composerModeSchema,
    text: composedTextSchema,
    /** The response it came from, to count its use. */
    reply: v.optional(v.object({ source: replySourceSchema, id })),
  }),
  /** Take the last insertion in this window back. Answers an `InsertOutcome`. */
  'panel.undo-insert': v.object({ windowId }),
  /** Fetch the responses of every source again, fresh or not. */
  'replies.refresh': v.object({ force: v.boolean() }),
  /** Create (no `id`) or change a response in its source. Answers a `ReplyAnswer`. */
  'replies.save': v.object({
    reply: v.object({ ...replySchema.entries, id: v.optional(id) }),
  }),
  /** Keep the form that is being written; without a draft, forget it. */
  'replies.draft': v.object({ draft: v.optional(replyFormDraftSchema) }),
  /** Keep what is being filled in for a conversation; without `text`, forget it. */
  'replies.fill': v.object({
    ...v.pick(fillDraftSchema, ['subject', 'reply', 'connectionId']).entries,
    text: v.optional(v.pick(fillDraftSchema, ['body', 'answers'])),
  }),
  'replies.remove': v.object({ source: replySourceSchema, id }),
  /** Bring a deleted response of the own library back. */
  'replies.restore': v.object({ source: replySourceSchema, id }),
  /** Add or change many responses of the own library at once. */
  'replies.import': v.object({ replies: v.pipe(v.array(replySchema), v.maxLength(50_000)) }),
  /** The address of the team's file; empty takes it away. */
  'replies.team': v.object({ url: v.pipe(v.string(), v.maxLength(2_000)) }),
} as const;

export const replySenders = {
  'panel.insert': ['panel'],
  'panel.undo-insert': ['panel'],
  'replies.refresh': ['panel', 'options'],
  'replies.save': ['panel', 'options'],
  'replies.draft': ['panel'],
  'replies.fill': ['panel'],
  'replies.remove': ['panel', 'options'],
  'replies.restore': ['panel', 'options'],
  'replies.import': ['options'],
  'replies.team': ['options'],
} as const;
