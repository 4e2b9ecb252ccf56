import type { Block, ComposedText, Span } from '../model/composed-text';
import { piecesOf } from './expression';
import { composeMarkdown } from './markdown';
import type { Fill } from './markdown-spans';
import { type Filled, fill, resolve, type Values, withoutOpenBraces } from './variables';

/** A response, ready to be shown or inserted. */
export interface Composed extends Pick<Filled, 'missing' | 'used'> {
  /** Not to be inserted while something is missing. Never contains `{{`. */
  text: ComposedText;
}

// Characters that Unicode keeps for inside a program: no text holds them, and Markdown takes them
// for letters.
const open = '\ufdd0';
const close = '\ufdd1';
const placeholder = new RegExp(`${open}(\\d+)${close}`, 'g');

/**
 * Puts values into a response and reads its Markdown. The values come in after the Markdown was
 * read, so a value with stars, brackets or line feeds stays text; in a link's address it is encoded,
 * unless it is the whole address. Gaps read ‹name›.
 */
export function composeReply(body: string, values: Values, answers: Values = new Map()): Composed {
  const { missing, used } = fill(body, values, answers);
  const words: string[] = [];
  const source = piecesOf(body).map((piece) => {
    if (piece.kind === 'text') return piece.text.replace(/[\ufdd0\ufdd1]/g, '');
    words.push(resolve(piece, values, answers)?.value ?? `‹${piece.name}›`);
    return `${open}${words.length - 1}${close}`;
  });
  const text = composeMarkdown(source.join(''), fillWith(words));
  return { text: { blocks: text.blocks.map(guarded) }, missing, used };
}

/** Whether the text holds something that is known of the person on screen. */
export function hasPersonalValues({ used }: Pick<Composed, 'used'>): boolean {
  return used.some(
    ({ name, from }) => from === 'value' && /^(?:contact|conversation)\./.test(name),
  );
}

function fillWith(words: readonly string[]): Fill {
  return (text, place) => {
    const isWhole = text.replace(placeholder, '') === '' && text.split(open).length === 2;
    return text.replace(placeholder, (_whole, index: string) => {
      const word = words[Number(index)] ?? '';
      return place === 'text' || isWhole ? word : encodeURIComponent(word);
    });
  };
}

/** Values and escapes can still have put two braces side by side. */
function guarded(block: Block): Block {
  switch (block.kind) {
    case 'code':
      return { ...block, text: withoutOpenBraces([block])[0]?.text ?? '' };
    case 'list':
      return { ...block, items: block.items.map(guardedSpans) };
    default:
      return { ...block, spans: guardedSpans(block.spans) };
  }
}

function guardedSpans(spans: readonly Span[]): Span[] {
  return withoutOpenBraces(spans);
}
