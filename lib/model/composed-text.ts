import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(40_000));

export const markSchema = v.picklist(['bold', 'italic', 'strike', 'code']);
export type Mark = v.InferOutput<typeof markSchema>;

/** A run of text of one style. A line feed in it is a line break within the block. */
export const spanSchema = v.object({
  text,
  marks: v.optional(v.array(markSchema)),
  /** http(s), mailto or tel. */
  link: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  /** True for a picture: `link` is where it is, `text` what it shows, where that is said. */
  isPicture: v.optional(v.boolean()),
});
export type Span = v.InferOutput<typeof spanSchema>;

/** True where no blank line stands between a block and the one before it. */
const isClose = v.optional(v.boolean());

export const blockSchema = v.variant('kind', [
  v.object({ kind: v.literal('paragraph'), isClose, spans: v.array(spanSchema) }),
  v.object({ kind: v.literal('quote'), isClose, spans: v.array(spanSchema) }),
  v.object({
    kind: v.literal('list'),
    isClose,
    ordered: v.boolean(),
    /** Number of an ordered list's first item; 1 where it is absent. */
    start: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999_999))),
    /** What stands after each number; a dot where it is absent. */
    delimiter: v.optional(v.picklist(['.', ')'])),
    /** True where a blank line stands between two items. */
    isLoose: v.optional(v.boolean()),
    items: v.array(v.array(spanSchema)),
  }),
  v.object({ kind: v.literal('code'), isClose, text }),
]);
export type Block = v.InferOutput<typeof blockSchema>;
export type ListBlock = Extract<Block, { kind: 'list' }>;

/**
 * Text for a composer, as structure and never as markup. In plain text one blank line stands
 * between two blocks, unless the second is close to the first; an empty paragraph adds one more
 * line.
 */
export const composedTextSchema = v.object({
  blocks: v.pipe(v.array(blockSchema), v.maxLength(2_000)),
});
export type ComposedText = v.InferOutput<typeof composedTextSchema>;
