import type { NoteUrgency } from '../model/note';
import type { NoteCopy, ReadCopy } from './note-copy';
import { cleanText, withoutEdgeSpaces } from './note-text';

/** Most characters a line takes, with the empty line above it. */
export const MARKER_LENGTH = 240;

const authorLength = 80;

/** Latest and earliest time that a line can carry. */
const latest = Date.UTC(9999, 11, 31, 23, 59);

const pattern =
  /^— (?:(.{1,80}), )?(\d{4}-\d\d-\d\d \d\d:\d\d) UTC( · pinned)?(?: · (important|urgent))?( · only here)? · Deskside note ([a-z0-9-]{1,64})\.(\d{1,9}) \(([0-9a-f]{8})\)$/u;

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
  const last = lines.pop() ?? '';
  return readMarker(last, () => cleanText(lines.join('\n')));
}

/**
 * Reads a line of ours that belongs to the text above it; `undefined` when it is none. The text is asked
 * for only then: a block may have very many lines.
 */
export function readMarker(line: string, textAbove: () => string): ReadCopy | undefined {
  const match = pattern.exec(line.trim());
  if (match === null) return undefined;
  const [, author, time = '', pinned, urgency, onlyHere, id = '', revision = '', mark] = match;
  const at = Date.parse(`${time.replace(' ', 'T')}:00Z`);
  if (Number.isNaN(at)) return undefined;
  const copy: NoteCopy = {
    id,
    revision: Number(revision),
    text: textAbove(),
    author,
    at,
    pinned: pinned !== undefined,
    urgency: urgencyOf(urgency),
    onlyHere: onlyHere !== undefined,
  };
  return { ...copy, edited: fingerprint(copy) !== mark };
}

/** Whether a line of somebody's text could be taken for one of ours. */
export function looksLikeMarker(line: string): boolean {
  return pattern.test(line.trim());
}

/** What of a copy survives its line: one line of an author's name, whole minutes. */
function asWritten(copy: NoteCopy): NoteCopy {
  const author = copy.author?.replace(/\s+/g, ' ').trim().slice(0, authorLength).trim();
  const minutes = Math.floor(Math.min(Math.max(copy.at, 0), latest) / 60_000);
  return { ...copy, author: author === '' ? undefined : author, at: minutes * 60_000 };
}

function urgencyOf(word: string | undefined): NoteUrgency {
  return word === 'important' || word === 'urgent' ? word : 'normal';
}

/**
 * Eight hex digits that tell whether a copy still is what we wrote. Against accidents and edits by
 * people, not against forgers.
 */
function fingerprint(copy: Omit<NoteCopy, 'id' | 'revision'>): string {
  const { author, pinned, urgency, onlyHere, text, at } = copy;
  const minute = Math.floor(at / 60_000);
  return fnv(
    JSON.stringify([author ?? '', pinned, urgency, onlyHere, minute, withoutEdgeSpaces(text)]),
  );
}

function fnv(text: string): string {
  let mark = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return mark.toString(16).padStart(8, '0');
}
