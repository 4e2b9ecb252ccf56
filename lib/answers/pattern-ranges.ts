import { type BlankRange, betweenDigits, blankPatterns } from './blank-patterns';
import type { IsUpper } from './called-name';
import { isPublicPage } from './public-pages';

const time = '(?:[01]?\\d|2[0-4]):[0-5]\\d';
const unit =
  'x|kg|g|mg|km|m|cm|mm|l|ml|w|kw|v|mv|hz|ghz|mhz|gb|mb|tb|kb|h|min|s|ms|px|k|d|st|nd|rd|th';
/** Times of day, years and amounts with a unit are not personal, unless there are more digits beside them. */
const harmless = new RegExp(
  `(?<!\\d${betweenDigits})(?:${time}(?: ?[-–,/] ?${time})*|24/7|\\d{1,4}(?:${unit})(?!\\p{L})|(?:19|20)\\d{2}(?!\\p{L}))(?!${betweenDigits}\\d)`,
  'gu',
);

/** Replaces what was found already: neither a letter nor a digit nor a blank. */
const done = '\u0001';

/**
 * Where in a folded text there is something that looks personal, in steps: a browser takes its time over each
 * pattern when it compiles it. `isUpper` says whether a letter was a capital.
 */
export function* patternRanges(folded: string, isUpper: IsUpper): Generator<void, BlankRange[]> {
  const found: BlankRange[] = [];
  let left = folded;
  const takeOut = ({ start, end }: Pick<BlankRange, 'start' | 'end'>) => {
    left = left.slice(0, start) + done.repeat(end - start) + left.slice(end);
  };
  for (const [kind, pattern] of yield* blankPatterns()) {
    yield;
    // What is not personal is no id and no number either.
    if (kind === 'reference') for (const match of left.matchAll(harmless)) takeOut(rangeOf(match));
    for (const match of left.matchAll(pattern)) {
      const range = { ...rangeOf(match), kind };
      if (kind === 'address') range.start += wordsBefore(match[0], range.start, isUpper);
      takeOut(range);
      if (!isForEverybody(range, match[0])) found.push(range);
    }
  }
  return found;
}

/** An address without a capital is none, and a page for everybody may be shown. */
function isForEverybody({ start, end, kind }: BlankRange, text: string): boolean {
  return start === end || (kind === 'link' && isPublicPage(text));
}

function rangeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

/** How much text precedes an address: it begins with a capital where the script has them, or a digit. */
function wordsBefore(text: string, start: number, isUpper: IsUpper): number {
  if (!/[a-z]/.test(text)) return 0;
  const words = [...text.matchAll(/[\p{L}\d.'-]+/gu)];
  const capital = words.find(({ index }) => isUpper(start + index));
  if (capital === undefined) return text.length;
  return /^\d/.test(text) ? 0 : capital.index;
}
