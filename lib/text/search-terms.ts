import { fold, foldWithOrigins } from './fold';

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

/** Where any of the terms occurs in a text, in order, overlaps joined. Terms as returned by `searchTerms`. */
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
  return joinOverlaps(found.sort((a, b) => a.start - b.start || a.end - b.end));
}

function joinOverlaps(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else result.push({ ...range });
  }
  return result;
}

/** A piece of text, found or not. */
export interface MatchPart {
  text: string;
  isFound: boolean;
}

/** Cuts `text`, which begins at `offset` of the searched text, at the edges of the matches. */
export function splitAtMatches(
  text: string,
  ranges: readonly TextRange[],
  offset: number,
): MatchPart[] {
  const parts: MatchPart[] = [];
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
