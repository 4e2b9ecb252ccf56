import * as v from 'valibot';
import { anyList, anyRecord, lenient, text } from '../shared/field-schemas';

const range = { offset: v.pipe(v.number(), v.integer()), length: v.pipe(v.number(), v.integer()) };
const styleRange = v.object({ ...range, style: v.string() });
const entityRange = v.object({
  ...range,
  key: v.pipe(v.union([v.number(), v.string()]), v.transform(String)),
});

const blockSchema = v.object({
  text: v.string(),
  type: v.fallback(v.string(), 'unstyled'),
  depth: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)), 0),
  inlineStyleRanges: v.fallback(v.array(styleRange), []),
  entityRanges: v.fallback(v.array(entityRange), []),
});

const entitySchema = v.object({
  data: lenient(v.object({ url: text, href: text, key: text, fallbackText: text })),
});

const contentSchema = v.object({
  blocks: anyList,
  entityMap: anyRecord,
});

/** Raw Draft.js content as Kustomer stores it for a shortcut (README.md#shortcuts). */
export interface DraftContent {
  blocks: WrittenBlock[];
  entityMap: Record<string, { type: string; mutability: string; data: Record<string, string> }>;
}

/** A block as it is written. */
export interface WrittenBlock {
  key: string;
  text: string;
  type: string;
  depth: number;
  /** Offsets and lengths count UTF-16 units. */
  inlineStyleRanges: { offset: number; length: number; style: string }[];
  entityRanges: { offset: number; length: number; key: number }[];
  data: Record<string, never>;
}

/** A variable of Kustomer's, with its fallback text for an empty value. */
export interface Placeholder {
  /** As Kustomer calls it, e.g. `customer.firstName`. */
  key: string;
  fallbackText?: string | undefined;
}

/** The placeholders of raw Draft.js content, in their order; none where it is not such content. */
export function placeholdersOfContent(raw: unknown): Placeholder[] {
  const { blocks = [], entities } = readContent(raw) ?? {};
  return blocks.flatMap(({ entityRanges }) =>
    [...entityRanges]
      .sort((a, b) => a.offset - b.offset)
      .flatMap((range) => {
        const { key, fallbackText } = entities?.get(range.key) ?? {};
        return key === undefined ? [] : [{ key, fallbackText }];
      }),
  );
}

/** The parts of raw content that make sense. */
export interface ReadContent {
  blocks: DraftBlock[];
  entities: ReadonlyMap<string, DraftEntity>;
}

/**
 * Reads raw Draft.js content; `undefined` when it is something else. What makes no sense in it is left
 * out.
 */
export function readContent(raw: unknown): ReadContent | undefined {
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
  return { blocks, entities };
}

/** A block of raw Draft.js content. Offsets and lengths count UTF-16 units. */
export interface DraftBlock {
  text: string;
  type: string;
  /** Of an item in lists within lists, from 0. */
  depth: number;
  inlineStyleRanges: { offset: number; length: number; style: string }[];
  entityRanges: { offset: number; length: number; key: string }[];
}

/** What an entity stands for: a link, or a placeholder with its variable. */
export interface DraftEntity {
  url?: string | undefined;
  href?: string | undefined;
  key?: string | undefined;
  fallbackText?: string | undefined;
}
