import type { Transport } from '../../http/transport';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import type { Coverage, CoverageReason } from '../../model/coverage';
import type { Conversation, Message } from '../../model/history';
import type { PageContext } from '../../model/page';
import type { ContactFieldsPort } from './contact-fields';
import type { NotesPort } from './notes';
import type { RepliesApi } from './replies';

/** What an adapter gets to work with: no secrets, no origin of its own choice, no database. */
export interface ApiPorts {
  connection: Connection;
  transport: Transport;
  /** Epoch ms. */
  now(): number;
  /** Stores something learned about the account in `connection.facts`, across restarts. */
  remember(key: string, value: string): Promise<void>;
  /** Stores whether the key shows only a part of the account, as it is found out after the check. */
  learnRestricted?(isRestricted: boolean): Promise<void>;
  /**
   * Reads HTML's named characters (`hellip` to `…`) from a file of the package; absent where only the
   * most common ones are available.
   */
  namedCharacters?: (() => Promise<ReadonlyMap<string, string>>) | undefined;
  /**
   * Sixteen hex digits for a text that only somebody with the account's keys can make; `undefined` when
   * this browser has no keys, as where the function is absent.
   */
  seal?: ((text: string) => Promise<string | undefined>) | undefined;
}

/**
 * A platform's API in the product's terms. Every method throws `TransportError` when the platform
 * refuses or cannot be reached, and the signal's reason when aborted; none retries by itself.
 * Unreadable items are dropped and counted in `dropped`, never fatal.
 */
export interface PlatformApi extends RepliesApi {
  /** Tries the credentials and reports what they open. */
  check(signal: AbortSignal): Promise<ConnectionReport>;

  /** Who is on screen. */
  identify(context: PageContext, signal: AbortSignal): Promise<Identification>;

  /**
   * Which of these contacts has the conversation, asked when what a page shows fits several of them;
   * `undefined` where none is known to have it. Absent where `identify` goes by the conversation itself.
   */
  ownerOf?(
    contacts: readonly Contact[],
    conversationId: string,
    signal: AbortSignal,
  ): Promise<Contact | undefined>;

  /** Exact search by identifiers. Present when `capabilities.find` is `api`. */
  find?(identifiers: Identifier[], signal: AbortSignal): Promise<Found>;

  /**
   * Contacts that fit what a person typed: a name, an address, a number, an id, or parts of them,
   * best first, at most a screenful. Present where the platform searches so.
   */
  searchContacts?(query: string, signal: AbortSignal): Promise<Found>;

  /** Contacts of exactly this name. Present where names can be searched in no better way. */
  findByName?(name: string, signal: AbortSignal): Promise<FoundByName>;

  /**
   * The contact into which one that is gone was merged, where the platform knows; `undefined` where
   * it was deleted. `conversationIds` are conversations it had. Absent where that cannot be found out.
   */
  findMergeTarget?(
    gone: { id: string; conversationIds: readonly string[] },
    signal: AbortSignal,
  ): Promise<Contact | undefined>;

  /**
   * One page of all contacts, most recently active first. Present when `capabilities.find` is
   * `directory`. `cursor` is a `next` of an earlier page; none starts at the newest.
   */
  directoryPage?(cursor: string | undefined, signal: AbortSignal): Promise<DirectoryPage>;

  /**
   * The contact's history, newest first, in parts that can be written as they come. Without a
   * cursor it starts at the newest and stops after about one screen; with the `cursor` of an
   * earlier part it continues with older items, again about one screen. Parts may overlap what is
   * known: items are told apart by id. Present when `capabilities.history` is `api`.
   */
  history?(contact: Contact, options: HistoryOptions): AsyncGenerator<HistoryPart, void, void>;

  /** The tags (or labels) of a contact, by name. Present where the platform has any. */
  tagsOf?(contact: Contact, signal: AbortSignal): Promise<ContactTags>;

  /** Notes about a contact. Present when `capabilities.notes` is. */
  notes?: NotesPort;

  /** Completing a contact. Present when `capabilities.contactFields` is. */
  contactFields?: ContactFieldsPort;
}

/** Answer of a successful `check`. */
export interface ConnectionReport {
  accountName?: string | undefined;
  agentName?: string | undefined;
  agentEmail?: string | undefined;
  version?: string | undefined;
  /** Accounts the key opens, where a platform has several behind one key. */
  accounts?: { id: string; name: string }[];
  /** What the key may not do, in words for a person. */
  warnings: string[];
  /** True when the key shows only a part of the account, so that nothing it lists is all there is. */
  restricted?: boolean;
  /** True when the answer itself names the account that this connection is for. */
  provesAccount?: boolean;
}

/** `check` throws this when the answer is not from the platform or a choice is wrong. */
export class ConnectionProblem extends Error {
  override readonly name = 'ConnectionProblem';
  readonly reason: CoverageReason;

  /** `message` is for a person: what happened and what to do next. */
  constructor(reason: CoverageReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

export type Identification =
  /** The platform (or its page) identified the contact. */
  | { kind: 'contact'; contact: Contact; dropped: number }
  /** The id leads nowhere, but these identifiers on the page may: look for them on this connection. */
  | { kind: 'look-for'; identifiers: Identifier[] }
  /** Nothing to go by, or the platform no longer knows the id. */
  | { kind: 'unknown'; coverage: Coverage };

export interface Found {
  contacts: Contact[];
  dropped: number;
  /** Of a search that ends after a screenful: the platform has further ones. */
  hasMore?: boolean | undefined;
}

export interface ContactTags {
  tags: string[];
  /** The right that the key lacks, in the platform's words: the names of tags are not known. */
  missingRight?: string | undefined;
}

export interface FoundByName extends Found {
  /** The right that the key lacks, in the platform's words: nothing could be searched. */
  missingRight?: string | undefined;
}

export interface DirectoryPage {
  contacts: Contact[];
  /** `undefined` at the end of the list. */
  next: string | undefined;
  dropped: number;
  /** True where the list ends here, but nothing proves that there are no others. */
  endUnproven?: boolean | undefined;
}

export interface HistoryOptions {
  signal: AbortSignal;
  /** Where an earlier call stopped; absent for the newest items. */
  cursor?: string | undefined;
  /**
   * The `bookmark` of the last part that was stored of this history: what it proved is not read
   * again, only what is new since. Given without a cursor.
   */
  bookmark?: string | undefined;
  /** The call that gave the bookmark was broken off: what it had not come to is read as well. */
  isUnfinished?: boolean | undefined;
  /** About how many items make one screen; `Infinity` for all there are. */
  wanted: number;
}

export interface HistoryPart {
  conversations: Conversation[];
  messages: Message[];
  /** What was read up to and with this part; `more` is true when `cursor` leads to older items. */
  coverage: Coverage;
  /** Where to go on, in the adapter's own form (it must survive a restart); absent at the end. */
  cursor?: string | undefined;
  /**
   * What is proved to be stored with this part, in the adapter's own form. Where a platform gives one,
   * `coverage` and `cursor` describe all that is stored, and not this call alone.
   */
  bookmark?: string | undefined;
  /** Ids of conversations that an earlier part gave and the platform no longer has for this contact. */
  gone?: string[] | undefined;
  /**
   * By the id of a conversation that an earlier part gave: what its customer thought of it, as messages show that
   * are older than those read before.
   */
  ratings?: ReadonlyMap<string, string> | undefined;
  /** Ids of all of the contact's notes, once each was listed: others that are stored were deleted there. */
  allNotes?: string[] | undefined;
}
