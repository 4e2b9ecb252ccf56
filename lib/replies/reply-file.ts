import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { platformNameSchema } from '../model/ids';
import { OWN_SOURCE, type Reply, TEAM_SOURCE } from '../model/reply';
import { formatNumber } from '../text/format-number';
import { joinSentences } from '../text/join-sentences';
import { inExportOrder } from './export-order';
import { type FileEntry, noEntryWords, type RawEntry, readFileEntries } from './file-entries';
import { newCodeWords, notKeptWords } from './lost-parts';
import { replyPartWord } from './reply-parts';

/** A response as it is in a file: without a source, and with an id only where it was exported. */
export type FileReply = Omit<Reply, 'source' | 'id' | 'updatedAt' | 'deletedAt'> & {
  id?: string | undefined;
};

/** Why an entry of a file is not taken. `row` counts from 1, as the file does. */
export interface Skipped {
  row: number;
  /** Its name, as far as it can be read. */
  name: string;
  why: string;
}

export interface FileReplies {
  replies: {
    row: number;
    reply: FileReply;
    /** Its Markdown is needed to read it, so it cannot be inserted as written. */
    isMarkdown?: boolean | undefined;
  }[];
  skipped: Skipped[];
  /** What is different about entries that are accepted; absent where nothing is. */
  told?: Skipped[] | undefined;
  /** Columns or fields with unknown names; absent where there are none. */
  notUnderstood?: string[] | undefined;
}

/** Responses in a file; more are left out. */
export const MOST_REPLIES = 50_000;
/** Characters of a body. */
const LONGEST_BODY = 40_000;
const LONGEST_LINE = 400;
/** Tags of a response, and its texts in other languages. */
const MOST_LISTED = 100;

/**
 * Reads the parsed JSON of a file: `{"replies": […]}` or a bare list; list and fields may have the
 * names that other tools give them. Each entry is checked by itself; a bad one costs only itself.
 * `undefined` when it is no such file.
 */
export function readReplyFile(json: unknown): FileReplies | undefined {
  const file = readFileEntries(json);
  return file === undefined ? undefined : readEntries(file.entries, file.notUnderstood);
}

/** Entries in the form of the model, each with the reason when it is not taken. */
export function readEntries(
  entries: readonly RawEntry[],
  notUnderstood: readonly string[] = [],
): FileReplies {
  const result: FileReplies = { replies: [], skipped: [] };
  const told: Skipped[] = [];
  for (const { row, entry, refusal, format, told: sentences = [] } of entries) {
    const why = result.replies.length < MOST_REPLIES ? (refusal ?? problemOf(entry)) : tooMany();
    if (typeof entry === 'string' || why !== undefined) {
      result.skipped.push({ row, name: nameOf(entry), why: why ?? noEntryWords() });
    } else {
      const isMarkdown = format === 'markdown' || undefined;
      result.replies.push({ row, reply: replyOf(entry), isMarkdown });
      const said = joinSentences(...sentences, renamedWords(entry));
      if (said !== '') told.push({ row, name: nameOf(entry), why: said });
    }
  }
  return {
    ...result,
    ...(told.length === 0 ? {} : { told }),
    ...(notUnderstood.length === 0 ? {} : { notUnderstood: [...notUnderstood] }),
  };
}

function tooMany(): string {
  const most = formatNumber(MOST_REPLIES);
  return t`A file can contain at most ${most} canned responses.`;
}

function problemOf(entry: FileEntry | string): string | undefined {
  if (typeof entry === 'string') return entry;
  if (entry.body.trim() === '') return t`It has no text.`;
  const texts = [entry, ...entry.variants];
  const longest = texts.reduce((most, { body }) => Math.max(most, body.length), 0);
  if (longest <= LONGEST_BODY) return undefined;
  const [length, most] = [formatNumber(longest), formatNumber(LONGEST_BODY)];
  return t`Its text has ${length} characters. At most ${most} are possible.`;
}

function replyOf(entry: FileEntry): FileReply {
  const lines = (list: readonly string[]) =>
    [...new Set(list.map(line))].filter(Boolean).slice(0, MOST_LISTED);
  // Some systems write “pt_BR”, which no browser takes for a language.
  const code = (text: string) => line(text).replaceAll('_', '-');
  const language = code(entry.language ?? '');
  return {
    ...(entry.id === undefined ? {} : { id: entry.id }),
    title: line(nameOf(entry)),
    shortcut: shortcutOf(entry),
    body: entry.body.replace(/\r\n?/g, '\n'),
    tags: lines(entry.tags),
    ...(language === '' ? {} : { language }),
    variants: entry.variants
      .map((each) => ({ language: code(each.language), body: each.body.replace(/\r\n?/g, '\n') }))
      .filter((each) => each.language !== '' && each.body.trim() !== '')
      .slice(0, MOST_LISTED),
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

/** A code without the slash it is typed after is the same one. */
function renamedWords(entry: FileEntry): string | undefined {
  const code = shortcutOf(entry);
  if (code === entry.shortcut.trim().replace(/^\//, '')) return undefined;
  return code === '' ? notKeptWords([replyPartWord('shortcut')]) : newCodeWords(code);
}

/** Where it is cut within a sign of two halves, no half remains: no helpdesk could store it. */
function line(text: string): string {
  const cut = text.trim().replace(/\s+/g, ' ').slice(0, LONGEST_LINE);
  return cut.replace(/\p{Surrogate}$/u, '');
}

/** Version of the file's form; a reader takes every version it knows. */
const FILE_VERSION = 1;

/**
 * Canned responses as a JSON file: to keep, to import elsewhere, or to publish as a team's library.
 * Without what only this browser knows. `writeCsv` makes a table of them.
 */
export function writeReplyFile(replies: readonly Reply[]): string {
  const plain = inExportOrder(replies).map(
    ({ source, id, updatedAt: _at, deletedAt: _gone, ...content }) =>
      // A helpdesk's ids mean something within one account only: in a file, two could be the same.
      source === OWN_SOURCE || source === TEAM_SOURCE ? { id, ...content } : content,
  );
  return `${JSON.stringify({ deskside: 'canned responses', version: FILE_VERSION, replies: plain }, null, 2)}\n`;
}
