import type { Block, ComposedText, Span } from '../model/composed-text';
import {
  type FilledText,
  fillVariables,
  questionsOf,
  type ReplyQuestion,
  resolveVariable,
  type VariableValues,
  withoutOpenBraces,
} from './fill-variables';
import { type FillText, readMarkdown } from './markdown';
import { parseTemplate } from './parse-template';
import { plainText } from './plain-text';
import { verbatimText } from './verbatim';

/** A response, ready to be shown or inserted. */
export interface Composed extends Pick<FilledText, 'missing' | 'used'> {
  /** Not to be inserted while something is missing. Never contains `{{`. */
  text: ComposedText;
  /** As `readMarkdown` counts them. */
  lostBackslashes: number;
}

/** A text of a response, and how it is to be read. */
export interface ReplyTemplate {
  body: string;
  /** Nothing but variables is read in it. */
  asWritten?: boolean | undefined;
}

/** Puts values into a text: into Markdown as `composeReply` does, or into one that is kept as written. */
export function composeText(
  { body, asWritten = false }: ReplyTemplate,
  values: VariableValues,
  answers: VariableValues = new Map(),
): Composed {
  if (!asWritten) return composeReply(body, values, answers);
  const { text, missing, used } = fillVariables(body, values, answers);
  return { text: verbatimText(text), lostBackslashes: 0, missing, used };
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
export function composeReply(
  body: string,
  values: VariableValues,
  answers: VariableValues = new Map(),
): Composed {
  const { missing, used } = fillVariables(body, values, answers);
  const words: string[] = [];
  const source = parseTemplate(body).map((piece) => {
    if (piece.kind === 'text') return piece.text.replace(/[\ufdd0\ufdd1]/g, '');
    words.push(resolveVariable(piece, values, answers)?.value ?? `‹${piece.name}›`);
    return `${open}${words.length - 1}${close}`;
  });
  const { text, lostBackslashes } = readMarkdown(source.join(''), fillWith(words));
  return { text: { blocks: text.blocks.map(guarded) }, lostBackslashes, missing, used };
}

/** Whether the text holds something that is known of the person on screen. */
export function hasPersonalValues({ used }: Pick<Composed, 'used'>): boolean {
  return used.some(
    ({ name, from }) => from === 'value' && /^(?:contact|conversation)\./.test(name),
  );
}

function fillWith(words: readonly string[]): FillText {
  return (text, position) => {
    const isWhole = text.replace(placeholder, '') === '' && text.split(open).length === 2;
    return text.replace(placeholder, (_whole, index: string) => {
      const word = words[Number(index)] ?? '';
      return position === 'text' || isWhole ? word : encodeURIComponent(word);
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

/**
 * A text to edit by hand, with values in: Markdown as `filledMarkdown` writes it, or one that is
 * kept as written. What has no value yet stays a variable.
 */
export function filledText(
  { body, asWritten = false }: ReplyTemplate,
  values: VariableValues,
): string {
  return asWritten ? withValues(body, values, (text) => text) : filledMarkdown(body, values);
}

/**
 * A response as Markdown to edit by hand: values are in, and written so that reading it again does
 * not take them for formatting. What has no value yet stays a variable.
 */
export function filledMarkdown(body: string, values: VariableValues): string {
  const simple = withValues(body, values, (text) => text);
  const meant = plainText(composeReply(body, values).text);
  const isSame = plainText(composeReply(simple, new Map()).text) === meant;
  return isSame ? simple : withValues(body, values, escaped);
}

function withValues(
  body: string,
  values: VariableValues,
  write: (value: string) => string,
): string {
  return fillVariables(body, values)
    .parts.map((part) => {
      if (part.kind === 'missing') return `{{${part.name}}}`;
      return part.kind === 'value' ? write(part.text) : part.text;
    })
    .join('');
}

/** What to ask a person before this body can be inserted: its questions, then what has no value. */
export function openQuestions(body: string, values: VariableValues): ReplyQuestion[] {
  const asked = new Map(questionsOf(body).map((question) => [question.name, question]));
  for (const question of composeReply(body, values).missing) {
    if (!asked.has(question.name)) asked.set(question.name, question);
  }
  return [...asked.values()];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<>#|]/g, '\\$&');
}
