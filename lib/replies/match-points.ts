import type { Reply } from '../model/reply';
import { fold } from '../text/fold';

/** The folded fields of a response that are searched. */
export interface SearchFields {
  shortcut: string;
  title: string;
  tags: string;
  body: string;
}

/** Folded once for each response, not at each key press. */
export function fieldsOf(reply: Reply): SearchFields {
  const bodies = [reply.body, ...reply.variants.map((variant) => variant.body)];
  return {
    shortcut: fold(reply.shortcut),
    title: fold(reply.title),
    // A line feed before each marks where a tag begins.
    tags: reply.tags.map((tag) => `\n${fold(tag)}`).join(''),
    body: fold(bodies.join('\n')),
  };
}

/** Enough to come first, however often others are used. */
const EXACT_SHORTCUT = 200;

/**
 * How well a response matches all terms (folded, at least one), as points; 0 where a term is
 * missing. The shortcut counts most, then the title, tags and body; a word's beginning more than its
 * middle.
 */
export function matchPoints(fields: SearchFields, terms: readonly string[]): number {
  if (terms.length === 1 && terms[0] === fields.shortcut) return EXACT_SHORTCUT;
  let sum = 0;
  for (const term of terms) {
    const points = termPoints(fields, term);
    if (points === 0) return 0;
    sum += points;
  }
  return sum / terms.length;
}

function termPoints({ shortcut, title, tags, body }: SearchFields, term: string): number {
  if (shortcut.startsWith(term)) return 100;
  const inTitle = title.indexOf(term);
  if (inTitle === 0) return 90;
  if (inTitle > 0 && startsWord(title, term, inTitle)) return 75;
  if (shortcut.includes(term)) return 65;
  if (tags.includes(`\n${term}`)) return 60;
  if (inTitle > 0) return 55;
  if (tags.includes(term)) return 45;
  const inBody = body.indexOf(term);
  if (inBody === -1) return 0;
  return startsWord(body, term, inBody) ? 30 : 15;
}

const letter = /[\p{L}\p{N}]/u;

function startsWord(text: string, term: string, first: number): boolean {
  // A few occurrences are enough; a long body may hold a short term a thousand times.
  for (let at = first, tries = 0; at !== -1 && tries < 5; at = text.indexOf(term, at + 1)) {
    if (at === 0 || !letter.test(text[at - 1] ?? '')) return true;
    tries += 1;
  }
  return false;
}
