import { addressOf, addsToWords } from '../../shared/mail/link-address';

/** Longest text of one message that is recorded, in characters. */
const longestText = 250_000;

const blocks =
  /^(P|DIV|LI|BLOCKQUOTE|PRE|H[1-6R]|TR|D[DT]|SUMMARY|SECTION|ARTICLE|HEADER|FOOTER|ADDRESS|FIGCAPTION)$/;

/** Several of these in one message are lines of it, unless other words stand between them. */
export const parsedText = '.parsed-text';

/** Markup that breaks lines, unlike the app's own boxes around the words. */
const breaks = 'br, p, li, pre, div:not([class*="chat-bubble"])';

/** Stands for the edge of a block while the text is put together (a private-use character). */
const edge = '\ue000';

/** What is invisible, or is not text. */
const unseen =
  'script, style, select, textarea, [hidden], [style*="display:none"], [style*="display: none"]';

/** Parts of a bubble that the app wrote itself and nobody said. */
const asides = `${unseen}, .chat-bubble__file, .chat-message__meta, .chat-message__username, .chat-message__time, .chat-message__userpic, [class*="__edited"], [class*="__deleted"], [class*="reaction"], [class*="__status"], [class*="__actions"], [class*="__controls"], button`;

/** What an earlier message said, shown again in the one that answers it. */
export const quotes = 'blockquote, [class*="__quote"], [class*="__reply"], .chat-message';

/**
 * The text of an element as a person sees it: line breaks kept, pictures of emoji as characters, the
 * address of a link whose words do not show it, quotes after a ">". Where the markup breaks lines by
 * elements, line ends in the source are only spacing.
 */
export function readMessageText(element: Element): string {
  const isWords = element.closest(parsedText) !== null;
  return joined(textPieces(element, { isWords, breaksByMarkup: breaksLines(element, isWords) }));
}

/** Where a piece of text is. */
interface Place {
  /** Inside what somebody wrote: nothing there is the app's own text. */
  isWords: boolean;
  breaksByMarkup: boolean;
}

function breaksLines(element: Element, isWords: boolean): boolean {
  return [...element.querySelectorAll(breaks)].some(
    (part) => isWords || (part.closest(asides) === null && part.closest(quotes) === null),
  );
}

function joined(pieces: Iterable<string>): string {
  return [...pieces]
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?([\n\ue000]) ?/g, '$1')
    .replace(/(?<!\ue000)\ue000+\n(?=\ue000)/g, '\n')
    .replace(/\ue000+/g, '\n')
    .trim()
    .slice(0, longestText);
}

function* textPieces(parent: Node, place: Place): Generator<string> {
  for (const node of parent.childNodes) {
    if (node instanceof Element) yield* textOfElement(node, place);
    else if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      const isSpacing = text.trim() === '' && parent.childNodes.length > 1;
      yield place.breaksByMarkup || isSpacing ? text.replace(/\s+/g, ' ') : text;
    }
  }
}

function* textOfElement(element: Element, place: Place): Generator<string> {
  if (element.matches(place.isWords ? unseen : asides)) return;
  const sign = signOf(element);
  if (sign !== undefined) yield sign;
  else if (element.tagName === 'BR') yield '\n';
  else if (element.matches(parsedText) && !place.isWords) yield* parsedWords(element);
  else if (element.matches(quotes)) yield* quotedWords(element, place);
  else if (blocks.test(element.tagName)) {
    yield edge;
    const breaksByMarkup = place.breaksByMarkup && element.tagName !== 'PRE';
    yield* textPieces(element, { ...place, breaksByMarkup });
    yield edge;
  } else {
    yield* textPieces(element, place);
    yield addressBehind(element);
  }
}

function* parsedWords(element: Element): Generator<string> {
  const isLine = standsAlone(element);
  if (isLine) yield edge;
  yield* textPieces(element, { isWords: true, breaksByMarkup: breaksLines(element, true) });
  if (isLine) yield edge;
}

function* quotedWords(element: Element, place: Place): Generator<string> {
  const breaksByMarkup = breaksLines(element, true);
  const quoted = joined(textPieces(element, { ...place, breaksByMarkup }));
  if (quoted !== '') yield `${edge}${quoted.replace(/^/gm, '> ')}${edge}`;
}

/** There are no words of the same line right beside it. */
function standsAlone(element: Element): boolean {
  const siblings = [...(element.parentNode?.childNodes ?? [])].filter(
    (node) => node instanceof Element || node.nodeValue?.trim() !== '',
  );
  const at = siblings.indexOf(element);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  return !goesOn(before, / $/) && !goesOn(after, /^[ .,;:!?)]/);
}

/** Text continues on the same line where a space or a sign at the seam says so, other markup always. */
function goesOn(node: Node | undefined, seam: RegExp): boolean {
  if (!(node instanceof Element)) return seam.test(node?.nodeValue ?? '');
  return !blocks.test(node.tagName) && !node.matches(`${parsedText}, ${asides}`);
}

/** The character that an element represents: that of a picture, or an emoji that a style draws. */
function signOf(element: Element): string | undefined {
  const isPicture = element.tagName === 'IMG';
  if (!isPicture && element.firstChild !== null && element.tagName !== 'svg') return undefined;
  const alternative = element.getAttribute('alt')?.trim() ?? '';
  if (isPicture && alternative !== '') return alternative;
  const names = ['aria-label', 'data-emoji', 'title'];
  const sign = names.map((name) => element.getAttribute(name) ?? '').find(isEmoji);
  return sign ?? (isPicture || element.tagName === 'svg' ? '' : undefined);
}

/** Whether this is an emoji, or its name between colons. */
function isEmoji(text: string): boolean {
  if (/^:[\w+-]+:$/.test(text)) return true;
  if (/\p{L}/u.test(text)) return false;
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text);
}

function addressBehind(element: Element): string {
  const address =
    element.tagName === 'A' ? addressOf(element.getAttribute('href') ?? '') : undefined;
  const words = element.textContent;
  return address !== undefined && addsToWords(address, words) ? ` (${address})` : '';
}
