import type { Contact } from './contact';
import type { Coverage } from './coverage';
import type { ContactRef } from './ids';

/** What one connection found for a query typed by hand; one row per window and connection. */
export interface PeopleSearchRow {
  windowId: number;
  connectionId: string;
  query: string;
  phase: 'searching' | 'done';
  /** Best first; at most a screenful. */
  contacts: Contact[];
  /** Others fit as well. */
  hasMore?: boolean | undefined;
  /** What was searched and what could not be. */
  coverage?: Coverage | undefined;
  /** Epoch ms. */
  updatedAt: number;
}

/** A contact that may be the person on screen: weak evidence, to be confirmed or rejected. */
export interface SuggestionRow {
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
  /** `contactRef` of the contact that may be the same human. */
  contact: ContactRef;
  /** Epoch ms. */
  updatedAt: number;
}
