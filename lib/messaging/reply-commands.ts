import * as v from 'valibot';
import { composedTextSchema } from '../model/composed-text';
import { remoteIdSchema } from '../model/ids';
import { composerModeSchema, insertOutcomeSchema } from '../model/insertion';
import { replySchema, replySourceSchema } from '../model/reply';
import { fillDraftSchema, replyFormDraftSchema } from '../model/reply-draft';
import { command, done } from './define-command';

const windowId = v.pipe(v.number(), v.integer());
const tabId = v.pipe(v.number(), v.integer());
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(512));
const key = v.object({ source: replySourceSchema, id });

/** Answer of commands that write a response. */
const replyAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), id: v.optional(v.string()) }),
  v.object({
    kind: v.literal('failed'),
    /** For a person: what happened, to which source, what to do next. */
    message: v.string(),
    /** True when the shortcut is taken there. */
    conflict: v.optional(v.boolean()),
  }),
  v.object({
    kind: v.literal('conflict'),
    /**
     * What is there differs from what the form was opened with, and nothing was written: somebody changed
     * it, it is gone, or what was to be created exists already.
     */
    why: v.picklist(['changed', 'deleted', 'taken']),
    /** The same as a sentence, with what to do next. */
    message: v.string(),
    /** What is there now; absent where it is gone. Save with it as `base` to replace it. */
    theirs: v.optional(replySchema),
  }),
]);
export type ReplyAnswer = v.InferOutput<typeof replyAnswerSchema>;

/** Canned responses and their insertion. */
export const replyCommands = {
  /**
   * Put this text into the composer, unless another tab than `tabId` is in front, that tab has moved on from
   * `subject` (as in the screen row) or from the conversation the text was written for, or the composer is no
   * longer in `mode`. `insertionId` is a new one each time, to take it back by. `reply` is the response it came
   * from, to count its use.
   */
  'panel.insert': command(
    ['panel'],
    v.object({
      windowId,
      tabId,
      insertionId: id,
      subject: v.pipe(v.string(), v.maxLength(4_000)),
      /** Absent where the page did not say which conversation it shows. */
      conversationId: v.optional(remoteIdSchema),
      mode: composerModeSchema,
      text: composedTextSchema,
      reply: v.optional(key),
    }),
    insertOutcomeSchema,
  ),
  /** Take this insertion back, unless it is not the tab's last, or another tab of the window is in front. */
  'panel.undo-insert': command(
    ['panel'],
    v.object({ windowId, tabId, insertionId: id }),
    insertOutcomeSchema,
  ),
  /**
   * Fetch again the responses of every source, or of `source` alone, that were last read at least this
   * long ago; 0 also fetches those that failed a moment ago.
   */
  'replies.refresh': command(
    ['panel', 'options'],
    v.object({
      olderThanMs: v.pipe(v.number(), v.minValue(0)),
      source: v.optional(replySourceSchema),
    }),
    done,
  ),
  /**
   * Create (no `id`) or change a response in its source. `base` is the response as it was when the form
   * was opened: what is there is replaced only while it is still the same.
   */
  'replies.save': command(
    ['panel', 'options'],
    v.object({
      reply: v.object({ ...replySchema.entries, id: v.optional(id) }),
      base: v.optional(replySchema),
    }),
    replyAnswerSchema,
  ),
  /** Store the form that is being written; without a draft, delete it. */
  'replies.draft': command(['panel'], v.object({ draft: v.optional(replyFormDraftSchema) }), done),
  /** Store what is being filled in for a conversation; without `text`, delete it. */
  'replies.fill': command(
    ['panel'],
    v.object({
      ...v.pick(fillDraftSchema, ['subject', 'reply', 'connectionId']).entries,
      text: v.optional(v.pick(fillDraftSchema, ['body', 'answers'])),
    }),
    done,
  ),
  /** Delete a response while it is still as it was seen. */
  'replies.remove': command(
    ['panel', 'options'],
    v.object({ base: replySchema }),
    replyAnswerSchema,
  ),
  /** Somebody has seen what became of a text that was replaced right after it was saved. */
  'replies.seen': command(['panel', 'options'], key, done),
  /** Bring back a response that was deleted from here; in a platform it becomes a new one. */
  'replies.restore': command(['panel', 'options'], key, replyAnswerSchema),
  /**
   * Add or change many responses of the own library at once. `bases` are the versions of those to be
   * changed, as the preview had them.
   */
  'replies.import': command(
    ['options'],
    v.object({
      replies: v.pipe(v.array(replySchema), v.maxLength(50_000)),
      bases: v.pipe(v.array(replySchema), v.maxLength(50_000)),
    }),
    replyAnswerSchema,
  ),
  /** The address of the team's file; an empty one removes it. */
  'replies.team': command(
    ['options'],
    v.object({ url: v.pipe(v.string(), v.maxLength(2_000)) }),
    replyAnswerSchema,
  ),
} as const;
