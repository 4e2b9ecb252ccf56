import { isSupportWord, meaningsOfWord } from './alike-words';
import { type BlankRange, betweenDigits, blankPatterns } from './blank-patterns';
import type { Capitals, IsUpper } from './called-name';
import { isPublicPage } from './public-pages';
import { isStopWord } from './stop-words';

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
  for (const { kind, pattern, capitals = 'none', isUncertain = false } of yield* blankPatterns()) {
    yield;
    if (isUncertain) for (const match of left.matchAll(harmless)) takeOut(rangeOf(match));
    for (const match of left.matchAll(pattern)) {
      const range = { ...rangeOf(match), kind };
      range.start += textBefore(match[0], range.start, capitals, isUpper);
      takeOut(range);
      if (!isForEverybody(range, match[0])) found.push(range);
    }
  }
  return found;
}

/** Without the capital that it needs it is none, and a page for everybody may be shown. */
function isForEverybody({ start, end, kind }: BlankRange, text: string): boolean {
  return start === end || (kind === 'link' && isPublicPage(text));
}

function rangeOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].length };
}

/** How much of what was found precedes it, or all: it begins with a capital where its script has them, or a digit. */
function textBefore(text: string, start: number, capitals: Capitals, isUpper: IsUpper): number {
  if (capitals === 'rare') return isEverybodys(text) ? text.length : 0;
  if (capitals === 'none' || !/[a-z]/.test(text)) return 0;
  if (capitals === 'first') return isUpper(start) ? 0 : text.length;
  if (capitals === 'all') {
    const letters = [...text.matchAll(/\p{L}/gu)];
    return letters.every(({ index }) => isUpper(start + index)) ? 0 : text.length;
  }
  const words = [...text.matchAll(/[\p{L}\d.'-]+/gu)];
  const capital = words.find(({ index }) => isUpper(start + index));
  if (capital === undefined) return text.length;
  return /^\d/.test(text) ? 0 : capital.index;
}

function isEverybodys(word: string): boolean {
  return isStopWord(word) || isSupportWord(word) || meaningsOfWord(word).length > 0;
}
