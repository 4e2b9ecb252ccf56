/** What of a contact has changed since it was last brought into the full-text index. */
export interface IndexMarkRow {
  connectionId: string;
  /** Empty: everything has to be looked at. */
  contactId: string;
  /** Messages from this time on (epoch ms), up to and with the other; none where it is the later one. */
  from: number;
  until: number;
  /** Another one with each change. */
  stamp: string;
}

/** By which number a contact is known in the index. */
export interface IndexedContactRow {
  /** Absent until it is stored. */
  number?: number;
  connectionId: string;
  contactId: string;
}

/** `message`: what was written at one moment; `contact`: the record and its conversations' subjects. */
export const entryKinds = ['message', 'contact'] as const;

/**
 * A part of the index: some thousand entries, each a passage of somebody, told by its place in these
 * lists. The terms that lead to them are in the blocks of the same segment.
 */
export interface IndexSegmentRow {
  id: number;
  /** All its terms are in one block: it is small, and still grows. */
  isOpen: boolean;
  /** What it holds is being brought into newer segments, after which it goes. */
  isRetired?: boolean;
  /** `number` of the contact; 0 where the entry was taken out. */
  contacts: Uint32Array;
  /** Epoch ms. */
  times: Float64Array;
  /** Tells whether the text is still the one that was indexed. */
  prints: Uint32Array;
  /** Place in `entryKinds`. */
  kinds: Uint8Array;
  /** Place of the connection in `connectionIds`. */
  connections: Uint8Array;
  connectionIds: string[];
}

/** The terms of a segment with the same beginning, and where they lead: see `encodeBlock`. */
export interface IndexBlockRow {
  segment: number;
  /** What the terms begin with; empty in an open segment, whose terms are all in it. */
  bucket: string;
  data: Uint8Array;
}

/** How far the index is. There is one row. */
export interface IndexStateRow {
  id: 'index';
  /** The form in which it is built; another one is built again. */
  form: number;
  /** Raised when something was erased: what was prepared before must not be written any more. */
  epoch: number;
  /** What was there before the index is noted down table by table, from this key on; absent: done. */
  seeding?:
    | { table: 'contacts' | 'conversations' | 'messages'; after?: [string, string] | undefined }
    | undefined;
  /** Contacts to be indexed when that began, to tell how far it is. */
  total?: number | undefined;
  /** Why it does not go on. */
  problem?: 'storage-full' | undefined;
}
