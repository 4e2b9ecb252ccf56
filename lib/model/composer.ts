import * as v from 'valibot';

/** What formatting a composer takes. */
export const formattingSchema = v.picklist([
  'bold',
  'italic',
  'strike',
  'code',
  'link',
  'bullet-list',
  'ordered-list',
  'quote',
  'picture',
  'code-block',
]);
export type Formatting = v.InferOutput<typeof formattingSchema>;

/** What is known about the composer on screen. */
export const composerStateSchema = v.object({
  /** Why nothing can be put in now. */
  blocked: v.optional(
    v.picklist(['join-first', 'replies-closed', 'read-only', 'out-of-sight', 'several']),
  ),
  /** Formatting it keeps; empty: plain text only. */
  formatting: v.array(formattingSchema),
  /** The most characters the channel takes, where known. */
  limit: v.optional(v.number()),
});
export type ComposerState = v.InferOutput<typeof composerStateSchema>;
