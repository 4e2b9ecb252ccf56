import * as v from 'valibot';
import { platformNameSchema } from '../model/ids';
import { type Reply, replySchema } from '../model/reply';
import { formatNumber } from '../text/format-number';

/** A response as a file holds it: without a source, and with an id only where it was exported. */
export type FileReply = Omit<Reply, 'source' | 'id' | 'updatedAt' | 'deletedAt'> & {
  id?: string | undefined;
};

/** Why an entry of a file is not taken. `row` counts from 1, as the file does. */
export interface Skipped {
  row: number;
  /** What it is called, as far as it can be read. */
  name: string;
  why: string;
}

export interface FileReplies {
  replies: { row: number; reply: FileReply }[];
  skipped: Skipped[];
}

/** Responses in a file; more are left out. */
export const MOST_REPLIES = 50_000;
/** Characters of a body. */
const LONGEST_BODY = 40_000;
const LONGEST_LINE = 400;

const looseText = v.fallback(v.string(), '');
const looseLines = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.filter((each) => typeof each === 'string')),
  ),
  [],
);
const entrySchema = v.object({
  id: v.fallback(v.optional(replySchema.entries.id), undefined),
  title: looseText,
  shortcut: looseText,
  body: looseText,
  tags: looseLines,
  language: v.fallback(v.optional(v.string()), undefined),
  variants: v.fallback(v.array(v.object({ language: v.string(), body: v.string() })), []),
  platforms: looseLines,
  audience: v.fallback(replySchema.entries.audience, undefined),
  asWritten: v.fallback(replySchema.entries.asWritten, undefined),
});
export type FileEntry = v.InferOutput<typeof entrySchema>;

const listSchema = v.union([
  v.pipe(
    v.object({ replies: v.array(v.unknown()) }),
    v.transform(({ replies }) => replies),
  ),
  v.array(v.unknown()),
]);

/**
 * Reads the parsed JSON of a file: `{"replies": […]}` or a bare list. Each entry is checked by
 * itself; a bad one costs only itself. `undefined` when it is no such file.
 */
export function readReplyFile(json: unknown): FileReplies | undefined {
  const list = v.safeParse(listSchema, json);
  if (!list.success) return undefined;
  return readEntries(list.output.map((raw, index) => ({ row: index + 1, entry: readEntry(raw) })));
}

/** One entry as it was found; without a form that can be read, the reason. */
export interface RawEntry {
  row: number;
  entry: FileEntry | string;
}

/** Entries in the form of the model, each with the reason when it is not taken. */
export function readEntries(entries: readonly RawEntry[]): FileReplies {
  const result: FileReplies = { replies: [], skipped: [] };
  for (const { row, entry } of entries) {
    const why = result.replies.length < MOST_REPLIES ? problemOf(entry) : tooMany;
    if (typeof entry === 'string' || why !== undefined) {
      result.skipped.push({ row, name: nameOf(entry), why: why ?? noEntry });
    } else {
      result.replies.push({ row, reply: replyOf(entry) });
    }
  }
  return result;
}

const noEntry = 'This is no canned response.';
const tooMany = `A file may hold ${formatNumber(MOST_REPLIES)} canned responses.`;

function readEntry(raw: unknown): FileEntry | string {
  const read = v.safeParse(entrySchema, raw);
  return read.success ? read.output : noEntry;
}

function problemOf(entry: FileEntry | string): string | undefined {
  if (typeof entry === 'string') return entry;
  if (entry.body.trim() === '') return 'It has no text.';
  const longest = Math.max(...[entry, ...entry.variants].map(({ body }) => body.length));
  if (longest <= LONGEST_BODY) return undefined;
  return `Its text has ${formatNumber(longest)} characters; ${formatNumber(LONGEST_BODY)} is the most.`;
}

function replyOf(entry: FileEntry): FileReply {
  const lines = (list: readonly string[]) => [...new Set(list.map(line))].filter(Boolean);
  const language = line(entry.language ?? '');
  return {
    ...(entry.id === undefined ? {} : { id: entry.id }),
    title: line(nameOf(entry)),
    shortcut: shortcutOf(entry),
    body: entry.body.replace(/\r\n?/g, '\n'),
    tags: lines(entry.tags),
    ...(language === '' ? {} : { language }),
    variants: entry.variants
      .map((each) => ({ language: line(each.language), body: each.body.replace(/\r\n?/g, '\n') }))
      .filter((each) => each.language !== '' && each.body.trim() !== ''),
    platforms: lines(entry.platforms).filter((each) => v.is(platformNameSchema, each)),
    ...(entry.audience === undefined ? {} : { audience: entry.audience }),
    ...(entry.asWritten === true ? { asWritten: true } : {}),
  };
}

/** A response without a title is called by its shortcut, or by its first words. */
function nameOf(entry: FileEntry | string): string {
  if (typeof entry === 'string') return '';
  const { title, body } = entry;
  return line(title) || shortcutOf(entry) || line(body.trim().slice(0, 60));
}

function shortcutOf({ shortcut }: FileEntry): string {
  return line(shortcut.trim().replace(/^\/+/, ''));
}

function line(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_LINE);
}

/** Version of the file's form; a reader takes every version it knows. */
const FILE_VERSION = 1;

/**
 * Canned responses as a JSON file: to keep, to import elsewhere, or to publish as a team's library.
 * Without what only this browser knows. `writeCsv` makes a table of them.
 */
export function writeReplyFile(replies: readonly Reply[]): string {
  const plain = replies.map(
    ({ source: _source, updatedAt: _at, deletedAt: _gone, ...content }) => content,
  );
  return `${JSON.stringify({ deskside: 'canned responses', version: FILE_VERSION, replies: plain }, null, 2)}\n`;
}
