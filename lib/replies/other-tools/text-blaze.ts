import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { emptyEntry, type RawEntry } from '../file-entries';
import { Conversion, DEEPEST_REFERENCE, questionVariable } from './conversion';

const text = v.fallback(v.string(), '');

const snippetSchema = v.object({
  name: text,
  shortcut: text,
  text,
  html: text,
  type: text,
});
type Snippet = v.InferOutput<typeof snippetSchema>;

const folderSchema = v.object({ name: text, snippets: v.array(v.unknown()) });

/** Text Blaze's export: folders of snippets; also one folder by itself. */
const textBlazeSchema = v.union([
  v.pipe(
    v.object({ folders: v.pipe(v.array(folderSchema), v.minLength(1)) }),
    v.transform(({ folders }) => folders),
  ),
  v.pipe(
    v.object({
      // Without its name a list of snippets may be any tool's.
      name: v.string(),
      snippets: v.pipe(
        v.array(v.looseObject({ shortcut: v.string() })),
        v.check((list) => list.some((each) => 'text' in each || 'html' in each)),
      ),
    }),
    v.transform((folder) => [folder]),
  ),
]);

/** The entries of a file of Text Blaze's snippets; `undefined` when it is none. */
export function readTextBlaze(json: unknown): RawEntry[] | undefined {
  const read = v.safeParse(textBlazeSchema, json);
  if (!read.success) return undefined;
  const snippets = read.output.flatMap(({ name, snippets: list }) =>
    list.map((each) => ({ folder: name, read: v.safeParse(snippetSchema, each) })),
  );
  const byShortcut = new Map(
    snippets.flatMap(({ read: { success, output } }) =>
      success && output.shortcut !== '' ? [[output.shortcut, output] as const] : [],
    ),
  );
  return snippets.map(({ folder, read: { success, output } }, index) =>
    success
      ? entryOf(output, folder, index + 1, byShortcut)
      : { row: index + 1, entry: t`This is not a Text Blaze snippet.` },
  );
}

function isRich({ type, html, text: plain }: Snippet): boolean {
  return html.trim() !== '' && (type === 'html' || plain.trim() === '');
}

function entryOf(
  snippet: Snippet,
  folder: string,
  row: number,
  byShortcut: ReadonlyMap<string, Snippet>,
): RawEntry {
  const conversion = new Conversion();
  const isHtml = isRich(snippet);
  const around = { conversion, byShortcut, fields: new Set<string>(), depth: 0, isHtml };
  const body = converted(isHtml ? snippet.html : snippet.text, around);
  return {
    row,
    format: isHtml ? 'html' : 'plain',
    told: conversion.told,
    refusal: conversion.refusal,
    entry: {
      ...emptyEntry,
      title: snippet.name,
      shortcut: snippet.shortcut,
      body,
      tags: [folder],
    },
  };
}

/** `{formtext: name=order; default=none}`, `{cursor}`, `{=order + 1}`. */
const command = /\{(?:(=)|([a-z]+)(?=[:}]))(?::)?([^{}]*)\}/g;
/** Commands that decide, repeat, look up or run something. */
const logic = new Set(
  `if else elseif endif repeat endrepeat formtoggle endformtoggle note endnote run endrun dbselect
  dbinsert dbupdate dbdelete urlload urlsend ping site image link button endbutton error action
  endaction addon`.split(/\s+/),
);

/** What a command can refer to. */
interface Surroundings {
  conversion: Conversion;
  /** Other snippets. */
  byShortcut: ReadonlyMap<string, Snippet>;
  /** Names of the fields asked for so far. */
  fields: Set<string>;
  depth: number;
  /** The text that the commands are in is HTML. */
  isHtml: boolean;
}

/** A text with Text Blaze's commands replaced by our variables; braces that are no command stay. */
export function withoutTextBlazeCommands(body: string, conversion: Conversion): string {
  const around = { byShortcut: new Map(), fields: new Set<string>(), depth: 0, isHtml: false };
  return converted(body, { ...around, conversion });
}

/** In HTML a command is read as it is shown, and what takes its place is written as HTML. */
function converted(body: string, around: Surroundings): string {
  const { conversion, fields, isHtml } = around;
  const written = (text: string) => (isHtml ? asHtml(text) : text);
  return body.replace(command, (source, formula: string | undefined, kind = '', inner = '') => {
    const rest = isHtml ? shownText(inner) : inner;
    if (formula !== undefined) {
      if (fields.has(rest.trim())) return written(questionVariable(rest));
      const whole = `{=${rest}}`;
      conversion.refuse(t`It uses a formula (${whole}) that only Text Blaze can evaluate.`);
    } else if (inclusions.has(kind)) {
      return imported(settingsOf(rest), around, kind);
    } else if (Object.hasOwn(replacements, kind)) {
      return written(replacements[kind]?.(settingsOf(rest), around) ?? '');
    } else if (logic.has(kind)) {
      conversion.refuse(t`It uses “${kind}”, which only Text Blaze can evaluate.`);
    }
    return source;
  });
}

/** The text in place of a command. */
type Replacement = (given: Settings, around: Surroundings) => string;

const replacements: Readonly<Record<string, Replacement>> = {
  formtext: ({ words, settings }, around) =>
    field(settings.get('name') ?? words[0] ?? 'text', settings, around),
  formparagraph: ({ words, settings }, around) =>
    field(settings.get('name') ?? words[0] ?? 'text', settings, around),
  formdate: ({ settings }, around) => field(settings.get('name') ?? 'date', settings, around),
  formmenu: ({ words, settings }, around) =>
    field(settings.get('name') ?? 'choice', settings, around, words),
  cursor: (_given, { conversion }) => conversion.dropCursor(),
  clipboard: (_given, { conversion }) => conversion.ask('clipboard'),
  time: ({ words, settings }, { conversion }) =>
    settings.has('shift')
      ? conversion.ask(`date ${settings.get('shift')}`)
      : conversion.date(words.join('; '), 'letters'),
  user: ({ words }) => (words[0] === 'email' ? '{{agent.email}}' : '{{agent.name}}'),
  key: pressedKey,
  click: pressedKey,
  wait: pressedKey,
};

/** Commands that another snippet takes the place of. */
const inclusions = new Set(['import', 'snippet']);

function field(
  label: string,
  settings: Settings['settings'],
  { fields }: Surroundings,
  options: readonly string[] = [],
): string {
  // Fields without a name are each a field of their own.
  const isNew = settings.has('name') || !fields.has(label);
  const name = isNew ? label : `${label} ${fields.size + 1}`;
  fields.add(name);
  const initial = settings.get('default');
  const choices = options.length === 0 || initial === undefined ? options : [...options, initial];
  return questionVariable(name, { choices, initial });
}

function pressedKey(_given: Settings, { conversion }: Surroundings): string {
  conversion.tell(t`The keys it presses are not kept.`);
  return '';
}

function imported(
  { words: [shortcut = ''] }: Settings,
  around: Surroundings,
  kind: string,
): string {
  const { conversion, byShortcut, depth, isHtml } = around;
  const other = byShortcut.get(shortcut);
  if (other !== undefined && depth < DEEPEST_REFERENCE) {
    const deeper = { ...around, depth: depth + 1 };
    if (isHtml && isRich(other)) return converted(other.html, deeper);
    const text = other.text.trim() === '' ? shownText(other.html) : other.text;
    const plain = converted(text, { ...deeper, isHtml: false });
    return isHtml ? asHtml(plain).replaceAll('\n', '<br>') : plain;
  }
  const missing = `{${kind}: ${shortcut}}`;
  conversion.refuse(t`It includes another snippet (${missing}) that is not in the file.`);
  return '';
}

interface Settings {
  /** The text before and between the settings. */
  words: string[];
  settings: ReadonlyMap<string, string>;
}

function settingsOf(rest: string): Settings {
  const parts = rest.split(';').map((part) => part.trim());
  const settings = new Map<string, string>();
  const words: string[] = [];
  for (const part of parts) {
    const [, name, value = ''] = /^([a-z]+)\s*=([\s\S]*)$/.exec(part) ?? [];
    if (name === undefined) words.push(part);
    else settings.set(name, value.trim());
  }
  return { words: words.filter((word) => word !== ''), settings };
}

const references: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }),
);

/** What of HTML is shown: without its tags, and with what its references stand for. */
function shownText(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name = '') => {
      const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
      return Number.isNaN(code) ? (references.get(name) ?? whole) : String.fromCodePoint(code);
    });
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
