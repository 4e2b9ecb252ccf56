import { labelOfKey } from '../identity/attributes';
import { parseTemplate, type VariableExpression } from './parse-template';

/** Values or answers by the variable's standard name. */
export type VariableValues = ReadonlyMap<string, string>;

/** Something to ask before insertion. */
export interface ReplyQuestion {
  /** The variable, and the key of its answer. */
  name: string;
  /** In words, e.g. "Order number". */
  label: string;
  /** What to choose from; empty: any text. */
  choices: string[];
  /** The answer to begin with. */
  initial?: string | undefined;
}

/** A variable that got a value. */
export interface UsedValue {
  name: string;
  value: string;
  /** `fallback` where only the response itself had something to say. */
  from: 'value' | 'answer' | 'fallback';
}

/** A piece of a filled text: written in the response, a value, or a gap that nothing fills. */
export type FilledPart =
  | { kind: 'text'; text: string }
  | { kind: 'value'; text: string; name: string }
  | { kind: 'missing'; text: string; name: string };

export interface FilledText {
  /** Joined parts. Not to be inserted while something is missing. Never contains `{{`. */
  text: string;
  parts: FilledPart[];
  /** Variables without a value, each once, as questions to ask. */
  missing: ReplyQuestion[];
  used: UsedValue[];
}

/**
 * Puts values into a body. An answer goes before a value, a value before the answer a question
 * begins with and the fallback. Values are never read as anything but text: a value with braces
 * stays a value. A gap reads ‹name› in the text. A body without `{{` comes back unchanged.
 */
export function fillVariables(
  body: string,
  values: VariableValues,
  answers: VariableValues = new Map(),
): FilledText {
  const parts: FilledPart[] = [];
  const missing = new Map<string, ReplyQuestion>();
  const used = new Map<string, UsedValue>();
  for (const piece of parseTemplate(body)) {
    if (piece.kind === 'text') {
      parts.push(piece);
      continue;
    }
    const resolved = resolveVariable(piece, values, answers);
    if (resolved === undefined) {
      missing.set(piece.name, questionOf(piece));
      parts.push({ kind: 'missing', text: `‹${piece.name}›`, name: piece.name });
    } else {
      used.set(piece.name, resolved);
      parts.push({ kind: 'value', text: resolved.value, name: piece.name });
    }
  }
  const safe = withoutOpenBraces(parts);
  const text = safe.map((part) => part.text).join('');
  return { text, parts: safe, missing: [...missing.values()], used: [...used.values()] };
}

/** What a response asks before it can be inserted, each question once, in the order of the text. */
export function questionsOf(body: string): ReplyQuestion[] {
  const questions = new Map<string, ReplyQuestion>();
  for (const piece of parseTemplate(body)) {
    const isQuestion = piece.kind === 'variable' && piece.name.startsWith('ask.');
    if (isQuestion && !questions.has(piece.name)) questions.set(piece.name, questionOf(piece));
  }
  return [...questions.values()];
}

/** What a variable stands for; `undefined` where nothing has a value. Blank counts as no value. */
export function resolveVariable(
  expression: VariableExpression,
  values: VariableValues,
  answers: VariableValues,
): UsedValue | undefined {
  const { name, format, initial, fallback } = expression;
  const answer = answers.get(name);
  if (!isBlank(answer)) return { name, value: answer, from: 'answer' };
  const value =
    values.get(format === undefined ? name : `${name}:${format}`) ??
    values.get(name) ??
    values.get(name.toLowerCase());
  if (!isBlank(value)) return { name, value, from: 'value' };
  const words = initial ?? fallback;
  return words === undefined ? undefined : { name, value: words, from: 'fallback' };
}

/** A question in words: "ask.order_number" asks for the "Order number". */
export function questionOf({ name, choices, initial }: VariableExpression): ReplyQuestion {
  const label = labelOfKey(
    name.replace(/^(?:ask|[a-z]+\.custom_attribute)\./, '').replaceAll('.', ' '),
  );
  return { name, label, choices, initial };
}

/** Sets the second of two opening braces apart, within parts and across them. */
export function withoutOpenBraces<T extends { text: string }>(parts: readonly T[]): T[] {
  let endsOpen = false;
  return parts.map((part) => {
    const inner = part.text.replace(/\{(?=\{)/g, '{ ');
    const text = endsOpen && inner.startsWith('{') ? ` ${inner}` : inner;
    if (text !== '') endsOpen = text.endsWith('{');
    return text === part.text ? part : { ...part, text };
  });
}

function isBlank(value: string | undefined): value is undefined {
  return value === undefined || value.trim() === '';
}
