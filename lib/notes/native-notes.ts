import type { Message } from '../model/history';
import { type ContactRef, contactRef } from '../model/ids';
import type { NativeNoteRow } from '../model/note';
import { fold } from '../text/fold';
import { cleanText } from './note-text';
import { claimedCopy } from './unproven-note';

/** A note that somebody wrote in a helpdesk itself, wherever the platform keeps it. */
export interface ListedNativeNote {
  /** Unique among them. */
  key: string;
  connectionId: string;
  text: string;
  /** How the helpdesk's own page reads the text; absent where it is shown as it was typed. */
  format: Message['format'];
  author: string | undefined;
  /** Epoch ms, where the platform reports it. */
  at: number | undefined;
  /** For a text that claims to be a note of ours, but is not known to be this person's: where it can be taken over. */
  claim?: { contact: ContactRef; nativeId: string };
  /** True where it is a copy of a note about another person. */
  isPasted?: boolean;
}

interface NativeNoteSources {
  natives: readonly NativeNoteRow[];
  /** Internal notes within conversations. */
  messages: readonly Message[];
}

/**
 * The platforms' own notes, newest first, without what `isOurs` knows as a copy of ours. A note that
 * a platform has in both lists is shown once.
 */
export function listNativeNotes(
  { natives, messages }: NativeNoteSources,
  isOurs: (connectionId: string, remoteId: string, text: string) => boolean,
): ListedNativeNote[] {
  const notes = new Map<string, ListedNativeNote>();
  for (const native of natives) {
    const { connectionId, contactId, id, text, format, author, createdAt } = native;
    const remoteId = claimedCopy(id)?.remoteId ?? id;
    if (text.trim() === '' || isOurs(connectionId, remoteId, text)) continue;
    const key = id === 'text' ? `${contactId} ${id}` : id;
    notes.set(`${connectionId} ${key}`, {
      ...listed(key, { connectionId, text, format, author, at: createdAt }),
      ...claimOf(native),
    });
  }
  for (const { connectionId, id, text, format, author, sentAt, timeQuality } of messages) {
    if (text.trim() === '' || isOurs(connectionId, id, text)) continue;
    const at = timeQuality === 'unknown' ? undefined : sentAt;
    if (!notes.has(`${connectionId} ${id}`)) {
      notes.set(
        `${connectionId} ${id}`,
        listed(id, { connectionId, text, format, author: author.name, at }),
      );
    }
  }
  return [...notes.values()].sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

function claimOf(native: NativeNoteRow): Pick<ListedNativeNote, 'claim' | 'isPasted'> {
  const { connectionId, contactId, id: nativeId } = native;
  const claimed = claimedCopy(nativeId);
  if (claimed === undefined) return {};
  const claim = { contact: contactRef({ connectionId, id: contactId }), nativeId };
  return claimed.remoteId === undefined ? { claim } : { claim, isPasted: true };
}

function listed(id: string, note: Omit<ListedNativeNote, 'key'>): ListedNativeNote {
  return { key: `${note.connectionId} ${id}`, ...note };
}

/** Folded once for each note: the same ones come back at every key press. */
const haystacks = new WeakMap<ListedNativeNote, string>();

/**
 * Those in which every term (as `searchTerms` gives them) is found. `wordsOf` gives the words of
 * Markdown as they are shown.
 */
export function matchingNativeNotes(
  notes: readonly ListedNativeNote[],
  terms: readonly string[],
  wordsOf: (markdown: string) => string,
): ListedNativeNote[] {
  if (terms.length === 0) return [...notes];
  return notes.filter((note) => {
    const haystack = haystacks.get(note) ?? fold(searchedText(note, wordsOf));
    haystacks.set(note, haystack);
    return terms.every((term) => haystack.includes(term));
  });
}

function searchedText(
  { text, format, author = '' }: ListedNativeNote,
  wordsOf: (markdown: string) => string,
): string {
  return `${format === 'markdown' ? wordsOf(text) : text}\n${author}`;
}

/** The text of a note of ours that is made from a platform's: it keeps who wrote it, and where. */
export function quoteNativeNote(note: ListedNativeNote, label: string): string {
  const source = note.author === undefined ? label : `${note.author}, ${label}`;
  return cleanText(`${note.text.trim()}\n\n(${source})`);
}
