import { fold } from '../../../lib/text/fold';
import { forgivingMatches } from '../../../lib/text/forgiving-matches';
import { searchTerms } from '../../../lib/text/search-terms';

/** Something the palette offers, in the words it is found by. */
export interface Findable {
  title: string;
  /** Found by these too; not shown. */
  otherWords?: string;
  /** Offered only to somebody who typed something. */
  isOnlyFound?: boolean;
}

/**
 * What has every word of the query, those first whose title begins with it; then what has them with a
 * slip. Without a word in the query, everything that is offered unasked, in its own order.
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
