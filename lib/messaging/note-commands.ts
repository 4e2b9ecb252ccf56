import * as v from 'valibot';
import { contactRefSchema } from '../model/ids';
import { noteScopeSchema, noteUrgencySchema } from '../model/note';
import { command, done } from './define-command';

const anchor = contactRefSchema;
const noteId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const text = v.pipe(v.string(), v.maxLength(40_000));

/** Answer of commands that write a note. */
const noteAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), noteId: v.string() }),
  /** `message` is for a person: what is wrong and what to do next. */
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type NoteAnswer = v.InferOutput<typeof noteAnswerSchema>;

/** Notes pinned to a person; `anchor` is the contact on screen, with which something is done. */
export const noteCommands = {
  /** Create (no `noteId`) or change a note about the person on screen. */
  'notes.save': command(
    ['panel'],
    v.object({
      anchor,
      noteId: v.optional(noteId),
      text,
      pinned: v.boolean(),
      urgency: noteUrgencySchema,
      scope: noteScopeSchema,
    }),
    noteAnswerSchema,
  ),
  'notes.delete': command(['panel'], v.object({ noteId }), done),
  /** Take a deletion back. */
  'notes.restore': command(['panel'], v.object({ noteId, anchor }), done),
  /** For a conflict: keep one of the texts (or a merged one, given here). */
  'notes.resolve': command(['panel'], v.object({ noteId, anchor, text }), noteAnswerSchema),
  /** Retry a replica that failed, was removed on the platform, or was given up. */
  'notes.retry': command(['panel'], v.object({ noteId, anchor, contact: contactRefSchema }), done),
  /** Give a replica up: the note stays here and is not written there. */
  'notes.discard': command(['panel'], v.object({ noteId, contact: contactRefSchema }), done),
  /**
   * Store what is being typed; an empty text deletes it. `noteId` is empty for a new note, and ends in a revision
   * for a text made of two.
   */
  'notes.draft': command(
    ['panel'],
    v.object({
      anchor,
      noteId: v.pipe(v.string(), v.maxLength(80)),
      text,
      /** Deletes the draft only while it says this. */
      ifText: v.optional(text),
    }),
    done,
  ),
  /** Accept a text in a contact's text field that claims to be a note of ours: it becomes one, pinned. */
  'notes.adopt': command(
    ['panel'],
    v.object({
      anchor,
      contact: contactRefSchema,
      nativeId: v.pipe(v.string(), v.maxLength(100)),
    }),
    noteAnswerSchema,
  ),
  /** Put back what a contact's text field held before this note was written there. */
  'notes.putBack': command(
    ['panel'],
    v.object({ noteId, contact: contactRefSchema }),
    noteAnswerSchema,
  ),
  /** Read the notes of the person on screen from every platform again. */
  'notes.refresh': command(['panel'], v.object({ anchor }), done),
  /** The notes of the person are visible: what colleagues write should appear soon. */
  'notes.watch': command(['panel'], v.object({ anchor }), done),
} as const;
