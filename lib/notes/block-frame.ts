import { readMarker } from './copy-marker';

/** The last row of a block of ours. */
export const BLOCK_END = '--- End of notes by Deskside ---';

/** How many writings are counted before the count starts again. */
const mostWritings = 1_000_000;

const beginPattern =
  /^--- Notes by Deskside, please change only their text(?: \((\d{1,9})\))? ---$/;

/** A row of a text field. */
export interface BlockRow {
  /** Without its end. */
  text: string;
  /** Where it begins in the field. */
  at: number;
}

/** The field's rows. */
export function rowsOf(field: string): BlockRow[] {
  let at = 0;
  return field.split('\n').map((row) => {
    const start = at;
    at += row.length + 1;
    return { text: row.replace(/\r$/, ''), at: start };
  });
}

/**
 * The first row of a block with these lines of ours. Its number counts the block's writings, so that a
 * browser can tell whether its own was seen; the last three digits are a checksum of the lines, so that
 * what people take away is not mistaken for what another browser wrote.
 */
export function blockBegin(serial: number | undefined, lines: readonly string[]): string {
  if (serial === undefined) return '--- Notes by Deskside, please change only their text ---';
  const number = (serial % mostWritings) * 1_000 + sumOf(lines);
  return `--- Notes by Deskside, please change only their text (${number}) ---`;
}

export function isBlockBegin(row: string): boolean {
  return beginPattern.test(row.trimEnd());
}

/** The number of writings in a block's first row, where it has one, and whether its lines are as written. */
export function writingIn(
  row: string,
  lines: readonly string[],
): { serial: number; isWhole: boolean } | undefined {
  const number = beginPattern.exec(row.trimEnd())?.[1];
  if (number === undefined) return undefined;
  const serial = Math.floor(Number(number) / 1_000);
  return { serial, isWhole: Number(number) % 1_000 === sumOf(lines) };
}

function sumOf(lines: readonly string[]): number {
  const sum = lines.reduce((before, line, index) => {
    const mark = /\(([0-9a-f]{8})/.exec(line)?.[1] ?? '';
    return before + (index + 1) * (Number.parseInt(mark, 16) % 1_000);
  }, lines.length);
  return sum % 1_000;
}

/** A row of a text that looks like one of our marks gets a backslash in front. */
export function escapeRows(text: string): string {
  return text
    .split('\n')
    .map((row) => (isMark(row.replace(/^\\*/, '')) ? `\\${row}` : row))
    .join('\n');
}

/** The text of rows that `escapeRows` made. */
export function unescapeRows(rows: readonly string[]): string {
  return rows
    .map((row) => (row.startsWith('\\') && isMark(row.replace(/^\\*/, '')) ? row.slice(1) : row))
    .join('\n');
}

/** Whether a row could be taken for a mark of ours, even once a platform strips blanks around it. */
function isMark(row: string): boolean {
  const text = row.trim();
  return text === BLOCK_END || isBlockBegin(text) || readMarker(text) !== undefined;
}
