import {
  BLOCK_END,
  type BlockRow,
  blockBegin,
  escapeRows,
  isBlockBegin,
  rowsOf,
  writingIn,
} from './block-frame';
import { markerOf } from './copy-marker';
import type { NoteCopy } from './note-copy';
import { type BlockCopy, readBlockEntries } from './read-block-entries';

/** A text field of a platform, taken apart. */
export interface ReadField {
  /** What is not ours, byte for byte: the field as it is without our block. */
  outside: string;
  copies: BlockCopy[];
  /** True when there is a block, even an empty one. */
  hasBlock: boolean;
  /** Which writing of the block it is; absent where it has no number, or people changed its lines since. */
  serial?: number | undefined;
}

interface Block {
  before: string;
  copies: BlockCopy[];
  /** What others wrote between our entries, or the remains of one that lost its line. */
  foreign: string;
  after: string;
  /** Which writing it is, and whether its lines are as they were written. */
  writing: { serial: number; isWhole: boolean } | undefined;
}

/**
 * Reads the field: the last whole block of ours, and everything around it. Text in the block that has
 * no line of ours below it is foreign. A block without any such line, or whose first or last row
 * somebody changed, does not count as one: its text belongs to the outside and is never deleted.
 */
export function readField(field: string): ReadField {
  const block = findBlock(field);
  if (block === undefined) return { outside: field, copies: [], hasBlock: false };
  const { copies, writing } = block;
  const serial = writing?.isWhole === true ? writing.serial : undefined;
  return { outside: outsideOf(block), copies, hasBlock: true, serial };
}

/**
 * The field with these copies in its block: where the block was, or in a new one at the end.
 * Without copies the block is removed. Everything else stays byte for byte; what others wrote within
 * the block is moved above it.
 */
export function writeField(field: string, copies: readonly (NoteCopy | BlockCopy)[]): string {
  const block = findBlock(field);
  if (block === undefined) {
    if (copies.length === 0) return field;
    return `${field}${gapAfter(field)}${blockText(copies, firstSerial(copies))}`;
  }
  if (copies.length === 0) return outsideOf(block);
  const { before, foreign, after, writing } = block;
  const serial = writing?.serial;
  const above = foreign === '' ? before : `${before}${foreign}\n\n`;
  const same = above + blockText(copies, serial) + after;
  return same === field ? field : above + blockText(copies, (serial ?? 0) + 1) + after;
}

function blockText(copies: readonly (NoteCopy | BlockCopy)[], serial: number | undefined): string {
  const entries = copies.map((copy) =>
    'raw' in copy ? copy.raw : `${escapeRows(copy.text)}\n${markerOf(copy)}`,
  );
  return [blockBegin(serial, entries.map(lastRow)), entries.join('\n\n'), BLOCK_END].join('\n');
}

function lastRow(entry: string): string {
  return entry.slice(entry.lastIndexOf('\n') + 1);
}

/** Where a new block begins to count: with another number than an earlier block here had. */
function firstSerial(copies: readonly NoteCopy[]): number {
  const marks = copies.map((copy) => markerOf(copy).slice(-6, -1)).join('');
  return 100_000 + (Number.parseInt(marks.slice(0, 10), 16) % 900_000);
}

/** One empty line between the block and what is above it. */
function gapAfter(field: string): string {
  return field === '' ? '' : '\n\n';
}

function outsideOf({ before, foreign, after }: Block): string {
  return (foreign === '' ? withoutGap(before) : before + foreign) + after;
}

/** Two line feeds with nothing above them are not our gap: a gap never comes first. */
function withoutGap(before: string): string {
  if (before.length > 2 && before.endsWith('\n\n')) return before.slice(0, -2);
  // A page that writes CRLF has turned our gap, too.
  return before.length > 4 && before.endsWith('\r\n\r\n') ? before.slice(0, -4) : before;
}

function findBlock(field: string): Block | undefined {
  const rows = rowsOf(field);
  const start = rows.findLastIndex(({ text }) => isBlockBegin(text));
  const stop = rows.findIndex(({ text }, index) => index > start && text.trimEnd() === BLOCK_END);
  const [first, last] = [rows[start], rows[stop]];
  if (first === undefined || last === undefined) return undefined;
  const inside = rows.slice(start + 1, stop);
  const entries = readBlockEntries(inside);
  if (entries === undefined) return undefined;
  return {
    before: field.slice(0, first.at),
    copies: entries.copies,
    foreign: textOf(field, inside, (row) => entries.foreign.has(row)),
    after: field.slice(last.at + last.text.trimEnd().length),
    writing: writingIn(
      first.text,
      entries.copies.map(({ raw }) => lastRow(raw)),
    ),
  };
}

/** The text of some rows as it is in the field; an empty line where others are between them. */
function textOf(
  field: string,
  rows: readonly BlockRow[],
  isMeant: (row: BlockRow) => boolean,
): string {
  const parts: string[] = [];
  let from: BlockRow | undefined;
  for (const [index, row] of rows.entries()) {
    if (!isMeant(row)) continue;
    from ??= row;
    const next = rows[index + 1];
    if (next !== undefined && isMeant(next)) continue;
    parts.push(field.slice(from.at, row.at + row.text.length));
    from = undefined;
  }
  return parts.join('\n\n');
}
