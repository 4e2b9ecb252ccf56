import { codedSigns } from '../model/composed-lines';
import type { Block, ComposedText, Span } from '../model/composed-text';
import {
  type FilledText,
  fillVariables,
  gapOf,
  keptBrace,
  questionsOf,
  type ReplyQuestion,
  resolveVariable,
  type VariableValues,
  withoutOpenBraces,
} from './fill-variables';
import { type FillText, readMarkdown } from './markdown';
import { parseTemplate, type TemplateLogic } from './parse-template';
import { verbatimText } from './verbatim';

/** A response, ready to be shown or inserted. */
export interface Composed extends Pick<FilledText, 'missing' | 'logic' | 'used'> {
  /**
   * Not to be inserted while something is missing. Never contains `{{` or `{%`, unless `logic` was
   * to be kept.
   */
  text: ComposedText;
  /** As `readMarkdown` counts them. */
  lostBackslashes: number;
}

/** A text of a response, and how to read it. */
export interface ReplyTemplate {
  body: string;
  /** Nothing but variables is read in it. */
  asWritten?: boolean | undefined;
  /** It is for a composer whose server works out Liquid: logic is kept as it is written. */
  keepsLogic?: boolean | undefined;
}

/** Puts values into a text: into Markdown as `composeReply` does, or into one that is kept as written. */
export function composeText(
  { body, asWritten = false, keepsLogic = false }: ReplyTemplate,
  values: VariableValues,
  answers: VariableValues = new Map(),
): Composed {
  if (!asWritten) return composeReply(body, values, answers, { keepsLogic });
  const { pieces, ...rest } = filledPieces(body, values, answers, keepsLogic);
  const { blocks } = verbatimText(pieces.map(({ text }) => text).join(''));
  return { text: { blocks: blocks.map(guarded) }, lostBackslashes: 0, ...rest };
}

// Characters that Unicode reserves for use inside programs: no text contains them, and Markdown takes them
// for letters.
const open = '\ufdd0';
const close = '\ufdd1';
const ours = /[\ufdd0-\ufdd2]/g;
const placeholder = new RegExp(`${open}(\\d+)${close}`, 'g');

/**
 * Puts values into a response and reads its Markdown. The values come in after the Markdown was
 * read, so a value with stars, brackets or line feeds stays text; in a link's address it is encoded,
 * unless it is the whole address. Gaps read ‹name›. With `keepsLogic`, for a composer whose server
 * works out Liquid, a response with logic keeps it as it is written, and with it the variables that
 * have no value here; only these braces come through. Never throws.
 */
export function composeReply(
  body: string,
  values: VariableValues,
  answers: VariableValues = new Map(),
  { keepsLogic = false }: Pick<ReplyTemplate, 'keepsLogic'> = {},
): Composed {
  const { pieces, ...rest } = filledPieces(body, values, answers, keepsLogic);
  const words: string[] = [];
  const source = pieces.map(({ text, isOwn }) =>
    isOwn ? text : `${open}${words.push(text) - 1}${close}`,
  );
  const { text, lostBackslashes } = readMarkdown(source.join(''), fillWith(words));
  return { text: { blocks: text.blocks.map(guarded) }, lostBackslashes, ...rest };
}

interface Pieces extends Omit<Composed, 'text' | 'lostBackslashes'> {
  /** In the order of the body; `isOwn` where it is the response's own text. */
  pieces: { text: string; isOwn: boolean }[];
}

function filledPieces(
  body: string,
  values: VariableValues,
  answers: VariableValues,
  keepsLogic: boolean,
): Pieces {
  const { missing, logic, used } = fillVariables(body, values, answers);
  const isKept = keepsLogic && logic !== undefined ? whatIsKept(logic) : () => false;
  const pieces = parseTemplate(body).map((piece) => {
    if (piece.kind === 'text') return { text: piece.text.replace(ours, ''), isOwn: true };
    const value =
      piece.kind === 'variable' ? resolveVariable(piece, values, answers)?.value : undefined;
    const gap = isKept(piece) ? piece.source.replaceAll('{', keptBrace) : gapOf(piece);
    return { text: value?.replace(ours, '') ?? gap, isOwn: false };
  });
  return { pieces, missing: missing.filter((question) => !isKept(question)), logic, used };
}

/** What is left as it is for a server that runs Liquid: not what only we know, nor another engine's logic. */
function whatIsKept(logic: readonly TemplateLogic[]): (part: { name: string }) => boolean {
  const foreign = new Set(logic.filter(({ why }) => why === 'foreign').map(({ name }) => name));
  return ({ name }) => !/^(?:ask|card)\./.test(name) && !foreign.has(name);
}

function fillWith(words: readonly string[]): FillText {
  return (text, position) => {
    const isWhole = text.replace(placeholder, '') === '' && text.split(open).length === 2;
    return text.replace(placeholder, (_whole, index: string, at: number) => {
      const word = words[Number(index)] ?? '';
      if (position === 'text' || isWhole) return word;
      return encoded(wellFormed(word), text.slice(0, at));
    });
  };
}

/** A value within an address; `before` is the part before it; a number or mail address stays one. */
function encoded(word: string, before: string): string {
  if (/^tel:/i.test(before)) return encodeURIComponent(dialled(word)).replace('%2B', '+');
  const code = encodeURIComponent(word);
  return /^mailto:[^?]*$/i.test(before) ? code.replace(/%(?:40|2B)/g, decodeURIComponent) : code;
}

/**
 * A number without what people put between its digits, and without the zero in brackets that is dialled
 * only within its country; Italian numbers need theirs everywhere.
 */
function dialled(number: string): string {
  return number
    .replace(/[\s/\u2010-\u2015\u2212]/g, '')
    .replace(/^((?:\+|00)\d{1,3})-?\(0\)/, (_whole, code: string) =>
      /^(?:\+|00)39$/.test(code) ? `${code}0` : code,
    );
}

/** Half of a character that takes two, which no address can hold, becomes the sign for what is lost. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Whether the text contains something known about the person on screen. */
export function hasPersonalValues({ used }: Pick<Composed, 'used'>): boolean {
  return used.some(
    ({ name, from }) => from === 'value' && /^(?:contact|conversation|card)\./.test(name),
  );
}

/**
 * Values and escapes can still have put two braces side by side. What is kept keeps its own, and an
 * address has codes for them.
 */
function guarded(block: Block): Block {
  switch (block.kind) {
    case 'code':
      return { ...block, text: guardedSpans([block])[0]?.text ?? '' };
    case 'list':
      return { ...block, items: block.items.map(guardedSpans) };
    default:
      return { ...block, spans: guardedSpans(block.spans) };
  }
}

function guardedSpans(spans: readonly Span[]): Span[] {
  return withoutOpenBraces(spans).map((span) => ({
    ...span,
    text: span.text.replaceAll(keptBrace, '{'),
    ...(span.link === undefined
      ? {}
      : { link: codedAddress(span.link.replaceAll(keptBrace, '{')) }),
  }));
}

/** The same address without open braces, and without the signs at which a helpdesk's own links end. */
function codedAddress(address: string): string {
  return codedSigns(address.replace(/\{(?=[{%])/g, '%7B'));
}

/** With more values, or in a longer text, they stay variables: each is tried by itself. */
const MOST_TRIED = 40;
const LONGEST_TRIED = 8_000;

/**
 * A text to edit by hand, with values in, as they are: Markdown as `filledMarkdown` writes it, or one
 * that is kept as written. What has no value yet stays a variable.
 */
export function filledText(template: ReplyTemplate, values: VariableValues): string {
  const { body, asWritten = false } = template;
  const pieces = parseTemplate(body).map((piece) => {
    if (piece.kind === 'text') return { source: piece.text };
    const resolved =
      piece.kind === 'variable' ? resolveVariable(piece, values, new Map()) : undefined;
    return { source: piece.source, value: resolved?.value };
  });
  const read = (text: string) =>
    JSON.stringify(composeText({ body: text, asWritten }, values).text);
  const meant = read(body);
  const write = (formOf: (index: number) => Form) =>
    pieces
      .map(({ source, value }, index) =>
        value === undefined ? source : formOf(index)(value, source),
      )
      .join('');
  const keeps = (formOf: (index: number) => Form) => read(write(formOf)) === meant;
  if (keeps(() => asItIs)) return write(() => asItIs);
  const valued = pieces.flatMap(({ value }, index) => (value === undefined ? [] : [index]));
  if (valued.length > MOST_TRIED || body.length > LONGEST_TRIED) return body;
  const forms = asWritten ? [asItIs] : [asItIs, escaped];
  const chosen = new Map<number, Form>();
  for (const index of valued) {
    const form = forms.find((each) => keeps((other) => (other === index ? each : asVariable)));
    chosen.set(index, form ?? asVariable);
  }
  const formOf = (index: number) => chosen.get(index) ?? asVariable;
  return keeps(formOf) ? write(formOf) : body;
}

/**
 * A response as Markdown to edit by hand: values are in, as they are, and escaped where reading them
 * again would take them for something else. A value that no Markdown writes, such as one of several
 * paragraphs, stays a variable.
 */
export function filledMarkdown(body: string, values: VariableValues): string {
  return filledText({ body }, values);
}

/** How a value is written where it is to be edited. */
type Form = (value: string, source: string) => string;

const asItIs: Form = (value) => value;
const asVariable: Form = (_value, source) => source;
const escaped: Form = (value) =>
  value
    .replace(/[\\`*_~[\]<>&{}!]/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([#+=|-])/gm, '$1\\$2')
    .replace(/^([^\S\r\n\u2028\u2029]*\d{1,9})([.)])/gm, '$1\\$2');

/**
 * What to ask a person before this body can be inserted: its questions, then what has no value. Not
 * what is logic, which no answer replaces.
 */
export function openQuestions(
  body: string,
  values: VariableValues,
  { keepsLogic = false }: Pick<ReplyTemplate, 'keepsLogic'> = {},
): ReplyQuestion[] {
  const asked = new Map(questionsOf(body).map((question) => [question.name, question]));
  const { missing, logic } = filledPieces(body, values, new Map(), keepsLogic);
  const unasked = new Set(logic?.map(({ name }) => name));
  for (const question of missing) {
    if (unasked.has(question.name)) continue;
    if (!asked.has(question.name)) asked.set(question.name, question);
  }
  return [...asked.values()];
}
