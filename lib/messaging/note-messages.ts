import * as v from 'valibot';
import { noteScopeSchema, noteUrgencySchema } from '../model/note';

const anchor = v.pipe(v.string(), v.maxLength(600));
const noteId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const text = v.pipe(v.string(), v.maxLength(40_000));

/** Notes pinned to a person. */
export const noteMessages = {
  /** Create (no `noteId`) or change a note about the person on screen (`anchor`). */
  'notes.save': v.object({
    anchor,
    noteId: v.optional(noteId),
    text,
    pinned: v.boolean(),
    urgency: noteUrgencySchema,
    scope: noteScopeSchema,
  }),
  'notes.delete': v.object({ noteId }),
  /** Take a deletion back, beside the contact on screen (`anchor`). */
  'notes.restore': v.object({ noteId, anchor }),
  /** Of a conflict keep one text (or a merged one, given here). */
  'notes.resolve': v.object({ noteId, anchor, text }),
  /**
   * Try a replica again that failed, was removed on the platform, or was given up; `contact` is its
   * `contactRef`.
   */
  'notes.retry': v.object({ noteId, anchor, contact: anchor }),
  /** Give a replica up: the note stays here and is not written there. */
  'notes.discard': v.object({ noteId, contact: anchor }),
  /** Keep what is being typed; an empty text forgets it. `noteId` is empty for a new note. */
  'notes.draft': v.object({ anchor, noteId: v.pipe(v.string(), v.maxLength(64)), text }),
  /** Read the notes of the person on screen from every platform again. */
  'notes.refresh': v.object({ anchor }),
} as const;

export const noteSenders = {
  'notes.save': ['panel'],
  'notes.delete': ['panel'],
  'notes.restore': ['panel'],
  'notes.resolve': ['panel'],
  'notes.retry': ['panel'],
  'notes.discard': ['panel'],
  'notes.draft': ['panel'],
  'notes.refresh': ['panel'],
} as const;
