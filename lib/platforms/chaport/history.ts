import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { EncodedPath } from '../../http/transport';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { ApiPorts, HistoryPart } from '../contract/api';
import { readAnswer } from './answer';
import { namesOperators, toConversation } from './chat-mapping';
import { ChatQueue } from './chat-queue';
import type { OperatorDirectory } from './operators';
import { type Chat, chatSchema } from './schemas';

/** Each older chat costs one call half a second after the last, so the depth is bounded. */
export const maxChats = 25;

/**
 * Reads a visitor's chats, newest first, one part per chat. `/visitors/{id}/chats` gives the last
 * chat only (despite its name), and `links.more` the addresses of older ones. A visitor without
 * chats is answered with 404 or `result: null`. Throws `TransportError` when the platform fails.
 */
export async function* readHistory(
  ports: ApiPorts,
  operators: OperatorDirectory,
  contact: Contact,
  signal: AbortSignal,
): AsyncGenerator<HistoryPart, void, void> {
  const reader = new HistoryReader(ports, operators, contact, signal);
  yield await reader.readLast();
  for (let read = 1; read < maxChats; read += 1) {
    const part = await reader.readOlder();
    if (part === undefined) return;
    yield part;
  }
}

class HistoryReader {
  readonly #ports: ApiPorts;
  readonly #operators: OperatorDirectory;
  readonly #contact: Contact;
  readonly #signal: AbortSignal;
  readonly #queue: ChatQueue;
  #dropped = 0;
  /** Older chats the platform does not hand out, as beyond 30 days on its free plan. */
  #withheld = 0;
  #since: number | undefined;

  constructor(
    ports: ApiPorts,
    operators: OperatorDirectory,
    contact: Contact,
    signal: AbortSignal,
  ) {
    this.#ports = ports;
    this.#operators = operators;
    this.#contact = contact;
    this.#signal = signal;
    this.#queue = new ChatQueue(ports.connection.apiOrigin);
  }

  async readLast(): Promise<HistoryPart> {
    try {
      return await this.#read(path`/api/v1/visitors/${this.#contact.id}/chats`, {});
    } catch (error) {
      if (error instanceof TransportError && error.failure === 'not-found') return this.#part([]);
      throw error;
    }
  }

  /** The next older chat; `undefined` when none is left. */
  async readOlder(): Promise<HistoryPart | undefined> {
    const link = this.#queue.next();
    if (link === undefined) return undefined;
    try {
      return await this.#read(link.path, link.query);
    } catch (error) {
      if (!(error instanceof TransportError) || !isWithheld(error)) throw error;
      this.#withheld += 1;
      return this.#part([]);
    }
  }

  async #read(address: EncodedPath, query: Record<string, string>): Promise<HistoryPart> {
    const signal = this.#signal;
    const answer = readAnswer(
      await this.#ports.transport.send({ method: 'GET', path: address, query, signal }),
    );
    this.#queue.add(answer.links('more'));
    const chats: Chat[] = [];
    for (const entry of asList(answer.result)) {
      const chat = v.safeParse(chatSchema, entry);
      if (chat.success) chats.push(chat.output);
      else this.#dropped += 1;
    }
    return this.#part(chats);
  }

  async #part(chats: readonly Chat[]): Promise<HistoryPart> {
    const operators = chats.some(namesOperators)
      ? await this.#operators.names(this.#signal)
      : undefined;
    const { pageOrigin } = this.#ports.connection;
    const place = { contact: this.#contact, pageOrigin, operators, now: this.#ports.now() };
    const mapped = chats.map((chat) => toConversation(chat, place));
    for (const chat of chats) this.#queue.markRead(chat.id);
    for (const { conversation, dropped } of mapped) {
      this.#dropped += dropped;
      const begun = conversation.createdAt;
      if (begun !== undefined) this.#since = Math.min(begun, this.#since ?? begun);
    }
    return {
      conversations: mapped.map((chat) => chat.conversation),
      messages: mapped.flatMap((chat) => chat.messages),
      coverage: this.#coverage(),
    };
  }

  #coverage(): Coverage {
    const dropped = this.#dropped + this.#queue.refused;
    const checkedAt = this.#ports.now();
    if (this.#queue.size > 0 || this.#queue.refused > 0) {
      return {
        state: 'partial',
        reason: 'more-on-platform',
        since: this.#since,
        dropped,
        checkedAt,
      };
    }
    if (this.#withheld > 0) {
      return { state: 'partial', reason: 'platform-cap', since: this.#since, dropped, checkedAt };
    }
    return { state: 'complete', dropped, checkedAt };
  }
}

function asList(result: unknown): unknown[] {
  if (result === null || result === undefined) return [];
  return Array.isArray(result) ? result : [result];
}

function isWithheld(error: TransportError): boolean {
  return ['forbidden', 'not-found', 'refused'].includes(error.failure);
}
