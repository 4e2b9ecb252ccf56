import * as v from 'valibot';
import { anything, line } from './field-schemas';
import { clip } from './field-values';

const MOST_REACTIONS = 50;

const sign = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(clip));

/** One sign, written out or as an object that may give its number, or that it was taken back. */
const reactionSchema = v.union([
  v.pipe(
    sign,
    v.transform((emoji) => ({ emoji, status: undefined, count: 1 })),
  ),
  v.object({ emoji: sign, status: line, count: anything }),
  v.pipe(
    v.object({ name: sign }),
    v.transform(({ name }) => ({ emoji: name, status: undefined, count: 1 })),
  ),
]);

const tableSchema = v.record(v.string(), v.number());

/**
 * The signs that a message was answered with, each once, with their number where there are several:
 * "👍 2". Reads a list of signs, of `{emoji, status, count}` or of `{name}`, or a table of numbers by
 * sign; what was taken back is left out. `undefined` where there is none.
 */
export function reactionsOf(raw: unknown): string[] | undefined {
  const counts = new Map<string, number>();
  for (const each of entriesOf(raw).slice(0, MOST_REACTIONS * 20)) {
    const read = v.safeParse(reactionSchema, each);
    if (!read.success) continue;
    const { emoji, status, count } = read.output;
    if (status === 'removed' || status === 'deleted') continue;
    const times = typeof count === 'number' && Number.isSafeInteger(count) ? count : 1;
    if (times > 0) counts.set(emoji, (counts.get(emoji) ?? 0) + times);
  }
  if (counts.size === 0) return undefined;
  return [...counts]
    .slice(0, MOST_REACTIONS)
    .map(([emoji, count]) => clip(count === 1 ? emoji : `${emoji} ${count}`));
}

function entriesOf(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw;
  const table = v.safeParse(tableSchema, raw);
  if (!table.success) return [];
  return Object.entries(table.output).map(([emoji, count]) => ({ emoji, count }));
}
