import { perLanguage } from '../language/per-language';

/** Chinese: `narrow` separates all by a sign, as the word “和” would touch the Latin names beside it. */
const listFormat = (type: Intl.ListFormatType) =>
  perLanguage(
    (tag) => new Intl.ListFormat(tag, { type, style: tag.startsWith('zh') ? 'narrow' : 'long' }),
  );
const conjunction = listFormat('conjunction');
const disjunction = listFormat('disjunction');

/** "Chatwoot, Chatra and Kustomer" in the language in use; for a choice with `or` between the last two. */
export function formatList(items: readonly string[], between: 'and' | 'or' = 'and'): string {
  return (between === 'and' ? conjunction() : disjunction()).format(items);
}
