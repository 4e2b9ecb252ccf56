import type { NoteCopy, ReadCopy } from './note-copy';
import { cleanText, withoutEdgeSpaces } from './note-text';

/** Most characters a line takes, with the empty line above it. */
export const MARKER_LENGTH = 240;

const authorLength = 80;

/** Latest and earliest time that a line can carry. */
const latest = Date.UTC(9999, 11, 31, 23, 59);

/** Exactly what Deskside writes: a longer number is no revision of ours. */
const pattern =
  /^— (?:(.{1,80}), )?(\d{4}-\d\d-\d\d \d\d:\d\d) UTC( · pinned)?(?: · (important|urgent))?( · only here)?(?: · seal ([0-9a-f]{16}))? · Deskside note ([a-z0-9-]{1,64})\.(\d{1,12}) \(([0-9a-f]{8})\)$/u;

/** A line of ours without the text it belongs to. */
export interface MarkerLine extends Omit<NoteCopy, 'text'> {
  /** Eight hex digits that show whether a text is the one that was written. */
  mark: string;
}

/**
 * The last line of a copy: for people, who wrote it and when; for other browsers, which note it is,
 * in which revision, and whether it is still what was written. For example
 * `— Sam, 2026-11-25 12:46 UTC · pinned · Deskside note k3j9.2 (0f9a31c2)`.
 */
export function markerOf(copy: NoteCopy): string {
  const written = asWritten(copy);
  const author = written.author === undefined ? '' : `${written.author}, `;
  const time = new Date(written.at).toISOString().slice(0, 16).replace('T', ' ');
  const marks = [
    written.pinned ? 'pinned' : '',
    written.urgency === 'normal' ? '' : written.urgency,
    written.onlyHere ? 'only here' : '',
    copy.seal === undefined ? '' : `seal ${copy.seal}`,
  ].filter((mark) => mark !== '');
  const note = `Deskside note ${written.id}.${written.revision} (${fingerprint(written)})`;
  return `— ${[`${author}${time} UTC`, ...marks, note].join(' · ')}`;
}

/** The whole text of a copy that stands alone. */
export function copyText(copy: NoteCopy): string {
  return `${copy.text}\n\n${markerOf(copy)}`;
}

/**
 * Reads a text that may be a copy; `undefined` when it does not end in a line of ours. What people
 * or other programs changed in it comes out as `edited`.
 */
export function readCopy(raw: string): ReadCopy | undefined {
  const lines = cleanText(raw).split('\n');
  const marker = readMarker(lines.pop() ?? '');
  return marker && copyUnder(marker, cleanText(lines.join('\n')));
}

/** Reads a line of ours; `undefined` when it is none. */
export function readMarker(line: string): MarkerLine | undefined {
  const match = pattern.exec(line.trim());
  if (match === null) return undefined;
  const [, author, time = '', pinned, urgency, onlyHere, seal, id = '', revision = '', mark = ''] =
    match;
  const at = Date.parse(`${time.replace(' ', 'T')}:00Z`);
  if (Number.isNaN(at)) return undefined;
  return {
    id,
    revision: Number(revision),
    author,
    at,
    pinned: pinned !== undefined,
    urgency: urgency === 'important' || urgency === 'urgent' ? urgency : 'normal',
    onlyHere: onlyHere !== undefined,
    ...(seal !== undefined && { seal }),
    mark,
  };
}

/** The copy that a line and the text above it make. */
export function copyUnder({ mark, ...head }: MarkerLine, text: string): ReadCopy {
  const copy = { ...head, text };
  return { ...copy, edited: fingerprint(copy) !== mark && olderFingerprint(copy) !== mark };
}

/** Whether a text that was written above this line began with such a row. */
export function beganWith({ mark }: MarkerLine, row: string): boolean {
  return mark.endsWith(firstRowMark(row));
}

/** What of a copy survives its line: one line of an author's name, whole minutes. */
function asWritten(copy: NoteCopy): NoteCopy {
  const name =
    copy.author
      ?.replace(/\p{Surrogate}/gu, '')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  const author = firstSigns(name, authorLength).trim();
  const minutes = Math.floor(Math.min(Math.max(copy.at, 0), latest) / 60_000);
  return { ...copy, author: author === '' ? undefined : author, at: minutes * 60_000 };
}

/** The beginning of a text, no longer than `most`, that ends between two signs as people see them. */
function firstSigns(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, 4 * most))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * Eight hex digits that show whether a copy is still what we wrote, in which note and revision; the
 * last three of them show how its text began. Against accidents and edits by people, not against
 * forgers.
 */
function fingerprint(copy: NoteCopy): string {
  const text = withoutEdgeSpaces(copy.text);
  const whole = fnv(sealedContent(copy));
  return whole.slice(0, 5) + firstRowMark(text.split('\n', 1)[0] ?? '');
}

/** All that a copy says, as one text: its seal is computed from it. */
export function sealedContent(copy: NoteCopy): string {
  const text = withoutEdgeSpaces(copy.text);
  return JSON.stringify([copy.id, copy.revision, ...headOf(asWritten(copy)), text]);
}

/** As it was written before it covered id and revision: helpdesks still have such lines. */
function olderFingerprint(copy: NoteCopy): string {
  return fnv(JSON.stringify([...headOf(copy), withoutEdgeSpaces(copy.text)]));
}

function headOf({ author, pinned, urgency, onlyHere, at }: NoteCopy) {
  return [author ?? '', pinned, urgency, onlyHere, Math.floor(at / 60_000)];
}

function firstRowMark(row: string): string {
  return fnv(row.trim()).slice(5);
}

/** Eight hex digits over a text (FNV-1a). */
export function fnv(text: string): string {
  let mark = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return mark.toString(16).padStart(8, '0');
}
