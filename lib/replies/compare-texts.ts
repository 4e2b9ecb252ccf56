import { diffArrays } from 'diff';

/** A stretch of a text; `isDifferent` where the other text does not have it. */
export interface TextPiece {
  text: string;
  isDifferent: boolean;
}

/** Texts with more differences than this are not compared in detail: they are different as a whole. */
const MOST_EDITS = 600;

/** Two texts in pieces, word by word, each with what the other does not have. */
export function textDifferences(one: string, other: string): [TextPiece[], TextPiece[]] {
  const parts = diffArrays(wordsOf(one), wordsOf(other), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [[wholeOf(one)], [wholeOf(other)]];
  const sides: [TextPiece[], TextPiece[]] = [[], []];
  for (const { value, added, removed } of parts) {
    const piece = { text: value.join(''), isDifferent: added || removed };
    if (!added) sides[0].push(piece);
    if (!removed) sides[1].push(piece);
  }
  return sides;
}

function wholeOf(text: string): TextPiece {
  return { text, isDifferent: text !== '' };
}

/** Words, blanks and signs, each by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}

/** One text merged from two that came from the same original. */
export interface MergedText {
  text: string;
  /** Both changed the same lines: both versions are in the text, mine first. */
  isDoubled: boolean;
}

/**
 * Merges, line by line, what each of two people changed. Where the common original is not known, the result
 * contains both texts in full.
 */
export function mergeTexts(base: string | undefined, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine, isDoubled: false };
  if (mine === base) return { text: theirs, isDoubled: false };
  const both = { text: `${mine.replace(/(?<!\n)\n*$/, '')}\n\n${theirs}`, isDoubled: true };
  if (base === undefined) return both;
  const lines = base.split('\n');
  const [ours, others] = [changesOf(lines, mine), changesOf(lines, theirs)];
  if (ours === undefined || others === undefined) return both;
  return applyBoth(lines, ours, others);
}

/** These lines instead of those from `start` up to `end` (exclusive). */
interface LineChange {
  start: number;
  end: number;
  lines: string[];
}

function changesOf(base: string[], text: string): LineChange[] | undefined {
  const parts = diffArrays(base, text.split('\n'), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return undefined;
  const changes: LineChange[] = [];
  let at = 0;
  for (const { value, added, removed } of parts) {
    const last = changes.at(-1);
    const open = last?.end === at && (added || removed) ? last : { start: at, end: at, lines: [] };
    if ((added || removed) && open !== last) changes.push(open);
    if (added) open.lines.push(...value);
    else at += value.length;
    if (removed) open.end = at;
  }
  return changes;
}

function applyBoth(base: string[], ours: LineChange[], others: LineChange[]): MergedText {
  const merged: string[] = [];
  let isDoubled = false;
  let at = 0;
  const [mine, theirs] = [[...ours], [...others]];
  for (;;) {
    const start = Math.min(mine[0]?.start ?? base.length, theirs[0]?.start ?? base.length);
    merged.push(...base.slice(at, start));
    if (mine.length + theirs.length === 0) break;
    const end = endOfMeeting(start, mine, theirs);
    const versions = [mine, theirs].map((changes) => takeWithin(base, changes, { start, end }));
    const [first, second] = versions;
    if (first !== undefined && second !== undefined && first.join('\n') !== second.join('\n')) {
      isDoubled = true;
      merged.push(...first, ...second);
    } else merged.push(...(first ?? second ?? []));
    at = end;
  }
  return { text: merged.join('\n'), isDoubled };
}

/** The end of the stretch that begins at `start`, with all changes of either side that touch it. */
function endOfMeeting(start: number, mine: LineChange[], theirs: LineChange[]): number {
  let end = start;
  for (let grown = true; grown; ) {
    grown = false;
    for (const change of [...mine, ...theirs]) {
      if (change.start > end) continue;
      grown ||= change.end > end;
      end = Math.max(end, change.end);
    }
  }
  return end;
}

/**
 * Removes the changes of a stretch from the list and returns its lines with them applied; `undefined` where
 * there are none.
 */
function takeWithin(
  base: string[],
  changes: LineChange[],
  { start, end }: { start: number; end: number },
): string[] | undefined {
  const lines: string[] = [];
  let at = start;
  let isChanged = false;
  for (let next = changes[0]; next !== undefined && next.start <= end; next = changes[0]) {
    changes.shift();
    isChanged = true;
    lines.push(...base.slice(at, next.start), ...next.lines);
    at = next.end;
  }
  if (!isChanged) return undefined;
  return [...lines, ...base.slice(at, end)];
}
