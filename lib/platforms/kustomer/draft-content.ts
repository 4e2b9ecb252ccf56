import * as v from 'valibot';
import { type DraftBlock, markdownOfBlock } from './draft-block';
import { items, lenient, text } from './lenient';

const range = { offset: v.pipe(v.number(), v.integer()), length: v.pipe(v.number(), v.integer()) };
const styleRange = v.object({ ...range, style: v.string() });
const entityRange = v.object({
  ...range,
  key: v.pipe(v.union([v.number(), v.string()]), v.transform(String)),
});

const blockSchema = v.object({
  text: v.string(),
  type: v.fallback(v.string(), 'unstyled'),
  inlineStyleRanges: v.fallback(v.array(styleRange), []),
  entityRanges: v.fallback(v.array(entityRange), []),
});

const entitySchema = v.object({
  data: lenient(v.object({ url: text, href: text, key: text, fallbackText: text })),
});

const contentSchema = v.object({
  blocks: items,
  entityMap: v.fallback(v.record(v.string(), v.unknown()), {}),
});

/**
 * Raw Draft.js content as Markdown with Handlebars (dossier §8.1): a placeholder is an entity over a
 * readable label. `undefined` when it is no such content or says nothing.
 */
export function markdownOfContent(raw: unknown): string | undefined {
  const content = v.safeParse(contentSchema, raw);
  if (!content.success) return undefined;
  const entities = new Map(
    Object.entries(content.output.entityMap).flatMap(([key, value]) => {
      const entity = v.safeParse(entitySchema, value);
      return entity.success && entity.output.data !== undefined
        ? [[key, entity.output.data] as const]
        : [];
    }),
  );
  const blocks = content.output.blocks.flatMap((each): DraftBlock[] => {
    const block = v.safeParse(blockSchema, each);
    return block.success ? [block.output] : [];
  });
  const markdown = joined(blocks, (block) => markdownOfBlock(block, entities)).trim();
  return markdown === '' ? undefined : markdown;
}

/** Lines of one kind follow each other; between two kinds stands one blank line. */
function joined(blocks: readonly DraftBlock[], write: (block: DraftBlock) => string): string {
  let result = '';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const isClose = before?.type === block.type || before?.text === '';
    if (before !== undefined) result += isClose ? '\n' : '\n\n';
    result += write(block);
  }
  return result;
}
