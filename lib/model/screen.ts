import type { Coverage } from './coverage';
import type { ContactRef } from './ids';
import type { PageContext } from './page';
import type { WalkState } from './walk';

/** Which tab of a window is in front. */
export interface WindowRow {
  windowId: number;
  tabId: number;
}

/** What a helpdesk tab shows, and whom the worker takes it to be. */
export interface ScreenRow {
  tabId: number;
  windowId: number;
  context: PageContext;
  /** Origin of the tab's page. */
  origin: string;
  /** The connection the page belongs to; absent when that account is not connected. */
  connectionId?: string | undefined;
  /** What the tab is about, in one string: the same for the same person at the same address. */
  subject: string;
  /** Raised each time work for this tab was given up: a panel that watches asks again. */
  round: number;
  /** `contactRef` of the contact on screen, once known. */
  anchor?: ContactRef | undefined;
  /** `identifying` until the anchor is known or known to be unknowable. */
  phase: 'identifying' | 'identified' | 'unknown' | 'not-connected' | 'no-person';
  /** Why the contact is not known. */
  problem?: Coverage | undefined;
  /** The walk through the conversation on screen: the one that runs, or the last one. */
  walk?: WalkState | undefined;
  /** No tab shows this: somebody opened the person from the panel while no conversation was open. */
  isOpenedByHand?: true | undefined;
  /** For as long as the tab in front has this subject, the person who was opened goes before it. */
  over?: string | undefined;
}

/** Which contact an address of a helpdesk page stands for, as learned before. */
export interface PageIdentityRow {
  connectionId: string;
  /** `contact:<id>` or `conversation:<id>`. */
  address: string;
  contactId: string;
  /** The page's hints at that time, serialised: other hints mean looking again. */
  hints: string;
  /** Epoch ms of the last time the platform was asked; absent when only the page said so. */
  identifiedAt?: number | undefined;
}

/** What one connection has to say about the person on screen. */
export interface SourceRow {
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
  connectionId: string;
  /** `finding` the person, `loading` the history, or `settled`. */
  phase: 'finding' | 'loading' | 'settled';
  coverage?: Coverage | undefined;
  /** Contacts of this connection that are this person. */
  contactIds: string[];
  /** Epoch ms. */
  updatedAt: number;
  /** Those whose notes could not be read when that was tried last. */
  unreadNotes?: NotesFailure[] | undefined;
}

/** Why a contact's notes could not be read. */
export interface NotesFailure {
  contactId: string;
  /** `no-handle`: the platform's id for the contact is not known. */
  failure: Coverage | 'no-handle';
}

/** When a person was last viewed: for retention, and to mark what came since. */
export interface VisitRow {
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
  /** Epoch ms of the last sign that somebody is viewing. */
  viewedAt: number;
  /**
   * Epoch ms of the newest item stored when the visit before this one ended. Read it through
   * `seenUntil` (lib/storage/visits), which knows whether the visit in this row is over.
   */
  newestSeenAt?: number | undefined;
  /** Epoch ms of the newest item stored in this visit so far. */
  newestHeldAt?: number | undefined;
}
