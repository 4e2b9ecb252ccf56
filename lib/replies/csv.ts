import { t } from '@lingui/core/macro';
import Papa from 'papaparse';
import type { Reply } from '../model/reply';
import { formatList } from '../text/format-list';
import { joinSentences } from '../text/join-sentences';
import { splitList } from '../text/split-list';
import { type Column, columnsOf, usualColumns } from './csv-columns';
import { tagsAsCell, tagsInCell } from './csv-tags';
import { languageInHeader, variantColumnsOf, variantHeader, variantIn } from './csv-variants';
import { inExportOrder } from './export-order';
import { type FileEntry, type RawFile, tagSeparator } from './file-entries';
import { type FileReplies, readEntries } from './reply-file';

const delimiters = [',', ';', '\t', '|'];
/** Where several fit, what sentences are not full of. */
const delimitersToGuess = ['\t', '|', ';', ','];

/** The table cannot be read as a whole. `message` is for a person. */
export interface CsvProblem {
  problem: string;
}

/**
 * Reads a CSV table of canned responses: with a header that names the columns, or without one as
 * text expanders write it (shortcut, text, and perhaps title). Comma, semicolon, tab or bar between
 * cells, also as a first line `sep=;` says; quotes, doubled or after a backslash; line feeds in cells,
 * a BOM.
 */
export function readCsv(text: string): FileReplies | CsvProblem {
  const file = readCsvEntries(text);
  return 'problem' in file ? file : readEntries(file.entries, file.notUnderstood);
}

/** The entries of a CSV table, before they are checked. */
export function readCsvEntries(text: string): (RawFile & { isOwn: boolean }) | CsvProblem {
  const bare = text.replace(/^\ufeff/, '');
  // Spreadsheets write this line so that they can open the table again themselves.
  const [line = '', separator] = /^"?sep *= *(\t|\S) *"?\r?(?:\n|$)/i.exec(bare) ?? [];
  const { rows: all, problem } = cellsOf(bare.slice(line.length), separator);
  const before = line === '' ? 0 : 1;
  if (problem !== undefined) {
    const row = problem + 1 + before;
    return {
      problem: t`A quotation mark in row ${row} is never closed, or is within a cell that is not quoted. Correct it and choose the file again.`,
    };
  }
  // Empty rows count, though nothing is read of them.
  const data = all
    .map((cells, index) => ({ cells, row: index + 1 + before }))
    .filter(({ cells }) => cells.join('').trim() !== '');
  const first = data[0]?.cells ?? [];
  // Tables that earlier versions wrote lack the last column.
  const isOwn = ownHeader.slice(0, -1).every((name, index) => first[index] === name);
  const header = isOwn ? ownColumns(first) : columnsOf(first);
  const hasHeader = header.some((column) => column !== undefined);
  const columns = hasHeader ? header : usualColumns(first.length);
  if (columns?.includes('body') !== true) return { problem: wrongColumns(first) };
  const rows = hasHeader ? data.slice(1) : data;
  const notUnderstood = first.filter(
    (name, index) => hasHeader && columns[index] === undefined && name.trim() !== '',
  );
  const tagsOf = isOwn ? tagsInCell : (cell: string) => cell.split(tagSeparator);
  return {
    entries: rows.map(({ cells, row }) => ({
      row,
      entry: entryOf(cells, columns, tagsOf),
    })),
    notUnderstood: notUnderstood.slice(0, MOST_NAMES).map((name) => name.trim().slice(0, 80)),
    isOwn,
  };
}

/** The columns of our own table: what is called `body (…)` holds a text, whatever its language is called. */
function ownColumns(first: readonly string[]): (Column | undefined)[] {
  return columnsOf(first).map((column, index) => {
    const language = languageInHeader(first[index] ?? '');
    return language === undefined ? column : { variant: language };
  });
}

/** Names of columns that are listed. */
const MOST_NAMES = 50;

/** The cells of each row; `problem` is the row, from 0, in which a quotation mark is never closed. */
function cellsOf(
  table: string,
  separator: string | undefined,
): { rows: string[][]; problem?: number | undefined } {
  const options = { delimiter: separator ?? (delimiterOf(table) || guessedDelimiter(table)) };
  const usual = Papa.parse<string[]>(table, options);
  const unclosed = usual.errors.find(({ type }) => type === 'Quotes');
  if (unclosed === undefined) return { rows: usual.data };
  const escaped = table.includes('\\"')
    ? Papa.parse<string[]>(table, { ...options, escapeChar: '\\' })
    : undefined;
  if (escaped?.errors.some(({ type }) => type === 'Quotes') === false) {
    // A file with a backslash before each quotation mark has one before each backslash, too.
    return {
      rows: escaped.data.map((cells) => cells.map((cell) => cell.replaceAll('\\\\', '\\'))),
    };
  }
  return { rows: usual.data, problem: unclosed.row ?? 0 };
}

function wrongColumns(first: readonly string[]): string {
  const cells = formatList(first.slice(0, 6).map((cell) => `“${cell.slice(0, 30)}”`));
  return joinSentences(
    t`No column was recognised as the text.`,
    cells === '' ? t`The first row is empty.` : t`The first row contains ${cells}.`,
    t`Name the columns “shortcut”, “title”, “body” and “tags”, and choose the file again.`,
  );
}

/** The separator that makes most sense of the first row; without a known name in it, the usual guess. */
function delimiterOf(table: string): string {
  const scores = delimiters.map((delimiter) => {
    const [row = []] = Papa.parse<string[]>(table.slice(0, 50_000), { delimiter, preview: 1 }).data;
    return columnsOf(row).filter((column) => column !== undefined).length;
  });
  const best = Math.max(...scores);
  return best === 0 ? '' : (delimiters[scores.indexOf(best)] ?? '');
}

/** The usual guess, for which empty rows say nothing. */
function guessedDelimiter(table: string): string {
  const options = { delimitersToGuess, skipEmptyLines: 'greedy', preview: 1 } as const;
  return Papa.parse<string[]>(table, options).meta.delimiter;
}

/** The reason for a row that is wider than the table. */
function entryOf(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  tagsOf: (cell: string) => string[],
): FileEntry | string {
  const isTooWide = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (isTooWide) return t`The row has more cells than there are columns.`;
  const read = (field: Column): string => unguarded(cells[columns.indexOf(field)] ?? '');
  const audience = read('audience').trim();
  return {
    id: undefined,
    shortcut: read('shortcut'),
    title: read('title'),
    body: read('body'),
    tags: tagsOf(read('tags')),
    language: read('language'),
    variants: columns.flatMap((column, index) =>
      typeof column === 'object'
        ? [{ language: column.variant, body: unguarded(cells[index] ?? '') }]
        : [],
    ),
    platforms: splitList(read('platforms').replace(/[|\s]+/g, ',')),
    audience: audience === 'customer' || audience === 'internal' ? audience : undefined,
    asWritten: /^(?:yes|y|true|1|x)$/i.test(read('asWritten').trim()),
  };
}

/** The columns that `writeCsv` begins with. */
const ownHeader = [
  'shortcut',
  'title',
  'body',
  'tags',
  'language',
  'platforms',
  'audience',
  'as written',
];

/** A table of canned responses that spreadsheets open as text: with a BOM, and no cell a formula. */
export function writeCsv(replies: readonly Reply[]): string {
  const variants = variantColumnsOf(replies);
  const rows = inExportOrder(replies).map((reply) => [
    reply.shortcut,
    reply.title,
    reply.body,
    tagsAsCell(reply.tags),
    reply.language ?? '',
    reply.platforms.join(' '),
    reply.audience ?? '',
    reply.asWritten === true ? 'yes' : '',
    ...variants.map((column) => variantIn(reply, column)),
  ]);
  const names = [...ownHeader, ...variants.map(variantHeader)];
  const table = Papa.unparse([names, ...rows.map((row) => row.map(guarded))]);
  return `\ufeff${table}\r\n`;
}

/**
 * What a spreadsheet takes for the beginning of a formula, also full-width, small or behind blanks and
 * signs that nobody sees, which some of them leave out.
 */
const formula =
  '(?:[\\p{Z}\\p{Cf}]*[=+\\-@\u2212\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]|[\\t\\r\\n])';
const asFormula = new RegExp(`^'*${formula}`, 'u');
const asGuarded = new RegExp(`^'+${formula}`, 'u');

/** Spreadsheets evaluate a cell that begins like a formula; an apostrophe keeps it text. */
function guarded(cell: string): string {
  return asFormula.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return asGuarded.test(cell) ? cell.slice(1) : cell;
}
