import { addressOf, addsToWords } from '../../shared/mail/link-address';

/** Longest text of one message that is taken down, in characters. */
const longestText = 250_000;

const blocks = /^(P|DIV|LI|BLOCKQUOTE|PRE|H[1-6]|TR)$/;

/** Several of these in one message are lines of it. */
const words = '.parsed-text';

/** Markup that breaks lines, unlike the app's own boxes around the words. */
const breaks = 'br, p, li, pre, div:not(.chat-bubble__message, .chat-bubble__normal)';

/** Stands for the edge of a block while the text is put together (a private-use character). */
const edge = '\ue000';

/** Parts of a bubble that are not what was said. */
const asides =
  '.chat-bubble__edited, .chat-bubble__file, .chat-message__meta, .chat-message__time, .chat-message__userpic, [class*="__status"], [class*="__actions"], [class*="__controls"], script, style, button, textarea, [hidden], [style*="display:none"], [style*="display: none"]';

/**
 * The text of an element as a person sees it: line breaks kept, pictures of emoji as their signs, the
 * address of a link behind words that leave it open.
 * Where the markup breaks lines by elements, line ends in the source are only spacing.
 */
export function readMessageText(element: Element): string {
  const breaksByMarkup = element.querySelector(breaks) !== null;
  return [...textPieces(element, breaksByMarkup)]
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?([\n\ue000]) ?/g, '$1')
    .replace(/(?<!\ue000)\ue000+\n(?=\ue000)/g, '\n')
    .replace(/\ue000+/g, '\n')
    .trim()
    .slice(0, longestText);
}

function* textPieces(parent: Node, breaksByMarkup: boolean): Generator<string> {
  for (const node of parent.childNodes) {
    if (node instanceof Element) yield* textOfElement(node, breaksByMarkup);
    else if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      const isSpacing = text.trim() === '' && parent.childNodes.length > 1;
      yield breaksByMarkup || isSpacing ? text.replace(/\s+/g, ' ') : text;
    }
  }
}

function* textOfElement(element: Element, breaksByMarkup: boolean): Generator<string> {
  if (element.matches(asides)) return;
  if (element.tagName === 'BR') yield '\n';
  else if (element.tagName === 'IMG') yield element.getAttribute('alt') ?? '';
  else if (blocks.test(element.tagName) || element.matches(words)) {
    yield edge;
    yield* textPieces(element, breaksByMarkup && element.tagName !== 'PRE');
    yield edge;
  } else {
    yield* textPieces(element, breaksByMarkup);
    yield addressBehind(element);
  }
}

function addressBehind(element: Element): string {
  const address =
    element.tagName === 'A' ? addressOf(element.getAttribute('href') ?? '') : undefined;
  const words = element.textContent;
  return address !== undefined && addsToWords(address, words) ? ` (${address})` : '';
}

/** Text in one line, of at most this many characters; `undefined` when there is none. */
export function toOneLine(text: string | null | undefined, length: number): string | undefined {
  const trimmed = text?.replace(/\s+/g, ' ').trim().slice(0, length);
  return trimmed === '' ? undefined : trimmed;
}
