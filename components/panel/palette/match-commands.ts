import { fold } from '../../../lib/text/fold';
import { forgivingMatches } from '../../../lib/text/forgiving-matches';
import { searchTerms } from '../../../lib/text/search-terms';

/** Something the palette offers, with the words that find it. */
export interface Findable {
  title: string;
  /** Further words that find it; not shown. */
  otherWords?: string;
  /** Offered only once something has been typed. */
  isOnlyFound?: boolean;
}

/**
 * Commands that contain every word of the query, those whose title begins with it first; then those that
 * match despite a typing mistake. Without a word in the query, everything that is offered unasked, in its own
 * order.
 */
export function matchCommands<T extends Findable>(commands: readonly T[], query: string): T[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return commands.filter((command) => command.isOnlyFound !== true);
  const texts = commands.map(({ title, otherWords = '' }) => fold(`${title} ${otherWords}`));
  const whole = terms.join(' ');
  const exact = [...texts.keys()].filter((at) =>
    terms.every((term) => texts[at]?.includes(term) === true),
  );
  const isFirst = (at: number) => texts[at]?.startsWith(whole) === true;
  const order = [
    ...exact.filter(isFirst),
    ...exact.filter((at) => !isFirst(at)),
    ...forgivingMatches(texts, whole),
  ];
  return [...new Set(order)].flatMap((at) => commands[at] ?? []);
}
