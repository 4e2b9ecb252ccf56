import type { Pace } from '../../http/pace';
import type { EncodedPath, TransportRequest } from '../../http/transport';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { PlatformDescriptor, PlatformFacts } from '../../model/descriptor';
import type { Message } from '../../model/history';
import type { CapturedItem, PageContext } from '../../model/page';
import type { ApiPorts, PlatformApi } from './api';

/** Where a connection leads, worked out from the form's answers. */
export interface ConnectionTarget {
  apiOrigin: string;
  pageOrigin: string;
  account?: string | undefined;
  /** Name to show until the platform gives a better one. */
  label: string;
}

/** What an open tab shows of the account it belongs to. */
export interface RecognisedTab {
  /** Answers of the form, as far as the tab shows them; never a secret one. */
  fields: Record<string, string>;
  /** False where another product's page may look the same. */
  isSure: boolean;
}

/** What is wrong with the form, per field name, in words for a person. */
export interface FieldProblems {
  problems: Record<string, string>;
}

/** A prepared action of Membrane that makes one of the platform's calls. */
export interface RelayAction {
  key: string;
  method: TransportRequest['method'];
  /** The whole path; each group is a value that the action takes as input, encoded. */
  path: RegExp;
  /** For each group the names that the input may have, the likeliest first. */
  inputs: readonly (readonly string[])[];
}

/** How the platform is known to Membrane, and what its connector's base address may be. */
export interface RelayProfile {
  /** The vendor's own address, whatever server an account is on. */
  appUrl: string;
  /** What the base may contain already, the likeliest first. */
  prefixes(account: string | undefined): readonly string[];
  /** Paths up to their first variable part, by which a prepared action's request reveals the base. */
  landmarks(account: string | undefined): readonly string[];
  /**
   * A read that proves a base; `undefined` where no answer would: then a contact that is known is read
   * instead.
   */
  probe(prefix: string, account: string | undefined): EncodedPath | undefined;
  /** Whether an answer, or the body of a refusal, is what this platform gives to the probe. */
  proves(body: unknown, status: number, account?: string | undefined): boolean;
  /** Where this contact is read; present where there is no probe. */
  contactPath?(contact: Contact): EncodedPath | undefined;
  /** Whether a host is the vendor's own, so that its credentials may be sent to it by name. */
  isVendorHost(hostname: string): boolean;
  /** True where the platform itself refuses in JSON only: a page comes from something before it. */
  refusesInJson?: boolean;
  /**
   * What of a host (with its port) tells this account's server from those of others; `undefined` for a host
   * that is nobody's server. Absent where all accounts share one host, which then proves nothing.
   */
  serverOf?(host: string): string | undefined;
  /** All that may be run where the base cannot be found; nothing that sends, deletes or administers. */
  actions?: readonly RelayAction[];
}

/** Everything the worker needs of a platform. One per folder, listed in the registry. */
export interface PlatformDefinition extends PlatformFacts {
  /** What the pages need to know about it, in the current language. */
  describe(): PlatformDescriptor;
  /** How fast this platform may be called, per connection. */
  pace: Pace;
  /** Reads the form. Never throws. Secret fields may be empty here. */
  readFields(fields: Readonly<Record<string, string>>): ConnectionTarget | FieldProblems;
  /** Whether an open tab is one of the platform's, and whose; `undefined` for any other tab. Pure. */
  recogniseTab(url: URL, title: string): RecognisedTab | undefined;
  /** Address of the page on which a person finds the key, where the answers lead to one. */
  keyPage?(target: ConnectionTarget): string | undefined;
  /**
   * Headers that authorise a call. `secrets` holds the form's secret fields. Throws `TypeError`
   * when one is missing or holds a character that a header cannot carry.
   */
  authorise(secrets: Readonly<Record<string, string>>): Record<string, string>;
  createApi(ports: ApiPorts): PlatformApi;
  relay: RelayProfile;
  /**
   * Whom an address of the helpdesk, as a person pastes it, is about; `undefined` for an address of
   * something else. Pure; says nothing about whether the origin is that of a connection.
   */
  readAddress?(url: URL): Pick<PageContext, 'account' | 'contactId' | 'conversationId'> | undefined;
  /**
   * True where the ids in the page's address do not suffice and `identify` goes by the hints of the
   * page. Elsewhere a hint that comes late is no reason to ask again.
   */
  needsHints?: boolean;
  /**
   * The contact a page shows, worked out without the network. Present when `capabilities.history` is
   * `captured`; `undefined` when the page shows nobody.
   */
  contactFromPage?(
    context: PageContext,
    target: { connection: Connection; now: number },
  ): Contact | undefined;
  /**
   * Merges what the page shows of a conversation into what was captured of it before (oldest
   * first). Present when `capabilities.history` is `captured`. Pure; keeps the ids of known items.
   */
  mergeCapture?(
    stored: readonly Message[],
    items: readonly CapturedItem[],
    target: CaptureTarget,
  ): Message[];
  /**
   * When a captured item was said (epoch ms), as far as the page shows. Present when the page can be
   * walked through (`capabilities.walk`).
   */
  capturedAt?(item: CapturedItem, now: number): number | undefined;
}

export interface CaptureTarget {
  connectionId: string;
  contactId: string;
  conversationId: string;
  /** Epoch ms. */
  now: number;
}
