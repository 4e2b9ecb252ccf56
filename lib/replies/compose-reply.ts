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
import { composeMarkdown, type FillText } from './markdown';
import { parseTemplate, type TemplateLogic } from './parse-template';

/** A response, ready to be shown or inserted. */
export interface Composed extends Pick<FilledText, 'missing' | 'logic' | 'used'> {
  /**
   * Not to be inserted while something is missing. Never contains `{{` or `{%`, unless `logic` was
   * to be kept.
   */
  text: ComposedText;
}

// Characters that Unicode keeps for inside a program: no text holds them, and Markdown takes them
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
  { keepsLogic = false }: { keepsLogic?: boolean } = {},
): Composed {
  const { missing, logic, used } = fillVariables(body, values, answers);
  const isKept = keepsLogic && logic !== undefined ? whatIsKept(logic) : () => false;
  const words: string[] = [];
  const source = parseTemplate(body).map((piece) => {
    if (piece.kind === 'text') return piece.text.replace(ours, '');
    const value =
      piece.kind === 'variable' ? resolveVariable(piece, values, answers)?.value : undefined;
    const gap = isKept(piece) ? piece.source.replaceAll('{', keptBrace) : gapOf(piece);
    words.push(value?.replace(ours, '') ?? gap);
    return `${open}${words.length - 1}${close}`;
  });
  const text = composeMarkdown(source.join(''), fillWith(words));
  return {
    text: { blocks: text.blocks.map(guarded) },
    missing: missing.filter((question) => !isKept(question)),
    logic,
    used,
  };
}

/** What a server that works out Liquid is given as it is: not what is asked, nor another's logic. */
function whatIsKept(logic: readonly TemplateLogic[]): (part: { name: string }) => boolean {
  const foreign = new Set(logic.filter(({ why }) => why === 'foreign').map(({ name }) => name));
  return ({ name }) => !name.startsWith('ask.') && !foreign.has(name);
}

function fillWith(words: readonly string[]): FillText {
  return (text, position) => {
    const isWhole = text.replace(placeholder, '') === '' && text.split(open).length === 2;
    return text.replace(placeholder, (_whole, index: string) => {
      const word = words[Number(index)] ?? '';
      return position === 'text' || isWhole ? word : encodeURIComponent(wellFormed(word));
    });
  };
}

/** Half of a character that takes two, which no address can hold, becomes the sign for what is lost. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** Whether the text holds something that is known of the person on screen. */
export function hasPersonalValues({ used }: Pick<Composed, 'used'>): boolean {
  return used.some(
    ({ name, from }) => from === 'value' && /^(?:contact|conversation)\./.test(name),
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
    ...(span.link === undefined ? {} : { link: codedBraces(span.link.replaceAll(keptBrace, '{')) }),
  }));
}

function codedBraces(address: string): string {
  return address.replace(/\{(?=[{%])/g, '%7B');
}

/** With more values than this they stay variables: each is tried by itself. */
const MOST_TRIED = 40;

/**
 * A response as Markdown to edit by hand: values are in, as they are, and escaped where reading them
 * again would take them for something else. What has no value yet stays a variable, and so does a
 * value that no Markdown writes, such as one of several paragraphs.
 */
export function filledMarkdown(body: string, values: VariableValues): string {
  const pieces = parseTemplate(body).map((piece) => {
    if (piece.kind === 'text') return { source: piece.text };
    const resolved =
      piece.kind === 'variable' ? resolveVariable(piece, values, new Map()) : undefined;
    return { source: piece.source, value: resolved?.value };
  });
  const read = (text: string) => JSON.stringify(composeReply(text, values).text);
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
  if (valued.length > MOST_TRIED) return body;
  const chosen = new Map<number, Form>();
  for (const index of valued) {
    const form = [asItIs, escaped].find((each) =>
      keeps((other) => (other === index ? each : asVariable)),
    );
    chosen.set(index, form ?? asVariable);
  }
  const formOf = (index: number) => chosen.get(index) ?? asVariable;
  return keeps(formOf) ? write(formOf) : body;
}

/** How a value is written where it is to be edited. */
type Form = (value: string, source: string) => string;

const asItIs: Form = (value) => value;
const asVariable: Form = (_value, source) => source;
const escaped: Form = (value) =>
  value
    .replace(/[\\`*_~[\]<>&{}!]/g, '\\$&')
    .replace(/^(\s*)([#+=|-])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2');

/**
 * What to ask a person before this body can be inserted: its questions, then what has no value. Not
 * what is logic, which no answer replaces.
 */
export function openQuestions(body: string, values: VariableValues): ReplyQuestion[] {
  const asked = new Map(questionsOf(body).map((question) => [question.name, question]));
  const { missing, logic } = fillVariables(body, values);
  const unasked = new Set(logic?.map(({ name }) => name));
  for (const question of missing) {
    if (unasked.has(question.name)) continue;
    if (!asked.has(question.name)) asked.set(question.name, question);
  }
  return [...asked.values()];
}
