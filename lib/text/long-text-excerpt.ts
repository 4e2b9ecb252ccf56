import { characterStart } from './character-start';
import { matchRanges } from './search-terms';

/** How much of a long text is shown before anybody asks for more, and per request. */
export const excerptLimits = { firstCharacters: 600, firstLines: 9, stepCharacters: 20_000 };

/** The visible beginning of a text. */
export interface Excerpt {
  text: string;
  /** Characters left out. */
  hidden: number;
}

/**
 * The part of `text` to show after `steps` requests for more: a few lines at first, then 20,000
 * characters more each time, so that a text of any size never enters the page at once. Cuts at a
 * blank where one is near, and never through a character.
 */
export function excerpt(text: string, steps: number): Excerpt {
  const end = steps === 0 ? firstEnd(text) : steps * excerptLimits.stepCharacters;
  // A handful of hidden characters is not worth a button.
  if (end + 40 >= text.length) return { text, hidden: 0 };
  const cut = cutBefore(text, end);
  return { text: text.slice(0, cut), hidden: text.length - cut };
}

function firstEnd(text: string): number {
  let end = -1;
  for (let line = 0; line < excerptLimits.firstLines; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1 || end > excerptLimits.firstCharacters) return excerptLimits.firstCharacters;
  }
  return end;
}

function cutBefore(text: string, end: number): number {
  const from = Math.max(0, end - 80);
  const blank = text.slice(from, end + 1).search(/\s\S*$/);
  return blank > 0 ? from + blank : characterStart(text, end);
}

/** How often more of a long text has to be requested (see `excerpt`) until the first match shows. */
export function stepsUntilFound(text: string, terms: readonly string[]): number {
  const isInSight = matchRanges(excerpt(text, 0).text, terms).length > 0;
  const first = isInSight ? undefined : matchRanges(text, terms)[0];
  return first === undefined ? 0 : Math.ceil((first.end + 100) / excerptLimits.stepCharacters);
}
