import {
  type FilterArgument,
  type FilterCall,
  isFilterName,
  isKnownFilter,
} from './template-filters';

/** The parsed content between `{{` and `}}`. */
export interface VariableExpression {
  /** In the standard's names: lower case, but for the key of a custom attribute. `ask.…` is a question. */
  name: string;
  /** One of the fixed formats, as in `{{date:long}}`. */
  format?: string | undefined;
  /** Answers to choose from, as in `{{ask.size:S/M/L}}`. */
  choices: string[];
  /** The answer offered at first, as in `{{ask.size:S/M/L=M}}`. */
  initial?: string | undefined;
  /** What is done to the value, in order. A fallback is the filter `default`. */
  filters: readonly FilterCall[];
}

/** Something in a body that only a template engine works out. */
export interface TemplateLogic {
  /** As it is written, with its braces. */
  source: string;
  /** The same without its braces. */
  name: string;
  /**
   * `liquid`: a tag such as `{% if … %}`; `filter`: a variable with a filter that is not known here;
   * `foreign`: logic that no helpdesk of ours knows, such as `{{#if …}}`.
   */
  why: 'liquid' | 'filter' | 'foreign';
  /** The name it is about, without braces and filters. */
  words: string;
}

/** A body, cut at its variables. */
export type TemplatePart =
  | { kind: 'text'; text: string }
  | ({ kind: 'variable'; source: string } & VariableExpression)
  | ({ kind: 'logic' } & TemplateLogic);

// Something of several lines counts only if it names a field. A quoted argument may have braces in it, but
// neither it nor a tag goes on where another begins, so that a text full of openings is read in one pass.
const variableOrTag =
  /\{\{([^{}\n|:,(]*(?:[|:,(][^\S\n]*(?:(["'])(?:(?!\2|\{\{).)*\2|[“”„](?:(?!\{\{)[^“”„\n])*[“”]|[‘’‚](?:(?!\{\{)[^‘’‚\n])*[‘’]|(?![\s"'“”„‘’‚]))[^{}\n|:,(]*)*|[^{}\n]*|-?\s*[a-z]\w*\.[^{}]*)\}\}|\{%-?\s*([a-z#](?:(?!\{%)[\s\S])*?)-?%\}/gi;

/** Other names in use for the same value (Chatwoot's web client and its server differ). */
const aliases: Readonly<Record<string, string>> = {
  'contact.phone': 'contact.phone_number',
  'agent.available_name': 'agent.name',
  'conversation.display_id': 'conversation.id',
  'conversation.contact_name': 'contact.name',
};

/**
 * Cuts a body at its variables. The form is `{{name}}`, then any of `:format` (for a question
 * `:one/two/three`), `=answer to begin with`, `| fallback` and Liquid's filters. Tags, filters that
 * are not known here and what other engines decide by are parts of their own. Joining the parts back
 * loses only the variables, and the blanks that `{{-` and `-}}` take away.
 */
export function parseTemplate(body: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let done = 0;
  let trimsNext = false;
  const addText = (raw: string, trimsEnd: boolean): void => {
    const start = trimsNext ? raw.trimStart() : raw;
    const text = trimsEnd ? start.trimEnd() : start;
    if (text !== '') parts.push({ kind: 'text', text });
  };
  for (const match of body.matchAll(variableOrTag)) {
    const [source, inner, , tag] = match;
    const content = tag ?? inner ?? '';
    const trimsEnd = content.endsWith('-') && !isOwnDash(content);
    const words = content
      .slice(0, trimsEnd ? -1 : undefined)
      .replace(/^-/, '')
      .trim();
    if (words === '') continue;
    addText(body.slice(done, match.index), inner?.startsWith('-') === true);
    trimsNext = inner !== undefined && trimsEnd;
    parts.push(tag === undefined ? readVariable(source, words) : logicOf(source, 'liquid', words));
    done = match.index + source.length;
  }
  addText(body.slice(done), false);
  return parts;
}

/** `{{name | -}}` has a dash as its fallback, and `{{ask.group:A+/A-}}` in its last answer; neither trims anything. */
function isOwnDash(content: string): boolean {
  return /[|=:]\s*-$/.test(content) || /^-?\s*ask\..*\S-$/is.test(content);
}

function logicOf(source: string, why: TemplateLogic['why'], words: string): TemplatePart {
  return { kind: 'logic', source, name: source.slice(2, -2).trim(), why, words };
}

/** Handlebars that decides, repeats, includes or comments. */
const foreignLogic = /^(?:[#/^>!&*~]|else\b)/;
/** A value that is written out, or one that is counted. */
const literal = /^(?:[\p{QMark}\d]|[^:=]*\[)/u;

function readVariable(source: string, inner: string): TemplatePart {
  if (foreignLogic.test(inner)) return logicOf(source, 'foreign', inner);
  const [head = '', ...pipes] = splitAt(
    '|',
    inner.replace(/\[\s*(?:(["'])(.{0,400}?)\1|[“”„‘’‚](.{0,400}?)[“”‘’])\s*\]/g, '.$2$3'),
  );
  const filters = readPipes(pipes);
  if (literal.test(head.trim()) || !filters.every(isKnownFilter)) {
    return logicOf(source, 'filter', standardVariableName(head));
  }
  const decided = decidedName(head);
  if (decided !== undefined) return logicOf(source, 'filter', standardVariableName(decided));
  const [, front = '', initial] = /^([^=]*)(?:=([\s\S]*))?$/.exec(head) ?? [];
  const [, name = '', options] = /^([^:]*)(?::([\s\S]*))?$/.exec(front) ?? [];
  const isQuestion = name.trim().toLowerCase().startsWith('ask.');
  return {
    kind: 'variable',
    source,
    name: standardVariableName(name),
    format: isQuestion ? undefined : options?.trim().toLowerCase(),
    choices: isQuestion ? choicesOf(options, initial) : [],
    initial: initial?.trim(),
    filters,
  };
}

/**
 * The name before a comparison (`name != blank`) or a parameter of another engine (`name fallback="x"`),
 * neither of which is an answer to begin with. Only a question or an attribute has blanks in its name.
 */
function decidedName(head: string): string | undefined {
  // What a person chooses from may hold any signs: “Thanks!” before the answer to begin with.
  if (/^\s*ask\.[^:=]*:/i.test(head)) return undefined;
  const at = head.indexOf('=');
  if (at === -1) return undefined;
  const [sign = ''] = /^=+>?/.exec(head.slice(at)) ?? [];
  const front = head.slice(0, at).replace(/[!<>]$/, '');
  if (sign !== '=' || front.length < at) return front.trim();
  const answer = head.slice(at + 1);
  const [written = '', options] = front.split(/:(.*)/s);
  const name = withoutLastWord(written.trim());
  const isQuoted = /^\s*\p{QMark}/u.test(answer) && !/^\s*ask\./i.test(front);
  if (options !== undefined) return isQuoted ? written.trim() : undefined;
  const mayHaveBlanks = /^\s*(?:ask|card|\w+\.custom_attribute)\./i.test(front);
  const isParameter = isQuoted || !mayHaveBlanks;
  return isParameter && name !== '' && name !== written.trim() ? name : undefined;
}

/** The name before a parameter's, which a blank or a comma separates from it; the same where there is none. */
function withoutLastWord(text: string): string {
  const words = text.split(/[,\s]/);
  const last = words.pop() ?? '';
  if (words.length === 0 || !/^[\w-]+$/.test(last)) return text;
  while (words.at(-1) === '') words.pop();
  return text.slice(0, words.join(' ').length);
}

const attribute = /^(contact|conversation)\.custom_attribute\.(?=.)/i;

/** The standard's name for a variable: in lower case, but for the key of a custom attribute. */
export function standardVariableName(name: string): string {
  const lower = name.trim().toLowerCase();
  const owner = attribute.exec(name.trim())?.[0];
  if (owner !== undefined) return `${owner.toLowerCase()}${name.trim().slice(owner.length)}`;
  return Object.hasOwn(aliases, lower) ? (aliases[lower] ?? lower) : lower;
}

/** With the answer to begin with, which could not be shown otherwise; without any options, none. */
function choicesOf(options: string | undefined, initial = ''): string[] {
  const choices = (options ?? '').split('/').filter((choice) => choice.trim() !== '');
  const all = choices.length === 0 ? [] : [...choices, initial];
  return [...new Set(all.map((choice) => choice.trim()))].filter((choice) => choice !== '');
}

/** A single pipe without a filter's name is a fallback, and so is what follows `||`. */
function readPipes(pipes: readonly string[]): FilterCall[] {
  const filters: FilterCall[] = [];
  let isFallback = false;
  pipes.forEach((pipe, index) => {
    const words = pipe.trim();
    const isOr = words === '' && index < pipes.length - 1;
    if (!isOr) filters.push(isFallback ? fallback(words) : readPipe(words, pipes.length > 1));
    isFallback = isOr;
  });
  return filters;
}

function readPipe(words: string, isOneOfSeveral: boolean): FilterCall {
  // default("there"), as some engines write it, but not “customer(s)”
  const call = words.replace(
    /^([a-z]\w*)\((?:([^()]+)|)\)$/i,
    (whole, called: string, given = '') => {
      if (!isFilterName(called) && !/^\p{QMark}/u.test(given)) return whole;
      return given === '' ? called : `${called}: ${given}`;
    },
  );
  const [, written = '', after] = /^([a-z]\w*)\s*(?::([\s\S]*))?$/i.exec(call) ?? [];
  const isFilter = isFilterName(written);
  if (!isFilter && !/^[a-z]/.test(written)) return fallback(words);
  const name = isFilter ? written.toLowerCase() : written;
  const rest = after?.trimStart();
  if (rest === undefined) {
    return isFilter || isOneOfSeveral ? { name, args: [] } : fallback(words);
  }
  const args = splitAt(',', rest)
    .map((each) => each.trim())
    .filter((each) => !/^\w+:\s*\w+$/.test(each));
  const read = args.map(readArgument);
  if (read.every((each) => each !== undefined)) return { name, args: read };
  if (name === 'default') return fallback(rest);
  return isFilter ? { name, args: [{ text: rest }] } : fallback(words);
}

function fallback(words: string): FilterCall {
  const text = unquoted(words) ?? words;
  const isVariable = text === words && variableName.test(words);
  return {
    name: 'default',
    args: [isVariable ? { variable: standardVariableName(words) } : { text }],
  };
}

const variableName = /^(?:contact|conversation|inbox|agent|account|ask|card)(?:\.\w+)+$/i;

function readArgument(words: string): FilterArgument | undefined {
  const quoted = unquoted(words);
  if (quoted !== undefined) return { text: quoted };
  if (variableName.test(words)) return { variable: standardVariableName(words) };
  return /^[\p{L}\p{N}_.-]+$/u.test(words) ? { text: words } : undefined;
}

/** What stands in quotation marks, which word processors curl; `undefined` for anything else. */
function unquoted(words: string): string | undefined {
  const [, , straight, double, single] =
    /^(?:(["'])([\s\S]*)\1|[“”„]([^“”„]*)[“”]|[‘’‚]([^‘‚]*)[‘’])$/.exec(words) ?? [];
  return straight ?? double ?? single;
}

/** Cuts at a sign, but for those within quotation marks that begin an argument. */
function splitAt(sign: '|' | ',', text: string): string[] {
  const quotes =
    /((?:^|[|:,])\s*)(?:(["'])(.{0,2000}?)\2|[“”„][^“”„]{0,2000}[“”]|[‘’‚][^‘‚]{0,2000}?[‘’])(?=\s*(?:[|,]|$))/gs;
  const masked = text.replace(quotes, (whole) => whole.replace(/(?!^)[|,]/g, '\0'));
  const parts: string[] = [];
  let from = 0;
  for (const part of masked.split(sign)) {
    parts.push(text.slice(from, from + part.length));
    from += part.length + 1;
  }
  return parts;
}
