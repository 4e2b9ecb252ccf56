import * as v from 'valibot';

/** What text in the composer becomes when the human sends it. */
export const composerModeSchema = v.picklist(['reply', 'note']);
export type ComposerMode = v.InferOutput<typeof composerModeSchema>;

/** Why nothing was inserted; nothing on the page was changed. */
export const refusalSchema = v.picklist([
  'wrong-contact',
  'unsettled',
  'page-gone',
  'permission-missing',
  'no-composer',
  'several-composers',
  'join-first',
  'replies-closed',
  'read-only',
  'out-of-sight',
  'mode-changed',
  'too-long',
  'not-taken',
]);
export type Refusal = v.InferOutput<typeof refusalSchema>;

/** What happened to an insertion, reported by the page after reading the composer back. */
export const insertOutcomeSchema = v.variant('kind', [
  v.object({
    kind: v.literal('inserted'),
    mode: composerModeSchema,
    /** Characters the composer holds now, and the platform's limit where it is known. */
    length: v.number(),
    limit: v.optional(v.number()),
    /** True when `panel.undo-insert` can take it back. */
    canUndo: v.boolean(),
    /** True when the helpdesk's own picker opened over the composer; nothing was pressed. */
    pickerOpened: v.boolean(),
  }),
  v.object({
    kind: v.literal('refused'),
    reason: refusalSchema,
    limit: v.optional(v.number()),
  }),
  /** The composer changed, but does not hold what it should: a human has to look. */
  v.object({ kind: v.literal('doubtful') }),
]);
export type InsertOutcome = v.InferOutput<typeof insertOutcomeSchema>;
