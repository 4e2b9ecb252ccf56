import type { NoteUrgency } from '../model/note';
import type { NoteCopy, ReadCopy } from './copy';
import { fingerprint } from './fingerprint';
import { cleanText } from './text';

/** Most characters a line takes, with the empty line above it. */
export const LINE_LENGTH = 240;

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
export function lineOf(copy: NoteCopy): string {
  const told = asTold(copy);
  const author = told.author === undefined ? '' : `${told.author}, `;
  const time = new Date(told.at).toISOString().slice(0, 16).replace('T', ' ');
  const marks = [
    told.pinned ? 'pinned' : '',
    told.urgency === 'normal' ? '' : told.urgency,
    told.onlyHere ? 'only here' : '',
  ].filter((mark) => mark !== '');
  const note = `Deskside note ${told.id}.${told.revision} (${fingerprint(told)})`;
  return `— ${[`${author}${time} UTC`, ...marks, note].join(' · ')}`;
}

/** The whole text of a copy that stands alone. */
export function copyText(copy: NoteCopy): string {
  return `${copy.text}\n\n${lineOf(copy)}`;
}

/**
 * Reads a text that may be a copy; `undefined` when it does not end in a line of ours. What people
 * or other programs changed in it comes out as `edited`.
 */
export function readCopy(raw: string): ReadCopy | undefined {
  const lines = cleanText(raw).split('\n');
  const last = lines.pop() ?? '';
  const text = cleanText(lines.join('\n'));
  return readLine(last, text);
}

/** Reads a line of ours that belongs to `text`; `undefined` when it is none. */
export function readLine(line: string, text: string): ReadCopy | undefined {
  const match = pattern.exec(line.trim());
  if (match === null) return undefined;
  const [, author, time = '', pinned, urgency, onlyHere, id = '', revision = '', mark] = match;
  const at = Date.parse(`${time.replace(' ', 'T')}:00Z`);
  if (Number.isNaN(at)) return undefined;
  const copy: NoteCopy = {
    id,
    revision: Number(revision),
    text,
    author,
    at,
    pinned: pinned !== undefined,
    urgency: urgencyOf(urgency),
    onlyHere: onlyHere !== undefined,
  };
  return { ...copy, edited: fingerprint(copy) !== mark };
}

/** Whether a line of somebody's text could be taken for one of ours. */
export function looksLikeLine(line: string): boolean {
  return pattern.test(line.trim());
}

/** What of a copy survives its line: one line of an author's name, whole minutes. */
function asTold(copy: NoteCopy): NoteCopy {
  const author = copy.author?.replace(/\s+/g, ' ').trim().slice(0, authorLength).trim();
  const minutes = Math.floor(Math.min(Math.max(copy.at, 0), latest) / 60_000);
  return { ...copy, author: author === '' ? undefined : author, at: minutes * 60_000 };
}

function urgencyOf(word: string | undefined): NoteUrgency {
  return word === 'important' || word === 'urgent' ? word : 'normal';
}
