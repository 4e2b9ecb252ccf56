import { characterStart } from '../text/character-start';
import { fold } from '../text/fold';
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
 * The part of a passage in which most of the query is found, and of that the piece around what says most: the
 * longest of it. Cut at blanks where some are near, and never through a character.
 */
export function passageExcerpt(parts: readonly string[], query: FullTextQuery): PassageExcerpt {
  const counted = parts.map((part) => ({ part, terms: termsIn(part, query) }));
  const most = Math.max(0, ...counted.map(({ terms }) => terms.length));
  const { part: best, terms } = counted.find((each) => each.terms.length === most) ?? nothing;
  const longest = terms.toSorted((a, b) => b.length - a.length).slice(0, 1);
  const found = matchRanges(best, longest)[0]?.start ?? 0;
  const start = found <= BEFORE ? 0 : cutNear(best, found - BEFORE);
  const end = start + LENGTH >= best.length ? best.length : cutNear(best, start + LENGTH);
  const text = best.slice(start, end).trim();
  return {
    text: `${start > 0 ? '…' : ''}${text}${end < best.length ? '…' : ''}`,
    terms,
  };
}

const nothing = { part: '', terms: [] };

/**
 * What of the query is found in a text, as it is spelled there: of a number, with what groups its digits. The
 * query is composed for the index; what marks a text takes Korean syllables and voiced kana apart.
 */
function termsIn(text: string, { phrases, parts }: FullTextQuery): string[] {
  const numbers = new Set(parts.flatMap((part) => (part.kind === 'number' ? part.text : [])));
  return [...phrases, ...parts.map((part) => part.text)].map(fold).flatMap((term) => {
    if (matchRanges(text, [term]).length > 0) return term;
    if (!numbers.has(term)) return [];
    const grouped = new RegExp([...term].join('[ ./()-]{0,2}'));
    return grouped.exec(fold(text))?.[0] ?? [];
  });
}

function cutNear(text: string, at: number): number {
  const from = Math.max(0, at - 20);
  const blank = text.slice(from, at + 1).lastIndexOf(' ');
  return blank > 0 ? from + blank : characterStart(text, at);
}
