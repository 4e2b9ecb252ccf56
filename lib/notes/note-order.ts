import type { NoteRow } from '../model/note';

const weight = { urgent: 0, important: 1, normal: 2 } as const;

/**
 * The living notes: those that ask a question, then the pinned ones, the most urgent of them on top,
 * else the newest first.
 */
export function orderedNotes(notes: readonly NoteRow[]): NoteRow[] {
  return notes
    .filter((note) => note.deletedAt === undefined)
    .sort(
      (a, b) =>
        Number(b.conflict !== undefined) - Number(a.conflict !== undefined) ||
        Number(b.pinned) - Number(a.pinned) ||
        (a.pinned ? weight[a.urgency] - weight[b.urgency] : 0) ||
        b.createdAt - a.createdAt ||
        (a.id < b.id ? -1 : 1),
    );
}
