import type { TransportRequest } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Connection } from '../../../../lib/model/connection';
import type { Contact } from '../../../../lib/model/contact';
import { ago, fakeChatwoot, rawConversation, rawMessage } from './fake-chatwoot';

const A = '/api/v1/accounts/3';

const contact: Contact = {
  connectionId: 'c-1',
  id: '41',
  platform: 'chatwoot',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: 0,
};

const epoch = ago(1_000_000);

/** A message of a conversation: its time is `at` seconds after some day. */
export interface ServedMessage {
  id: number;
  at: number;
}

export interface ServedConversation {
  id: number;
  /** In the order of writing, which is that of their ids. */
  messages: ServedMessage[];
}

/**
 * A server of one contact's conversations that looks at ids and chooses by times, as Chatwoot's own
 * finder does, and lists by what was written last. Conversations and messages may be added and taken
 * away at any time.
 */
export class MessageServer {
  readonly conversations: ServedConversation[] = [];
  /** An answer with a message heavier than the limit, or with more of them together, fails. */
  byteLimit = Number.POSITIVE_INFINITY;
  bytesOf: (id: number) => number = () => 1;
  /** Called before each answer with messages; may throw. */
  beforeAnswer: (request: TransportRequest) => void = () => undefined;
  /** The list goes on telling what it told before, as when rows are put into the database by hand. */
  quiet = false;
  /** Messages that were deleted: they stay as notices, and their conversations count as changed. */
  readonly deleted = new Set<number>();
  /** Conversations whose rows in the list have no readable id. */
  readonly unreadable = new Set<number>();
  readonly fake;
  #nextId = 1;
  readonly #told = new Map<number, number>();

  constructor(change: Partial<Connection> = { version: '4.15.1' }) {
    const routes = new Proxy<Record<string, (request: TransportRequest) => unknown>>(
      {},
      { get: (_target, address) => this.#route(String(address)) },
    );
    this.fake = fakeChatwoot(routes, change);
  }

  /** For a reader: the times by message id are those of the moment. */
  get readable() {
    const { api } = this.fake;
    const server = this;
    return {
      api,
      contact,
      get truth(): ReadonlyMap<string, number> {
        return server.truth;
      },
    };
  }

  /** Epoch ms of each message, by id. */
  get truth(): ReadonlyMap<string, number> {
    const times = new Map<string, number>();
    for (const { messages } of this.conversations) {
      for (const { id, at } of messages) times.set(String(id), (epoch + at) * 1_000);
    }
    return times;
  }

  /** Writes messages of these times, one after the other, into a conversation, new or not. */
  write(conversationId: number, times: readonly number[], idsBetween = 1): ServedConversation {
    const known = this.conversations.find(({ id }) => id === conversationId);
    const conversation = known ?? { id: conversationId, messages: [] };
    if (known === undefined) this.conversations.push(conversation);
    for (const at of times) {
      conversation.messages.push({ id: this.#nextId, at });
      this.#nextId += idsBetween;
    }
    return conversation;
  }

  delete(conversationId: number): void {
    const index = this.conversations.findIndex(({ id }) => id === conversationId);
    if (index >= 0) this.conversations.splice(index, 1);
  }

  #route(address: string) {
    if (address === `POST ${A}/conversations/filter`)
      return (request: TransportRequest) => this.#list(request);
    if (address === `GET ${A}/contacts/41/conversations`) return () => ({ payload: [] });
    const [, id] = /^GET .*\/conversations\/(\d+)\/messages$/.exec(address) ?? [];
    const found = this.conversations.find((each) => String(each.id) === id);
    return found && ((request: TransportRequest) => this.#answer(found.messages, request));
  }

  #list({ query }: TransportRequest) {
    const page = Number(query?.page);
    const lastWritten = ({ id, messages }: ServedConversation) => {
      const at = this.quiet ? this.#told.get(id) : undefined;
      this.#told.set(id, at ?? messages.at(-1)?.at ?? 0);
      return this.#told.get(id) ?? 0;
    };
    const payload = this.conversations
      .toSorted((one, other) => lastWritten(other) - lastWritten(one))
      .slice((page - 1) * 25, page * 25)
      .map((each) => {
        const newest = inTime(each.messages).at(-1);
        const at = epoch + lastWritten(each);
        const change = this.unreadable.has(each.id) ? { id: 'x' } : {};
        return rawConversation(each.id, {
          ...change,
          messages: newest === undefined ? [] : [this.#rowOf(newest)],
          created_at: epoch + (each.messages[0]?.at ?? 0),
          last_activity_at: at,
          timestamp: at,
          updated_at: at + each.messages.filter(({ id }) => this.deleted.has(id)).length,
        });
      });
    return { meta: { all_count: this.conversations.length }, payload };
  }

  #answer(messages: readonly ServedMessage[], request: TransportRequest) {
    this.beforeAnswer(request);
    const rows = finderAnswer(messages, request);
    const bytes = rows.reduce((sum, { id }) => sum + this.bytesOf(id), 0);
    if (bytes > this.byteLimit) throw new TransportError('too-large');
    return { meta: {}, payload: rows.map((row) => this.#rowOf(row)) };
  }

  #rowOf({ id, at }: ServedMessage) {
    const content_attributes = this.deleted.has(id) ? { deleted: true } : {};
    return { ...rawMessage(id), content_attributes, created_at: epoch + at };
  }
}

/** What Chatwoot's finder takes of these messages for a request, ascending in time. */
export function finderAnswer<Row extends ServedMessage>(
  messages: readonly Row[],
  { query }: Pick<TransportRequest, 'query'>,
): Row[] {
  const { before, after } = query ?? {};
  const below = Number(before ?? Number.POSITIVE_INFINITY);
  const chosen = inTime(messages).filter(({ id }) => id < below);
  if (after === undefined) return chosen.slice(-20);
  if (before === undefined) return chosen.filter(({ id }) => id > Number(after)).slice(0, 100);
  return chosen.filter(({ id }) => id >= Number(after)).slice(0, 1_000);
}

function inTime<Row extends ServedMessage>(messages: readonly Row[]): Row[] {
  return messages.toReversed().sort((one, other) => one.at - other.at);
}

/** From a number on, one more each. */
export function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
