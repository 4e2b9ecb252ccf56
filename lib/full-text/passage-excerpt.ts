import { characterStart } from '../text/character-start';
import { matchRanges } from '../text/search-terms';
import type { FullTextQuery } from './match-query';

/** A piece of a passage, with what was looked for in it. */
export interface PassageExcerpt {
  text: string;
  /** Folded, to be marked in it. */
  terms: readonly string[];
}

/** How many characters of a passage are shown, and how many of them come before what was found. */
const LENGTH = 220;
const BEFORE = 60;

/**
 * The part of a passage in which most of the query is found, and of that the piece around the first
 * match; cut at blanks where some are near, and never through a character.
 */
export function passageExcerpt(parts: readonly string[], query: FullTextQuery): PassageExcerpt {
  const terms = [...query.phrases, ...query.parts.map(({ text }) => text)];
  const counted = parts.map((part) => ({
    part,
    count: terms.filter((term) => matchRanges(part, [term]).length > 0).length,
  }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  const best = counted.find(({ count }) => count === most)?.part ?? '';
  const found = matchRanges(best, terms)[0]?.start ?? 0;
  const start = found <= BEFORE ? 0 : cutNear(best, found - BEFORE);
  const end = start + LENGTH >= best.length ? best.length : cutNear(best, start + LENGTH);
  const text = best.slice(start, end).trim();
  return {
    text: `${start > 0 ? '…' : ''}${text}${end < best.length ? '…' : ''}`,
    terms,
  };
}

function cutNear(text: string, at: number): number {
  const from = Math.max(0, at - 20);
  const blank = text.slice(from, at + 1).lastIndexOf(' ');
  return blank > 0 ? from + blank : characterStart(text, at);
}
