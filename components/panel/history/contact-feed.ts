import type { Conversation, Message } from '../../../lib/model/history';
import { type ContactKey, itemKey } from '../../../lib/model/ids';
import type { DesksideDatabase } from '../../../lib/storage/database';
import {
  areConversationsTouched,
  areMessagesTouched,
  readStoredConversations,
  readStoredMessages,
  type TimeRange,
  timeOfNth,
} from '../../../lib/storage/history-queries';
import { drawnApart, follow } from '../../../lib/storage/live-query';
import { partIndex } from '../../../lib/timeline/day-entries';
import { type ListedMessage, listed } from '../../../lib/timeline/listed-message';
import { newestFirst } from '../../../lib/timeline/newest-first';
import { keepUnchanged } from './keep-unchanged';
import { MessageCache } from './message-cache';
import { withoutRepeats } from './without-repeats';

/** Messages in the first piece (about a screen), and in each further one (read in an instant). */
const firstSize = 100;
const pieceSize = 300;

/** A piece with this many messages is cut in two. */
const tooMany = 2 * pieceSize + 1;

/** A period of the contact's history that is read, and read again, on its own. */
interface Piece {
  range: TimeRange;
  /** Newest first; `undefined` until it was read. */
  messages: readonly ListedMessage[] | undefined;
  end?: () => void;
}

export interface FeedListener {
  onChange(): void;
  onError(error: unknown): void;
}

/**
 * What is stored about one contact, kept up to date, newest part first. It is read in pieces of a few hundred
 * messages, each of which follows its own period: a new message makes only the piece it falls into be read
 * again, and a piece that grows is cut in two.
 */
export class ContactFeed {
  /** What is being read now is about to be shown. */
  isNearSight = true;

  /** `undefined` until they were read. */
  conversations: readonly Conversation[] | undefined;

  readonly #endConversations: () => void;
  /** Newest first, without gaps. */
  #pieces: Piece[] = [];
  #parts: readonly (readonly ListedMessage[])[] | undefined;
  /** Something was written meanwhile: a message can be in two pieces until both are read again. */
  #wasChanged = false;
  readonly #conversationIds = new Map<string, string>();

  constructor(
    private readonly database: DesksideDatabase,
    private readonly contact: ContactKey,
    private readonly listener: FeedListener,
    private readonly cache = new MessageCache(database),
  ) {
    this.#endConversations = this.#followConversations();
    const everything: Piece = {
      range: { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
      messages: undefined,
    };
    this.#pieces.push(everything);
    this.#cover(everything, firstSize);
  }

  /**
   * The conversations that can be shown: until everything has been read, one without messages may only seem
   * to be empty.
   */
  get tellable(): readonly Conversation[] {
    const known = this.conversations ?? [];
    if (this.readDownTo === Number.NEGATIVE_INFINITY) return known;
    const told = this.parts.map((part) => partIndex(part).filled);
    return known.filter(({ connectionId, id }) => {
      const key = itemKey(connectionId, id);
      return told.some((filled) => filled.has(key));
    });
  }

  /** The messages read so far, newest first in each part; a part that did not change is the same. */
  get parts(): readonly (readonly ListedMessage[])[] {
    if (this.#parts === undefined) {
      const read = this.#pieces.flatMap(({ messages }) =>
        messages === undefined || messages.length === 0 ? [] : [messages],
      );
      this.#parts = this.#wasChanged ? withoutRepeats(read) : read;
    }
    return this.#parts;
  }

  /** Reads the whole messages of a part; `undefined` if it does not belong to this contact. */
  readPart(part: readonly ListedMessage[]): Promise<readonly Message[]> | undefined {
    const piece = this.#pieces.find(({ messages }) => messages === part);
    if (piece === undefined) return undefined;
    return readStoredMessages(this.database, this.contact, piece.range, Number.POSITIVE_INFINITY);
  }

  /** Epoch ms down to which everything stored has been read: minus infinity when that is all. */
  get readDownTo(): number {
    const unread = this.#pieces.find((piece) => piece.messages === undefined);
    return unread?.range.until ?? Number.NEGATIVE_INFINITY;
  }

  close(): void {
    this.#endConversations();
    for (const { end } of this.#pieces) end?.();
  }

  /**
   * Reads the piece's newest messages and follows them; what is older becomes a piece of its own and is read
   * then.
   */
  #cover(piece: Piece, size: number): void {
    const { database, contact, listener } = this;
    let limit: number | undefined;
    let older: Piece | undefined;
    const end = follow(
      database,
      {
        tables: [database.messages],
        read: async () => {
          // Not in a transaction of its own, which would wait for what the worker writes meanwhile.
          if (limit === undefined) {
            const border = await timeOfNth(database, contact, piece.range, size);
            // Messages with the same time cannot be separated.
            limit = border === piece.range.from ? Number.POSITIVE_INFINITY : tooMany;
            if (border !== undefined && border !== piece.range.from) {
              older = this.#cut(piece, border);
            }
          }
          return readStoredMessages(database, contact, piece.range, limit);
        },
        concerns: (change) => {
          const known = piece.messages ?? [];
          const isTouched = areMessagesTouched(change, contact, piece.range, known);
          this.#wasChanged ||= isTouched;
          return isTouched;
        },
        leastApart: drawnApart,
      },
      {
        next: (read) => {
          if (limit !== undefined && read.length >= limit) {
            end();
            this.#cover(piece, pieceSize);
          } else this.#take(piece, read);
          if (older !== undefined) this.#cover(older, pieceSize);
          older = undefined;
        },
        error: listener.onError,
      },
    );
    piece.end = end;
  }

  /** Leaves to the piece what was sent at this time (epoch ms) or later, and returns the rest of it. */
  #cut(piece: Piece, border: number): Piece {
    const { range, messages } = piece;
    piece.range = { ...range, from: border };
    piece.messages = messages?.filter(({ sentAt }) => sentAt >= border);
    const older = {
      range: { ...range, until: border },
      messages: messages?.filter(({ sentAt }) => sentAt < border),
    };
    this.#pieces.splice(this.#pieces.indexOf(piece) + 1, 0, older);
    this.#parts = undefined;
    return older;
  }

  #followConversations(): () => void {
    const { database, contact, listener } = this;
    return follow(
      database,
      {
        tables: [database.conversations],
        read: () => readStoredConversations(database, contact),
        concerns: (change) => areConversationsTouched(change, contact, this.conversations ?? []),
        leastApart: drawnApart,
      },
      {
        next: (read) => {
          this.conversations = keepUnchanged(this.conversations ?? [], read);
          listener.onChange();
        },
        error: listener.onError,
      },
    );
  }

  #take(piece: Piece, read: Message[]): void {
    const now = read.sort(newestFirst).map((message) => listed(message, this.#conversationIds));
    const messages = keepUnchanged(piece.messages ?? [], now);
    if (messages === piece.messages) return;
    // What is about to be shown, and what changed while it was shown, is cached and not read a second time.
    if (this.isNearSight || piece.messages !== undefined) {
      for (const [index, message] of read.entries()) {
        const item = messages[index];
        if (item !== undefined && item === now[index]) this.cache.keep(item, message);
      }
    }
    piece.messages = messages;
    this.#parts = undefined;
    this.listener.onChange();
  }
}
