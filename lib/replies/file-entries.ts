import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { isJsonObject } from '../model/json-object';
import { replySchema } from '../model/reply';
import { fieldOf, variantLanguage } from './csv-columns';

/** What separates the tags in one text of a file, also as a Chinese keyboard writes it. */
export const tagSeparator = /[,;|，；、]/;

/** Other programs write a code of digits as a number. */
const word = v.union([v.string(), v.pipe(v.number(), v.transform(String))]);
const looseText = v.fallback(word, '');

/** A list of words, or words with separators between them. */
const looseLines = v.fallback(
  v.union([
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.flatMap((each) => (v.is(word, each) ? [String(each)] : []))),
    ),
    v.pipe(
      word,
      v.transform((words) => words.split(tagSeparator)),
    ),
  ]),
  [],
);
/** A text, also as a list of its lines. */
const looseBody = v.fallback(
  v.union([
    v.string(),
    v.pipe(
      v.array(v.string()),
      v.transform((lines) => lines.join('\n')),
    ),
  ]),
  '',
);
const variantSchema = v.object({ language: v.string(), body: v.string() });
const entrySchema = v.object({
  id: v.fallback(v.optional(replySchema.entries.id), undefined),
  title: looseText,
  shortcut: looseText,
  body: looseBody,
  tags: looseLines,
  language: v.fallback(v.optional(v.string()), undefined),
  variants: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) => list.filter((each) => v.is(variantSchema, each))),
    ),
    [],
  ),
  platforms: looseLines,
  audience: v.fallback(replySchema.entries.audience, undefined),
  asWritten: v.fallback(replySchema.entries.asWritten, undefined),
});
export type FileEntry = v.InferOutput<typeof entrySchema>;

/** An entry with nothing in it. */
export const emptyEntry: FileEntry = {
  id: undefined,
  title: '',
  shortcut: '',
  body: '',
  tags: [],
  language: undefined,
  variants: [],
  platforms: [],
  audience: undefined,
  asWritten: undefined,
};

/** One entry as it was found; without a form that can be read, the reason. */
export interface RawEntry {
  row: number;
  entry: FileEntry | string;
  /** What is different about it here, in sentences. */
  told?: readonly string[] | undefined;
  /** Why it is not taken although it can be read. */
  refusal?: string | undefined;
  /** The form of its texts, where the file says so. */
  format?: 'html' | 'markdown' | 'plain' | undefined;
}

/** What helpdesks and text expanders call the list in a file, without case, blanks and signs. */
const listNames =
  /^(?:replies|responses|cannedresponses|savedreplies|snippets|templates|macros|phrases|shortcuts|entries|items|data|payload|results)$/;

/** The entries of a file, before they are checked. */
export interface RawFile {
  entries: RawEntry[];
  notUnderstood: string[];
}

/** The entries of the parsed JSON of a file; `undefined` when it holds no list of them. */
export function readFileEntries(json: unknown): RawFile | undefined {
  const list = listOf(json);
  if (list === undefined) return undefined;
  const notUnderstood = new Set<string>();
  const entries = list.map((raw, index) => ({
    row: index + 1,
    entry: readEntry(raw, notUnderstood),
  }));
  return { entries, notUnderstood: [...notUnderstood].slice(0, MOST_NAMES) };
}

/** `depth`: within how many others a list may be, as in the answer of an API. */
function listOf(json: unknown, depth = 3): unknown[] | undefined {
  if (Array.isArray(json)) return json;
  if (!isJsonObject(json) || depth === 0) return undefined;
  const names = Object.keys(json);
  const known = names.find((name) => name === 'replies') ?? names.find(isListName);
  return known === undefined ? undefined : listOf(json[known], depth - 1);
}

function isListName(name: string): boolean {
  return listNames.test(name.toLowerCase().replace(/[^a-z]/g, ''));
}

/** Names that are listed; a file with more has no entries of any known form. */
const MOST_NAMES = 50;

/** What is said of an entry without a form that can be read. */
export function noEntryWords(): string {
  return t`This is not a canned response.`;
}

function readEntry(raw: unknown, notUnderstood: Set<string>): FileEntry | string {
  if (!isJsonObject(raw)) return noEntryWords();
  const read = v.safeParse(entrySchema, withOurNames(raw, notUnderstood));
  return read.success ? read.output : noEntryWords();
}

/** The same with the fields under our names; a field that already has that name takes precedence. */
function withOurNames(
  raw: Readonly<Record<string, unknown>>,
  notUnderstood: Set<string>,
): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  const variants: unknown[] = Array.isArray(raw.variants) ? [...raw.variants] : [];
  for (const [name, value] of Object.entries(raw)) {
    if (Object.hasOwn(entrySchema.entries, name)) entry[name] = value;
  }
  for (const [name, value] of Object.entries(raw)) {
    const field = fieldOf(name);
    const language = variantLanguage(name);
    if (Object.hasOwn(entrySchema.entries, name)) continue;
    if (language !== undefined) variants.push({ language, body: value });
    else if (field === undefined || Object.hasOwn(entry, field)) notUnderstood.add(name);
    else entry[field] = value;
  }
  return { ...entry, ...(variants.length === 0 ? {} : { variants }) };
}
