/** Turn the direction of what follows, so that it appears in another order than it is written. */
export const turns = '\u202b\u202d\u202e\u2067';

/** Letters and digits that are not written from right to left. */
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])[\p{L}\p{N}]/u;

const anyTurn = new RegExp(`[${turns}]`);

/** The text with the signs made visible that would turn the order of its letters. */
export function withVisibleOverrides(text: string): string {
  if (!anyTurn.test(text)) return text;
  // Words that are written from right to left are not turned by being marked so.
  const turning = leftToRight.test(text) ? turns : turns.slice(1, 3);
  return text.replace(
    new RegExp(`[${turning}]`, 'g'),
    (sign) => `[${['RLE', 'LRO', 'RLO', 'RLI'][turns.indexOf(sign)]}]`,
  );
}
