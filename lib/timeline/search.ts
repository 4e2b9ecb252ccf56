import type { Conversation, Message } from '../model/history';
import type { TimelineRow } from './build';
import { excerpt, excerptLimits } from './excerpt';
import { fold, foldWithOrigins } from './fold';

/** Parts of one haystack are kept apart by what nobody can type. */
const border = '\u0000';

/** A stretch of a text: from `start` up to, not including, `end`, in UTF-16 units. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * What a query asks for, folded: every word must be found, in any order; words between double
 * quotes must stand together. Empty for a query without a letter to look for.
 */
export function searchTerms(query: string): string[] {
  const terms = [...fold(query).matchAll(/"([^"]+)"|[^\s"]+/g)].map((match) =>
    (match[1] ?? match[0]).trim(),
  );
  return [...new Set(terms)].filter((term) => term !== '');
}

/** Folded once per stored object: the same ones come back at every key press. */
const haystacks = new WeakMap<Message | Conversation, string>();

/** Keys of the rows in which every term is found, in the order of the rows. */
export function matchingKeys(rows: readonly TimelineRow[], terms: readonly string[]): string[] {
  if (terms.length === 0) return [];
  const keys: string[] = [];
  for (const row of rows) {
    const haystack = haystackOf(row);
    if (terms.every((term) => haystack.includes(term))) keys.push(row.key);
  }
  return keys;
}

/**
 * Folds rows beforehand, from the one at `start` on, until `isOver` says so. Returns where it stopped:
 * the number of rows when all are ready.
 */
export function prepareSearch(
  rows: readonly TimelineRow[],
  start: number,
  isOver: () => boolean,
): number {
  for (let index = start; index < rows.length; index += 1) {
    if (isOver()) return index;
    const row = rows[index];
    if (row !== undefined) haystackOf(row);
  }
  return rows.length;
}

function haystackOf(row: TimelineRow): string {
  const source = row.kind === 'item' ? row.message : conversationOf(row);
  if (source === undefined) return '';
  let haystack = haystacks.get(source);
  if (haystack === undefined) {
    haystack = fold(readable(source).join(border));
    haystacks.set(source, haystack);
  }
  return haystack;
}

function conversationOf(row: TimelineRow): Conversation | undefined {
  return row.kind === 'conversation' ? row.conversation : undefined;
}

/** What a person can read of it in the panel; a deleted message's text is not shown, so not found. */
function readable(source: Message | Conversation): string[] {
  if (!('text' in source)) return [source.subject ?? source.channel ?? ''];
  const author = source.kind === 'activity' ? '' : (source.author.name ?? '');
  if (source.deleted === true) return [author];
  const names = source.attachments.map((attachment) => attachment.name);
  return [source.text, source.subject ?? '', author, ...names];
}

/** Where any of the terms stands in a text, in order, overlaps joined. Terms as `searchTerms` gives. */
export function matchRanges(text: string, terms: readonly string[]): TextRange[] {
  if (terms.length === 0 || text === '') return [];
  const folded = foldWithOrigins(text);
  const found: TextRange[] = [];
  for (const term of terms) {
    for (
      let at = folded.text.indexOf(term);
      at !== -1;
      at = folded.text.indexOf(term, at + term.length)
    ) {
      const start = folded.starts[at] ?? 0;
      found.push({ start, end: folded.ends[at + term.length - 1] ?? text.length });
    }
  }
  return joined(found.sort((a, b) => a.start - b.start || a.end - b.end));
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** A piece of text, found or not. */
export interface MarkedPart {
  text: string;
  isFound: boolean;
}

/** Cuts `text`, which begins at `offset` of the searched text, at the edges of what was found. */
export function markedParts(
  text: string,
  ranges: readonly TextRange[],
  offset: number,
): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let done = 0;
  for (const range of ranges) {
    const start = Math.max(range.start - offset, done);
    const end = Math.min(range.end - offset, text.length);
    if (end <= start) continue;
    if (start > done) parts.push({ text: text.slice(done, start), isFound: false });
    parts.push({ text: text.slice(start, end), isFound: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isFound: false });
  return parts;
}

/** How often more of a long text has to be asked for (see `excerpt`) until the first find shows. */
export function stepsToFind(text: string, terms: readonly string[]): number {
  const isInSight = matchRanges(excerpt(text, 0).text, terms).length > 0;
  const first = isInSight ? undefined : matchRanges(text, terms)[0];
  return first === undefined ? 0 : Math.ceil((first.end + 100) / excerptLimits.stepCharacters);
}
