import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { emptyEntry, type RawEntry } from '../file-entries';
import { Conversion, DEEPEST_REFERENCE, questionVariable } from './conversion';

/**
 * Raycast's “Export Snippets” (manual.raycast.com): a list of `name`, `text` and, where it has one,
 * `keyword`, and nothing else.
 */
const raycastSchema = v.pipe(
  v.array(v.strictObject({ name: v.string(), text: v.string(), keyword: v.optional(v.string()) })),
  v.minLength(1),
);
type RaycastSnippets = v.InferOutput<typeof raycastSchema>;

/** The entries of a file of Raycast's snippets; `undefined` when it is none. */
export function readRaycast(json: unknown): RawEntry[] | undefined {
  const read = v.safeParse(raycastSchema, json);
  if (!read.success) return undefined;
  return read.output.map(({ name, text, keyword = '' }, index) => {
    const conversion = new Conversion();
    const body = converted(text, conversion, read.output, 0);
    return {
      row: index + 1,
      format: 'plain',
      told: conversion.told,
      refusal: conversion.refusal,
      entry: { ...emptyEntry, title: name, shortcut: keyword, body },
    };
  });
}

const placeholder =
  /\{(clipboard|cursor|date|time|datetime|day|uuid|selection|argument|snippet|browser-tab)(?=[\s|}])([^{}]*)\}/g;

const filterByModifier: Readonly<Record<string, string>> = {
  uppercase: 'upcase',
  lowercase: 'downcase',
  trim: 'strip',
};

function converted(
  text: string,
  conversion: Conversion,
  snippets: RaycastSnippets,
  depth: number,
): string {
  return text.replace(placeholder, (whole, kind: string, rest: string) => {
    const [head = '', ...modifiers] = rest.split('|').map((part) => part.trim());
    const known = modifiers.filter((name) => Object.hasOwn(filterByModifier, name));
    if (known.length < modifiers.length) {
      conversion.tell(t`What “${whole}” does to its text is not kept.`);
    }
    const filters = known.flatMap((name) => filterByModifier[name] ?? []);
    const settings = settingsOf(head);
    if (kind === 'cursor') return conversion.dropCursor();
    if (Object.hasOwn(dates, kind)) return dateOf(kind, head, settings, conversion);
    if (kind === 'argument') {
      const choices = settings.get('options')?.split(',');
      const initial = settings.get('default');
      return questionVariable(settings.get('name') ?? kind, { choices, initial, filters });
    }
    if (kind !== 'snippet') return conversion.ask(kind.replace('-', ' '), { filters });
    const other = snippets.find(({ name }) => name === settings.get('name'));
    if (other === undefined || depth >= DEEPEST_REFERENCE) {
      return conversion.ask(settings.get('name') ?? kind);
    }
    return converted(other.text, conversion, snippets, depth + 1);
  });
}

const dates: Readonly<Record<string, string>> = {
  date: '{{date}}',
  time: '{{time}}',
  datetime: '{{date}} {{time}}',
};

/** `{date}`, `{date format="yyyy-MM-dd"}`, `{date offset="+2d"}` and, as before, `{date +2d}`. */
function dateOf(
  kind: string,
  head: string,
  settings: ReadonlyMap<string, string>,
  conversion: Conversion,
): string {
  const isShifted = settings.has('offset') || /(?:^|\s)[+-]\d/.test(head);
  if (isShifted) return conversion.ask(`${kind} ${settings.get('offset') ?? head}`);
  const format = settings.get('format');
  return format === undefined ? (dates[kind] ?? '') : conversion.date(format, 'letters');
}

/** `name="tone" options="happy, sad"`. */
function settingsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/(?<![a-z])([a-z]+)\s*=\s*(?:"([^"]*)"|“([^”]*)”|(\S+))/g);
  return new Map(
    [...pairs].map(([, name = '', quoted, curly, bare]) => [name, quoted ?? curly ?? bare ?? '']),
  );
}
