import { readMarker } from './copy-marker';

/** The first row of a block of ours. */
export const BLOCK_BEGIN = '--- Notes by Deskside, please change only their text ---';

const endPattern = /^--- End of notes by Deskside(?: \((\d{1,9})\))? ---$/;

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
 * The last row of a block. The number counts the block's writings, so that a browser can tell whether
 * its own was seen.
 */
export function blockEnd(serial: number | undefined): string {
  const count = serial === undefined ? '' : ` (${serial % 1e9})`;
  return `--- End of notes by Deskside${count} ---`;
}

export function isBlockEnd(row: string): boolean {
  return endPattern.test(row.trimEnd());
}

/** The number in the last row of a block, where it tells one. */
export function serialIn(row: string): number | undefined {
  const count = endPattern.exec(row.trimEnd())?.[1];
  return count === undefined ? undefined : Number(count);
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

/** Whether a row could be taken for a mark of ours, also once a platform strips blanks around it. */
function isMark(row: string): boolean {
  const text = row.trim();
  return text === BLOCK_BEGIN || isBlockEnd(text) || readMarker(text) !== undefined;
}
