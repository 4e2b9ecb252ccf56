import { inTurns } from '../../../lib/async/in-turns';
import { answersQuery, type FullTextQuery } from '../../../lib/full-text/match-query';
import {
  foldParts,
  partsOfNativeNote,
  partsOfNote,
  partsOfReply,
} from '../../../lib/full-text/passages';
import { parseContactRef } from '../../../lib/model/ids';
import type { NativeNoteRow, NoteRow } from '../../../lib/model/note';
import type { Reply } from '../../../lib/model/reply';
import type { DesksideDatabase } from '../../../lib/storage/database';
import type { CandidateFilter } from '../../../lib/storage/index-reader';
import type { Find } from './held-search';

/** Tables small enough to be read as a whole: notes and canned responses. */
export interface SmallTables {
  notes: readonly NoteRow[];
  natives: readonly NativeNoteRow[];
  replies: readonly Reply[];
}

/** Reads these tables. Meant to be passed to `follow`. */
export async function readSmallTables(db: DesksideDatabase): Promise<SmallTables> {
  const [notes, natives, replies] = await Promise.all([
    db.notes.toArray(),
    db.nativeNotes.toArray(),
    db.replies.toArray(),
  ]);
  return { notes, natives, replies };
}

/** A find with its text already folded, so that this is not done again at each key press. */
export interface HeldPassage {
  find: Find;
  text: string;
  /** The connections it belongs to; empty for what belongs to none. */
  connections: readonly string[];
}

/** Prepares notes and canned responses to be searched with `findAmongHeld`. */
export function holdSmallTables(tables: SmallTables): Promise<HeldPassage[]> {
  return inTurns(heldOf(tables));
}

function* heldOf({ notes, natives, replies }: SmallTables): Generator<void, HeldPassage[]> {
  const held: HeldPassage[] = [];
  const hold = (find: Find, connections: readonly string[]) =>
    held.push({ find, text: foldParts(find.parts), connections });
  for (const note of notes) {
    const contacts = note.contacts.map(parseContactRef);
    const [contact, ...others] = contacts;
    const find: Find = {
      ...{ key: `note ${note.id}`, kind: 'note', contact, others, time: note.at },
      parts: partsOfNote(note),
    };
    hold(
      find,
      contacts.map(({ connectionId }) => connectionId),
    );
    yield;
  }
  for (const note of natives) {
    const { connectionId, contactId, id, createdAt = 0 } = note;
    const find: Find = {
      ...{ key: `native-note ${connectionId}/${contactId}/${id}`, kind: 'native-note' },
      contact: { connectionId, id: contactId },
      time: createdAt,
      parts: partsOfNativeNote(note),
    };
    hold(find, [connectionId]);
    yield;
  }
  for (const reply of replies) {
    const { source, id, updatedAt = 0 } = reply;
    const find: Find = {
      ...{ key: `response ${source}/${id}`, kind: 'response', contact: undefined, time: updatedAt },
      parts: partsOfReply(reply),
      reply,
    };
    hold(find, [source]);
    yield;
  }
  return held;
}

/** The passages that match the query, newest first. */
export function findAmongHeld(
  held: readonly HeldPassage[],
  query: FullTextQuery,
  filter: CandidateFilter,
): Promise<Find[]> {
  return inTurns(answersAmong(held, query, filter));
}

function* answersAmong(
  held: readonly HeldPassage[],
  query: FullTextQuery,
  { connections, from = Number.NEGATIVE_INFINITY }: CandidateFilter,
): Generator<void, Find[]> {
  const finds: Find[] = [];
  for (const { find, text, connections: own } of held) {
    const isThere = connections === undefined || own.some((id) => connections.has(id));
    if (isThere && find.time >= from && answersQuery(text, query)) finds.push(find);
    yield;
  }
  return finds.sort((a, b) => b.time - a.time);
}
