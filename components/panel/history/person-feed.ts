import type { Conversation, Message } from '../../../lib/model/history';
import { type ContactRef, parseContactRef } from '../../../lib/model/ids';
import type { DesksideDatabase } from '../../../lib/storage/database';
import { readMessagesById } from '../../../lib/storage/history-queries';
import type { ListedMessage } from '../../../lib/timeline/listed-message';
import { ContactFeed, type FeedListener } from './contact-feed';
import { MessageCache } from './message-cache';
import { withoutRepeats } from './without-repeats';

/**
 * What has been read of a person's history so far. Arrays that did not change are the same objects as before.
 */
export interface PersonHistory {
  conversations: readonly Conversation[];
  /** Each sorted newest first. */
  parts: readonly (readonly ListedMessage[])[];
  messages: readonly ListedMessage[];
  /** Everything stored has been read. */
  isWhole: boolean;
  /** Provides whole messages. */
  cache: MessageCache;
  /** Reads the whole messages of one of the parts, in any order. */
  readPart(part: readonly ListedMessage[]): Promise<readonly Message[]>;
}

/** The feeds of all contacts that are one person. */
export class PersonFeed {
  readonly #feeds = new Map<ContactRef, ContactFeed>();
  readonly #cache: MessageCache;
  #listener: FeedListener | undefined;
  #failure: { error: unknown } | undefined;
  readonly #ears: FeedListener = {
    onChange: () => this.#listener?.onChange(),
    onError: (error) => {
      this.#failure = { error };
      this.#listener?.onError(error);
    },
  };
  #isReady = false;
  #conversations: readonly Conversation[] = [];

  /** Nothing is shown before everything down to `readTo` (epoch ms) has been read, where that is given. */
  constructor(
    private readonly database: DesksideDatabase,
    private readonly readTo: number | undefined,
  ) {
    this.#cache = new MessageCache(database);
  }

  /** From now on this listener is notified, in place of the previous one. */
  listen(listener: FeedListener): void {
    this.#listener = listener;
    if (this.#failure !== undefined) listener.onError(this.#failure.error);
  }

  /** Follows these contacts (`contactRef`) and no others; those followed before are not read again. */
  follow(refs: readonly ContactRef[]): void {
    for (const [ref, feed] of this.#feeds) {
      if (refs.includes(ref)) continue;
      feed.close();
      this.#feeds.delete(ref);
    }
    for (const ref of refs) {
      if (this.#feeds.has(ref)) continue;
      this.#feeds.set(
        ref,
        new ContactFeed(this.database, parseContactRef(ref), this.#ears, this.#cache),
      );
    }
    this.#ears.onChange();
  }

  /** What is known now; `undefined` until the newest part of every contact has been read once. */
  read(): PersonHistory | undefined {
    const feeds = [...this.#feeds.values()];
    this.#isReady ||= feeds.every((feed) => this.#isEnough(feed));
    if (!this.#isReady) return undefined;
    for (const feed of feeds) feed.isNearSight = false;
    const conversations = feeds.flatMap((feed) => feed.tellable);
    const isSame =
      conversations.length === this.#conversations.length &&
      conversations.every((entry, index) => entry === this.#conversations[index]);
    if (!isSame) this.#conversations = conversations;
    const parts = this.#parts();
    return {
      conversations: this.#conversations,
      parts,
      messages: parts.flat(),
      isWhole: feeds.every((feed) => feed.readDownTo === Number.NEGATIVE_INFINITY),
      cache: this.#cache,
      readPart: (part) => this.#readPart(part),
    };
  }

  close(): void {
    for (const feed of this.#feeds.values()) feed.close();
  }

  async #readPart(part: readonly ListedMessage[]): Promise<readonly Message[]> {
    for (const feed of this.#feeds.values()) {
      const read = feed.readPart(part);
      if (read !== undefined) return read;
    }
    const found = await readMessagesById(this.database, part);
    return found.filter((message) => message !== undefined);
  }

  /** A message whose contact was corrected is briefly listed with both contacts. */
  #parts(): readonly (readonly ListedMessage[])[] {
    const parts = [...this.#feeds.values()].flatMap((feed) => feed.parts);
    const connections = [...this.#feeds.keys()].map((ref) => parseContactRef(ref).connectionId);
    const isShared = new Set(connections).size < connections.length;
    return isShared ? withoutRepeats(parts) : parts;
  }

  #isEnough({ conversations, readDownTo }: ContactFeed): boolean {
    const isNewestRead = readDownTo < Number.POSITIVE_INFINITY;
    const isPlaceRead = readDownTo <= (this.readTo ?? Number.POSITIVE_INFINITY);
    return conversations !== undefined && isNewestRead && isPlaceRead;
  }
}
