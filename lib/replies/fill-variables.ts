import { labelOfKey } from '../identity/read-attributes';
import { parseTemplate, type TemplateLogic, type VariableExpression } from './parse-template';
import { applyFilters } from './template-filters';

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
  /** The answer offered at first. */
  initial?: string | undefined;
}

/** A variable that got a value. */
export interface UsedValue {
  name: string;
  value: string;
  /** `fallback` where only the response itself offered a text. */
  from: 'value' | 'answer' | 'fallback';
}

/** A piece of a filled text: written in the response, a value, or a gap that nothing fills. */
export type FilledPart =
  | { kind: 'text'; text: string }
  | { kind: 'value'; text: string; name: string }
  | { kind: 'missing'; text: string; name: string };

export interface FilledText {
  /** Joined parts. Not to be inserted while something is missing. Never contains `{{` or `{%`. */
  text: string;
  parts: FilledPart[];
  /** Variables without a value, each once, as questions to ask, and the sources of `logic`. */
  missing: ReplyQuestion[];
  /** What only a template engine can work out, each once; absent where there is none. */
  logic?: TemplateLogic[] | undefined;
  used: UsedValue[];
}

/**
 * Puts values into a body. An answer takes precedence over a value, a value over a question's initial answer
 * and the fallback. Values are never read as anything but text: a value with braces stays a value. A gap
 * reads ‹name› in the text, and so does logic. A body without `{{` and `{%` comes back unchanged.
 */
export function fillVariables(
  body: string,
  values: VariableValues,
  answers: VariableValues = new Map(),
): FilledText {
  const parts: FilledPart[] = [];
  const missing = new Map<string, ReplyQuestion>();
  const logic = new Map<string, TemplateLogic>();
  const used = new Map<string, UsedValue>();
  for (const piece of parseTemplate(body)) {
    if (piece.kind === 'text') {
      parts.push(piece);
      continue;
    }
    if (piece.kind === 'logic') {
      const { kind: _kind, ...each } = piece;
      const { name, words } = each;
      logic.set(name, each);
      missing.set(name, { name, label: words, choices: [] });
      parts.push({ kind: 'missing', text: gapOf(piece), name });
      continue;
    }
    const resolved = resolveVariable(piece, values, answers);
    if (resolved === undefined) {
      missing.set(piece.name, questionOf(piece));
      parts.push({ kind: 'missing', text: gapOf(piece), name: piece.name });
    } else {
      used.set(piece.name, resolved);
      parts.push({ kind: 'value', text: resolved.value, name: piece.name });
    }
  }
  const safe = withoutOpenBraces(parts);
  return {
    text: safe.map((part) => part.text).join(''),
    parts: safe,
    missing: [...missing.values()],
    logic: logic.size === 0 ? undefined : [...logic.values()],
    used: [...used.values()],
  };
}

/** What a text contains in place of a variable without a value, or of logic. */
export function gapOf(
  piece: Pick<TemplateLogic, 'words'> | Pick<VariableExpression, 'name'>,
): string {
  return `‹${'words' in piece ? piece.words : piece.name}›`;
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
  const { name, format, initial, filters } = expression;
  const answer = filled(answers.get(name));
  const known = answer ?? knownValue(name, format, values);
  const valueOfOther = (other: string) =>
    filled(answers.get(other)) ?? knownValue(other, undefined, values);
  // Somebody who empties the field does not want what it began with.
  const start = answers.has(name) ? undefined : initial;
  const after = applyFilters(known ?? start, filters, valueOfOther);
  if (after.value === undefined) return undefined;
  const from = answer === undefined ? 'value' : 'answer';
  return {
    name,
    value: after.value,
    from: known === undefined || after.isDefault ? 'fallback' : from,
  };
}

function knownValue(
  name: string,
  format: string | undefined,
  values: VariableValues,
): string | undefined {
  return filled(
    values.get(format === undefined ? name : `${name}:${format}`) ??
      values.get(name) ??
      values.get(name.toLowerCase()),
  );
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

/** A question in words: "ask.order_number" asks for the "Order number". */
export function questionOf({ name, choices, initial }: VariableExpression): ReplyQuestion {
  const label = labelOfKey(
    name.replace(/^(?:ask|card|[a-z]+\.custom_attribute)\./, '').replaceAll('.', ' '),
  );
  return { name, label, choices, initial };
}

/**
 * While a text is put together, represents a brace that is to reach a template engine. Unicode reserves it
 * for use inside programs.
 */
export const keptBrace = '\ufdd2';

/**
 * Separates what would open a variable or a tag for the next reader of the text: the second of two opening
 * braces, and a percent sign after one; within parts and across them.
 */
export function withoutOpenBraces<T extends { text: string }>(parts: readonly T[]): T[] {
  let endsOpen = false;
  return parts.map((part) => {
    const inner = part.text.replace(/\{(?=[{%\ufdd2])/g, '{ ');
    const text = endsOpen && /^[{%\ufdd2]/.test(inner) ? ` ${inner}` : inner;
    if (text !== '') endsOpen = text.endsWith('{');
    return text === part.text ? part : { ...part, text };
  });
}
