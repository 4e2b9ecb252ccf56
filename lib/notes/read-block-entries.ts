import { type BlockRow, unescapeRows } from './block-frame';
import { beganWith, copyUnder, type MarkerLine, readMarker } from './copy-marker';
import type { ReadCopy } from './note-copy';

/** The most copies of one block that are read; what is below them is taken for text of others. */
const mostCopies = 200;

/** How far (rows, characters) above a line its text is looked for where it does not begin the entry. */
const mostRowsAbove = 200;
const mostCharactersAbove = 4_000;

/** A copy in a block; `raw` is exactly what is there, so that others' entries are kept as they are. */
export interface BlockCopy extends ReadCopy {
  raw: string;
}

/**
 * Reads the rows of a block: its copies, and the rows that belong to none because no line of ours is
 * below them. `undefined` when there is no copy but such rows.
 */
export function readBlockEntries(
  rows: readonly BlockRow[],
): { copies: BlockCopy[]; foreign: Set<BlockRow> } | undefined {
  const copies = new Map<string, BlockCopy>();
  const foreign = new Set<BlockRow>();
  let above: BlockRow[] = [];
  for (const row of rows) {
    const marker = copies.size < mostCopies ? readMarker(row.text) : undefined;
    if (marker === undefined || copies.has(marker.id)) {
      above.push(row);
      continue;
    }
    // The empty line between two entries belongs to neither.
    if (copies.size > 0 && above[0]?.text === '') above.shift();
    const from = firstOwnRow(marker, above);
    for (const each of withoutBlankEnds(above.slice(0, from))) foreign.add(each);
    const own = above.slice(from).map(({ text }) => text);
    const copy = copyUnder(marker, unescapeRows(own));
    copies.set(copy.id, { ...copy, raw: [...own, row.text].join('\n') });
    above = [];
  }
  for (const row of withoutBlankEnds(above)) foreign.add(row);
  const list = [...copies.values()];
  return list.length === 0 && foreign.size > 0 ? undefined : { copies: list, foreign };
}

/**
 * The row with which the text of a line begins. An entry above that lost its line, or words of somebody
 * else, may come before it, with an empty row between: the line identifies its own text and, where that
 * was changed, the row it began with.
 */
function firstOwnRow(marker: MarkerLine, rows: readonly BlockRow[]): number {
  const isWhole = (from: number) =>
    !copyUnder(marker, unescapeRows(rows.slice(from).map(({ text }) => text))).edited;
  if (isWhole(0)) return 0;
  const starts = startsAbove(rows);
  const whole = starts.find(isWhole);
  if (whole !== undefined) return whole;
  const begun = (from: number) => beganWith(marker, unescapeRows([rows[from]?.text ?? '']));
  return begun(0) ? 0 : (starts.findLast(begun) ?? 0);
}

/** Where else a text could begin: after each empty row that is near enough, the nearest first. */
function startsAbove(rows: readonly BlockRow[]): number[] {
  const starts: number[] = [];
  let characters = 0;
  for (let index = rows.length - 1; index > 0; index -= 1) {
    characters += (rows[index]?.text.length ?? 0) + 1;
    if (characters > mostCharactersAbove || rows.length - index > mostRowsAbove) break;
    const isStart = rows[index - 1]?.text.trim() === '' && rows[index]?.text.trim() !== '';
    if (isStart) starts.push(index);
  }
  return starts;
}

function withoutBlankEnds(rows: readonly BlockRow[]): readonly BlockRow[] {
  const isWritten = ({ text }: BlockRow) => text.trim() !== '';
  return rows.slice(Math.max(0, rows.findIndex(isWritten)), rows.findLastIndex(isWritten) + 1);
}
