import { standardVariableName } from '../../replies/parse-template';
import { isFilterName } from '../../replies/template-filters';
import type { Placeholder } from './draft-js-raw';

/** Kustomer's documented names (README.md#placeholders), and the standard's; the first is used in writing. */
const names: readonly (readonly [string, string])[] = [
  ['customer.id', 'contact.id'],
  ['customer.name', 'contact.name'],
  ['customer.displayName', 'contact.name'],
  ['customer.firstName', 'contact.first_name'],
  ['customer.lastName', 'contact.last_name'],
  ['customer.email', 'contact.email'],
  ['customer.phone', 'contact.phone_number'],
  ['customer.company.name', 'contact.company'],
  ['currentUser.id', 'agent.id'],
  ['currentUser.displayName', 'agent.name'],
  ['currentUser.name', 'agent.name'],
  ['currentUser.firstName', 'agent.first_name'],
  ['currentUser.lastName', 'agent.last_name'],
  ['currentUser.email', 'agent.email'],
  ['conversation.id', 'conversation.id'],
  ['conversation.name', 'conversation.name'],
];

const standardNames = new Map(names.map(([own, standard]) => [own.toLowerCase(), standard]));
const ownNames = new Map([...names].reverse().map(([own, standard]) => [standard, own]));

const standardOwners: Readonly<Record<string, string>> = {
  customer: 'contact',
  conversation: 'conversation',
};

/**
 * Handlebars that decides, repeats or calls: `{{#if …}}`, `{{else}}`, `{{> part}}`, `{{help x}}`.
 */
const handlebarsLogic = /\{\{\{?\s*(?:[#/^>!&*]|else\b|[\w.]+\s+[^\s}|])/;
/** A reference to a text kept elsewhere, which cannot be read. */
const snippetReference = /\[\[\s*sn\.[^\]]*\]\]/;

/** What in a text only Kustomer can work out or fill in; `undefined` when nothing is. */
export function unsupportedIn(text: string): 'logic' | 'snippet' | undefined {
  if (handlebarsLogic.test(text)) return 'logic';
  return snippetReference.test(text) ? 'snippet' : undefined;
}

const ownVariable = /\{\{\{?\s*([\w.]+)(\s*\|[^{}\n]*|\s*)\}\}\}?/g;

/** A text with Kustomer's names of variables replaced by the standard's; unknown ones stay. */
export function withStandardNames(text: string): string {
  return text.replace(
    ownVariable,
    (_whole, name: string, fallback: string) => `{{${standardName(name)}${fallback.trimEnd()}}}`,
  );
}

/** Names are compared without regard to case; the key of a custom attribute stays as it is written. */
function standardName(name: string): string {
  const lower = name.toLowerCase().replace(/^user\./, 'currentuser.');
  const [, owner = '', field = ''] = /^(customer|conversation)\.custom\.(.+)$/i.exec(name) ?? [];
  if (field !== '') return `${standardOwners[owner.toLowerCase()]}.custom_attribute.${field}`;
  return standardNames.get(lower) ?? name;
}

const inBraces = /\{\{([^{}\n]*)\}\}/g;

/** A variable that may have a fallback text; `undefined` where more is done to it. */
function plainVariable(inner: string): { name: string; words: string | undefined } | undefined {
  const [head = '', said, ...more] = inner.split('|');
  const name = head.trim();
  const words = said?.trim() || undefined;
  const isPlain = /^[\w.]+$/.test(name) && more.length === 0 && !/[:"']/.test(words ?? '');
  return isPlain && (words === undefined || isSaid(words)) ? { name, words } : undefined;
}

/**
 * A text with the standard's names replaced by Kustomer's. What Kustomer does not know, and what has
 * filters, stays as it is written. Where `before`, the text that it replaces, uses another of Kustomer's
 * names for a value, that name stays.
 */
export function withKustomerNames(text: string, before = ''): string {
  const used = new Map<string, string>();
  for (const [, name = ''] of before.matchAll(ownVariable)) {
    if (!used.has(standardName(name))) used.set(standardName(name), name);
  }
  return text.replace(inBraces, (whole, inner: string) => {
    const { name, words } = plainVariable(inner) ?? { name: '', words: undefined };
    if (name === '') return whole;
    const standard = standardVariableName(name);
    const own = used.get(standard) ?? ownNames.get(standard) ?? ownAttribute(standard) ?? name;
    return words === undefined ? `{{${own}}}` : `{{${own} | ${words}}}`;
  });
}

/** Whether what follows a name is a fallback text, and not a filter or the value of another variable. */
function isSaid(words: string): boolean {
  return (
    !isFilterName(words) && !/^(?:contact|conversation|inbox|agent|account|ask)\.\S+$/i.test(words)
  );
}

function ownAttribute(standard: string): string | undefined {
  const [whole, owner, field] =
    /^(contact|conversation)\.custom_attribute\.(.+)$/.exec(standard) ?? [];
  if (whole === undefined) return undefined;
  return `${owner === 'contact' ? 'customer' : owner}.custom.${field}`;
}

/** The kinds of objects that Kustomer has values for. */
const ownRoot = /^(?:customer|conversation|currentUser|user|company|message|org)\./i;

/** What a `{{…}}` in Kustomer's names stands for; `undefined` where Kustomer has no value for it. */
export function placeholderIn(source: string): Placeholder | undefined {
  const inner = /^\{\{([^{}\n]*)\}\}$/.exec(source)?.[1];
  const variable = inner === undefined ? undefined : plainVariable(inner);
  if (variable === undefined || !ownRoot.test(variable.name)) return undefined;
  return { key: variable.name, fallbackText: variable.words };
}

/**
 * A text in Kustomer's names as its documented form has it: the text for an empty value is in the
 * Draft.js content only.
 */
export function withoutFallbacks(text: string): string {
  return text.replace(/\{\{[^{}\n]*\}\}/g, (source) => {
    const placeholder = placeholderIn(source);
    return placeholder === undefined ? source : `{{${placeholder.key}}}`;
  });
}

/**
 * The same text with the fallback texts that the placeholders of its Draft.js content have for an empty
 * value. Where the two do not agree on the placeholders, only a fallback that all with one name share counts.
 */
export function withFallbacks(text: string, placeholders: readonly Placeholder[]): string {
  const waiting = new Map<string, (string | undefined)[]>();
  for (const { key, fallbackText } of placeholders) {
    waiting.set(key, [...(waiting.get(key) ?? []), fallbackText]);
  }
  const counts = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(bareVariable)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, known] of waiting) {
    if (known.length !== counts.get(name) && new Set(known).size > 1) waiting.delete(name);
  }
  return text.replace(bareVariable, (whole, name: string) => {
    const [words, ...others] = waiting.get(name) ?? [];
    if (others.length > 0) waiting.set(name, others);
    return words === undefined ? whole : `{{${name} | ${words}}}`;
  });
}

const bareVariable = /\{\{\{?\s*([\w.]+)\s*\}\}\}?/g;
