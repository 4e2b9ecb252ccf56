import Papa from 'papaparse';
import type { Reply } from '../model/reply';
import { type Column, columnsOf, usualColumns } from './csv-columns';
import { type FileEntry, type FileReplies, readEntries } from './reply-file';

const delimiters = [',', ';', '\t', '|'];

/** The table cannot be read as a whole. `message` is for a person. */
export interface CsvProblem {
  problem: string;
}

/**
 * Reads a CSV table of canned responses: with a header that names the columns, or without one as
 * text expanders write it (shortcut, text, and perhaps title). Comma, semicolon, tab or bar between
 * cells, quotes, line feeds in cells, a BOM.
 */
export function readCsv(text: string): FileReplies | CsvProblem {
  const table = text.replace(/^\ufeff/, '');
  const { data, errors } = Papa.parse<string[]>(table, {
    delimiter: delimiterOf(table),
    skipEmptyLines: 'greedy',
  });
  const unclosed = errors.find(({ type }) => type === 'Quotes');
  if (unclosed !== undefined) {
    return {
      problem: `A quotation mark in row ${(unclosed.row ?? 0) + 1} is never closed, or stands within a cell that is not quoted. Correct it and choose the file again.`,
    };
  }
  const first = data[0] ?? [];
  const header = columnsOf(first);
  const hasHeader = header.some((column) => column !== undefined);
  const columns = hasHeader ? header : usualColumns(first.length);
  if (columns?.includes('body') !== true) return { problem: wrongColumns(first) };
  const rows = hasHeader ? data.slice(1) : data;
  const offset = hasHeader ? 2 : 1;
  return readEntries(
    rows.map((cells, index) => ({ row: index + offset, entry: entryOf(cells, columns) })),
  );
}

function wrongColumns(first: readonly string[]): string {
  const found = first.slice(0, 6).map((cell) => `“${cell.slice(0, 30)}”`);
  return `No column is known to hold the text. The first row reads ${found.join(', ') || 'nothing'}. Name the columns “shortcut”, “title”, “body” and “tags”, and choose the file again.`;
}

/** The one that makes most sense of the first row; without a known name in it, the usual guess. */
function delimiterOf(table: string): string {
  const scores = delimiters.map((delimiter) => {
    const [row = []] = Papa.parse<string[]>(table.slice(0, 50_000), { delimiter, preview: 1 }).data;
    return columnsOf(row).filter((column) => column !== undefined).length;
  });
  const best = Math.max(...scores);
  return best === 0 ? '' : (delimiters[scores.indexOf(best)] ?? '');
}

/** The reason for a row that is wider than the table. */
function entryOf(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
): FileEntry | string {
  const isTooWide = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (isTooWide) return 'The row has more cells than there are columns.';
  const read = (field: Column): string => unguarded(cells[columns.indexOf(field)] ?? '');
  const audience = read('audience').trim();
  return {
    id: undefined,
    shortcut: read('shortcut'),
    title: read('title'),
    body: read('body'),
    tags: read('tags').split(/[,;|]/),
    language: read('language'),
    variants: columns.flatMap((column, index) =>
      typeof column === 'object'
        ? [{ language: column.variant, body: unguarded(cells[index] ?? '') }]
        : [],
    ),
    platforms: read('platforms').split(/[,;|\s]+/),
    audience: audience === 'customer' || audience === 'internal' ? audience : undefined,
    asWritten: /^(?:yes|y|true|1|x)$/i.test(read('asWritten').trim()),
  };
}

/** A table of canned responses that spreadsheets open as text: with a BOM, and no cell a formula. */
export function writeCsv(replies: readonly Reply[]): string {
  const languages = new Set(
    replies.flatMap(({ variants }) => variants.map((each) => each.language)),
  );
  const header = [
    'shortcut',
    'title',
    'body',
    'tags',
    'language',
    'platforms',
    'audience',
    'as written',
  ];
  const rows = replies.map((reply) => [
    reply.shortcut,
    reply.title,
    reply.body,
    reply.tags.join('; '),
    reply.language ?? '',
    reply.platforms.join(' '),
    reply.audience ?? '',
    reply.asWritten === true ? 'yes' : '',
    ...[...languages].map(
      (language) => reply.variants.find((each) => each.language === language)?.body ?? '',
    ),
  ]);
  const names = [...header, ...[...languages].map((language) => `body (${language})`)];
  const table = Papa.unparse([names, ...rows.map((row) => row.map(guarded))]);
  return `\ufeff${table}\r\n`;
}

/** Spreadsheets calculate a cell that begins like a formula; an apostrophe keeps it text. */
function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
