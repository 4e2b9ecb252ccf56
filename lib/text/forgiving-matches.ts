import UFuzzy from '@leeoniya/ufuzzy';

const typoOptions = { intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 } as const;

const latin = new UFuzzy(typoOptions);
const anyAlphabet = new UFuzzy({
  ...typoOptions,
  unicode: true,
  alpha: '\\p{L}',
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  interBound: '[^\\p{L}\\d]',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
});

/** In a word this short, one wrong letter makes another word. */
const SHORTEST_MISTYPED_WORD = 4;

/**
 * Positions of the texts that contain every word of a query with at most one typing error per word, in
 * any order, the best first. Texts and query are folded. Nothing for a query of short words only.
 */
export function forgivingMatches(texts: string[], query: string): number[] {
  // The library finds whatever lacks a word with a dash before it.
  const words = query.replace(/(^| )-+/g, '$1');
  if (!words.split(' ').some((word) => word.length >= SHORTEST_MISTYPED_WORD)) return [];
  const engine = /^[ -~]*$/.test(words) ? latin : anyAlphabet;
  const [found, info, order] = engine.search(texts, words, 3);
  if (found === null) return [];
  if (info === null) return found;
  return order.flatMap((at) => info.idx[at] ?? []);
}
