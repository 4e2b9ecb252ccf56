import * as v from 'valibot';
import type { ContactRef } from './ids';

export const noteUrgencySchema = v.picklist(['normal', 'important', 'urgent']);
export type NoteUrgency = v.InferOutput<typeof noteUrgencySchema>;

/** Where a note goes: every platform the person is on, one connection only, or nowhere else. */
export const noteScopeSchema = v.variant('kind', [
  v.object({ kind: v.literal('everywhere') }),
  v.object({ kind: v.literal('connection'), connectionId: v.string() }),
  v.object({ kind: v.literal('browser') }),
]);
export type NoteScope = v.InferOutput<typeof noteScopeSchema>;

/** One state of a note's text. */
export interface NoteVersion {
  revision: number;
  /** Markdown. */
  text: string;
  author?: string | undefined;
  /** The platform (its label) in whose pages somebody changed it whom it does not name. */
  changedOn?: string | undefined;
  /** Epoch ms. */
  at: number;
}

/** A note of ours about a person. Never lost, whatever happens to a platform. */
export interface NoteRow extends NoteVersion {
  /** Made by us; the same in every browser and on every platform. */
  id: string;
  /**
   * `contactRef` of every contact it is known to belong to: the one it was written beside and
   * those that carry a replica. The person's notes are those of the person's contacts.
   */
  contacts: ContactRef[];
  pinned: boolean;
  urgency: NoteUrgency;
  scope: NoteScope;
  createdAt: number;
  createdBy?: string | undefined;
  /** Replaced texts, newest first; of a long history the last and the first ones. */
  versions: NoteVersion[];
  /** How many of them were dropped between the last and the first. */
  droppedVersions?: number | undefined;
  /** Every revision from this one on was seen here. */
  knownSince?: number | undefined;
  /** Epoch ms; for a note that was first read from a platform. */
  learnedAt?: number | undefined;
  /** True once it was saved here: every account of its scope has got a copy or waits for one. */
  isPlaced?: boolean | undefined;
  /** For a note of this browser alone: the revision with which its copies were taken away. */
  withdrawnAt?: number | undefined;
  /** What others had written in a contact's text field before a copy was put there, newest first. */
  fieldTexts?: FieldText[] | undefined;
  /** `contactRef` of contacts that turned out to be somebody else: it has no place there. */
  parted?: ContactRef[] | undefined;
  /** The two contacts (each a `contactRef`) of a word about people that the note has yet to follow. */
  toPart?: [ContactRef, ContactRef] | undefined;
  /** Epoch ms; a tombstone until all replicas are gone. */
  deletedAt?: number | undefined;
  /** Another text for the same revision, or an edit of a deleted note: a human has to choose. */
  conflict?: NoteVersion | undefined;
  /** True when the deletion was not made here but followed: all its copies were taken away. */
  deletedThere?: boolean | undefined;
  /** `contactRef` of contacts where it is not to be written, because somebody gave that up. */
  declined?: ContactRef[] | undefined;
}

/** What stood in a contact's single text field besides our notes. */
export interface FieldText {
  contact: ContactRef;
  text: string;
  /** Epoch ms. */
  at: number;
}

/** State of a note's copy at one contact. */
export interface ReplicaRow {
  noteId: string;
  /** `contactRef`; for a connection where the person has no contact yet an `absentRef`. */
  contact: ContactRef;
  connectionId: string;
  /** The platform's id of the copy, where it has one. */
  remoteId?: string | undefined;
  /** Revision the platform is known to hold; absent before the first delivery. */
  revision?: number | undefined;
  /**
   * `waiting`: to be delivered (or removed) next; `retrying`: failed, tried again at `retryAt`;
   * `failed`: given up until somebody retries; `blocked`: a right or a contact is missing;
   * `removed-there`: somebody took it away on the platform, or (`line-removed`) the line that made it
   * a copy.
   */
  state: 'delivered' | 'waiting' | 'retrying' | 'failed' | 'blocked' | 'removed-there';
  /** Why, for the words shown: a coverage reason or one of these. */
  reason?: string | undefined;
  /** Epoch ms. */
  retryAt?: number | undefined;
  updatedAt: number;
  /** How often in a row it failed. */
  attempts?: number | undefined;
  /** True from before a copy is created until its outcome is known: it may be there already. */
  uncertain?: boolean | undefined;
  /** True where the note was first seen in a row of a list that was written beside another contact. */
  isMisplaced?: boolean | undefined;
  /** In a text field: which writing of the block put the copy there, when this browser did. */
  serial?: number | undefined;
}

/** In all other states a copy gets on by itself, or has arrived. */
export const troubledStates = ['failed', 'blocked', 'removed-there'] as const;

/** A note that belongs to a platform: a contact's note or its free text, without our block. */
export interface NativeNoteRow {
  connectionId: string;
  contactId: string;
  /** The platform's id; `text` for a single text field. */
  id: string;
  kind: 'note' | 'free-text';
  text: string;
  /** How the platform's own page reads the text; absent where it is shown as it was typed. */
  format?: 'markdown' | undefined;
  author?: string | undefined;
  /** Epoch ms, where the platform tells. */
  createdAt?: number | undefined;
  /** Epoch ms of when it was first read as it is. */
  fetchedAt: number;
}

/** What somebody is typing, kept per person and note. */
export interface NoteDraftRow {
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
  /** Empty for a new note; with a dot and the other's revision for a text that is made of two. */
  noteId: string;
  text: string;
  /** What the note said when the draft was begun. */
  over?: string | undefined;
  /** Epoch ms. */
  updatedAt: number;
}
