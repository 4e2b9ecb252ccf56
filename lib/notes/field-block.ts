import { looksLikeMarker, markerOf, readMarker } from './copy-marker';
import type { NoteCopy, ReadCopy } from './note-copy';

const begin = '--- Notes by Deskside, please change only their text ---';
const end = '--- End of notes by Deskside ---';

/** A copy in a block; `raw` is how it stands there, so that others' entries are kept as they are. */
export interface BlockCopy extends ReadCopy {
  raw: string;
}

/** A text field of a platform, taken apart. */
export interface ReadField {
  /** What is not ours, byte for byte. */
  outside: string;
  copies: BlockCopy[];
  /** True when there is a block, be it empty. */
  hasBlock: boolean;
}

interface BlockPosition {
  before: string;
  inside: string[];
  after: string;
}

/**
 * Reads the field: the last whole block of ours, and everything around it. A block whose markers or
 * lines somebody damaged is none: its text belongs to the outside and is never deleted.
 */
export function readField(field: string): ReadField {
  const found = findBlock(field);
  const copies = found && readInside(found.inside);
  if (found === undefined || copies === undefined) {
    return { outside: field, copies: [], hasBlock: false };
  }
  return { outside: withoutGap(found.before) + found.after, copies, hasBlock: true };
}

/**
 * The field with these copies in its block: where the block was, or in a new one at the end.
 * Without copies the block goes. Everything else stays byte for byte.
 */
export function writeField(field: string, copies: readonly (NoteCopy | BlockCopy)[]): string {
  const found = findBlock(field);
  if (found === undefined || readInside(found.inside) === undefined) {
    return copies.length === 0 ? field : `${field}${gapAfter(field)}${blockText(copies)}`;
  }
  const { before, after } = found;
  if (copies.length === 0) return withoutGap(before) + after;
  return before + blockText(copies) + after;
}

function blockText(copies: readonly (NoteCopy | BlockCopy)[]): string {
  const entries = copies.map((copy) =>
    'raw' in copy ? copy.raw : `${escapeText(copy.text)}\n${markerOf(copy)}`,
  );
  return [begin, entries.join('\n\n'), end].join('\n');
}

/** One empty line between the block and what stands above it. */
function gapAfter(field: string): string {
  return field === '' ? '' : '\n\n';
}

function withoutGap(before: string): string {
  if (before.endsWith('\n\n')) return before.slice(0, -2);
  // A page that writes CRLF has turned our gap, too.
  return before.endsWith('\r\n\r\n') ? before.slice(0, -4) : before;
}

function findBlock(field: string): BlockPosition | undefined {
  const rows = rowsOf(field);
  const start = rows.findLastIndex(({ text }) => text === begin);
  const stop = rows.findIndex(({ text }, index) => index > start && text === end);
  const [first, last] = [rows[start], rows[stop]];
  if (first === undefined || last === undefined) return undefined;
  return {
    before: field.slice(0, first.at),
    inside: rows.slice(start + 1, stop).map(({ text }) => text),
    after: field.slice(last.at + end.length),
  };
}

/** The field's rows, without their ends, and where each begins. */
function rowsOf(field: string): { text: string; at: number }[] {
  let at = 0;
  return field.split('\n').map((row) => {
    const start = at;
    at += row.length + 1;
    return { text: row.replace(/\r$/, ''), at: start };
  });
}

/** The entries of a block; `undefined` when something in it belongs to none. */
function readInside(rows: readonly string[]): BlockCopy[] | undefined {
  const copies: BlockCopy[] = [];
  let text: string[] = [];
  for (const row of rows) {
    const isFirst = copies.length === 0;
    const above = text;
    // The empty line between two entries belongs to neither.
    const own = () => (!isFirst && above[0] === '' ? above.slice(1) : above);
    const copy = readMarker(row, () => unescapeText(own()));
    if (copy === undefined) {
      text.push(row);
      continue;
    }
    copies.push({ ...copy, raw: [...own(), row].join('\n') });
    text = [];
  }
  const isWhole = text.every((row) => row.trim() === '');
  const ids = new Set(copies.map(({ id }) => id));
  return isWhole && ids.size === copies.length ? copies : undefined;
}

/** A row of a text that looks like one of our marks gets a backslash in front. */
function escapeText(text: string): string {
  return text
    .split('\n')
    .map((row) => (isMark(row.replace(/^\\*/, '')) ? `\\${row}` : row))
    .join('\n');
}

function unescapeText(rows: readonly string[]): string {
  return rows
    .map((row) => (row.startsWith('\\') && isMark(row.replace(/^\\*/, '')) ? row.slice(1) : row))
    .join('\n');
}

function isMark(row: string): boolean {
  return row === begin || row === end || looksLikeMarker(row);
}
