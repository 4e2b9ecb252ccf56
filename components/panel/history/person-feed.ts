import type { Conversation, Message } from '../../../lib/model/history';
import type { DesksideDatabase } from '../../../lib/storage/database';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import { ContactFeed, type FeedListener } from './contact-feed';
import { withoutRepeats } from './without-repeats';

/** What was read of a person's history so far. Arrays that did not change are the same as before. */
export interface PersonHistory {
  conversations: readonly Conversation[];
  /** Each sorted newest first. */
  parts: readonly (readonly Message[])[];
  messages: readonly Message[];
  /** Everything stored was read. */
  isWhole: boolean;
}

/** The feeds of all contacts that are one person. */
export class PersonFeed {
  readonly #feeds = new Map<string, ContactFeed>();
  #isReady = false;
  #conversations: readonly Conversation[] = [];

  /** Nothing is shown before everything down to `readTo` (epoch ms) was read, where that is given. */
  constructor(
    private readonly database: DesksideDatabase,
    private readonly listener: FeedListener,
    private readonly readTo: number | undefined,
  ) {}

  /** Follows these contacts (`contactRef`) and no others; those followed before are not read again. */
  follow(refs: readonly string[]): void {
    for (const [ref, feed] of this.#feeds) {
      if (refs.includes(ref)) continue;
      feed.close();
      this.#feeds.delete(ref);
    }
    for (const ref of refs) {
      if (this.#feeds.has(ref)) continue;
      this.#feeds.set(ref, new ContactFeed(this.database, contactOfRef(ref), this.listener));
    }
    this.listener.onChange();
  }

  /** What is known now; `undefined` until the newest part of every contact was read once. */
  read(): PersonHistory | undefined {
    const feeds = [...this.#feeds.values()];
    this.#isReady ||= feeds.every((feed) => this.#isEnough(feed));
    if (!this.#isReady) return undefined;
    const conversations = feeds.flatMap((feed) => feed.tellable);
    const isSame =
      conversations.length === this.#conversations.length &&
      conversations.every((entry, index) => entry === this.#conversations[index]);
    if (!isSame) this.#conversations = conversations;
    const parts = withoutRepeats(feeds.flatMap((feed) => feed.parts));
    return {
      conversations: this.#conversations,
      parts,
      messages: parts.flat(),
      isWhole: feeds.every((feed) => feed.readDownTo === Number.NEGATIVE_INFINITY),
    };
  }

  close(): void {
    for (const feed of this.#feeds.values()) feed.close();
  }

  #isEnough({ conversations, readDownTo }: ContactFeed): boolean {
    const isNewestRead = readDownTo < Number.POSITIVE_INFINITY;
    const isPlaceRead = readDownTo <= (this.readTo ?? Number.POSITIVE_INFINITY);
    return conversations !== undefined && isNewestRead && isPlaceRead;
  }
}
