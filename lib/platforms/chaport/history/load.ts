import { path } from '../../../http/encode-path';
import type { EncodedPath } from '../../../http/transport';
import { TransportError } from '../../../http/transport-error';
import type { Contact } from '../../../model/contact';
import type { Coverage } from '../../../model/coverage';
import type { ApiPorts, HistoryOptions, HistoryPart } from '../../contract/api';
import { readEach } from '../../shared/read-each';
import { isErrorInSuccess, readAnswer } from '../calls';
import { readVisitor } from '../contacts-identify';
import type { Operators } from '../operators';
import { type Chat, chatSchema } from '../schemas';
import { mayBeFull } from '../tells-of-more';
import { textsAnywhere, toldLinks } from '../told-links';
import { readAllEvents } from './events';
import { namesOperators, toConversation } from './messages';
import {
  type ChaportProgress,
  ChatQueue,
  chatIdOf,
  readChaportCursor,
  writeChaportCursor,
} from './progress';

/**
 * Reads a visitor's chats, newest first, one call and one part for each chat, up to about `wanted`
 * messages. `/visitors/{id}/chats` gives the last chat only (despite its name), and `links.more` the
 * addresses of older ones, which the cursor stores. Throws `TransportError` when the platform fails.
 */
export async function* loadChaportHistory(
  ports: ApiPorts,
  operators: Operators,
  contact: Contact,
  { signal, cursor, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  const saved = readChaportCursor(cursor);
  const reader = new ChatReader({ ports, operators, contact, signal }, saved);
  let part = saved === undefined ? await reader.readLast() : await reader.readOlder();
  for (let read = 0; part !== undefined; part = await reader.readOlder()) {
    yield part;
    read += part.messages.length;
    if (read >= wanted) return;
  }
}

/** Whose chats are read, and what is used to read them. */
interface ChatsRequest {
  ports: ApiPorts;
  operators: Operators;
  contact: Contact;
  signal: AbortSignal;
}

class ChatReader {
  readonly #request: ChatsRequest;
  readonly #queue: ChatQueue;
  #dropped: number;
  /** Older chats that the platform does not return, as beyond 30 days on its free plan. */
  #withheld: number;
  #since: number | undefined;
  /** The list of older chats may have been one page of several. */
  #mayGoOn: boolean;

  constructor(request: ChatsRequest, saved: ChaportProgress | undefined) {
    this.#request = request;
    this.#queue = new ChatQueue(request.ports.connection.apiOrigin, request.contact.id, saved);
    this.#dropped = saved?.dropped ?? 0;
    this.#withheld = saved?.withheld ?? 0;
    this.#since = saved?.since;
    this.#mayGoOn = saved?.mayGoOn ?? false;
  }

  /**
   * The last chat. How the API answers when there are no chats yet is not known: 404, 204, 400, `null`,
   * a server error, or a success that holds an error. Where the visitor can be read, a refusal means that
   * there are none, and such an error that this visitor's chats are not available; else a 404 means that
   * the visitor is gone.
   */
  async readLast(): Promise<HistoryPart> {
    const { ports, contact, signal } = this.#request;
    try {
      return await this.#read(path`/api/v1/visitors/${contact.id}/chats`, {});
    } catch (error) {
      if (!(error instanceof TransportError) || !mayMeanNone(error)) throw error;
      if ((await readVisitor(ports, contact.id, signal)) === undefined) throw error;
      if (!['not-found', 'refused'].includes(error.failure)) this.#withheld += 1;
      return this.#part([]);
    }
  }

  /**
   * The next older chat; `undefined` when none is left. One that is refused, that comes empty, or in whose place
   * a success holds an error, is left out and stated; where that error comes for the visitor as well, it is of the key.
   */
  async readOlder(): Promise<HistoryPart | undefined> {
    const { ports, contact, signal } = this.#request;
    const link = this.#queue.next();
    if (link === undefined) return undefined;
    try {
      return await this.#read(link.path, link.query, () => this.#queue.finish(link));
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const isOfChat =
        isErrorInSuccess(error) && (await readVisitor(ports, contact.id, signal)) !== undefined;
      if (!isOfChat && !isWithheld(error)) throw error;
      this.#queue.finish(link);
      this.#withheld += 1;
      return this.#part([]);
    }
  }

  async #read(
    address: EncodedPath,
    query: Record<string, string>,
    arrived: () => void = () => undefined,
  ): Promise<HistoryPart> {
    const { ports, signal } = this.#request;
    const response = await ports.transport.send({ method: 'GET', path: address, query, signal });
    const answer = readAnswer(response);
    // An object without content could be anybody's; the answer for the visitor itself decides what it is.
    if (answer.result === undefined) {
      throw new TransportError('refused', { status: response.status });
    }
    arrived();
    const leftOutNone = this.#queue.refused === 0;
    const list = asList(answer.result);
    // An empty page of a list is its end; a chat that another answer named is there, and is kept back.
    if (list.length === 0 && chatIdOf({ path: address }) !== undefined) this.#withheld += 1;
    this.#queueOlder(answer.body, list.length);
    const { items: chats, dropped } = readEach(chatSchema, list);
    this.#dropped += dropped;
    const whole: Chat[] = [];
    for (const chat of chats) whole.push(await this.#withAllEvents(chat));
    return this.#part(whole, leftOutNone && this.#withheld === 0);
  }

  /**
   * A chat that carries no events, or so many that they may be one full page of several, has all of them
   * in a list of their own.
   */
  async #withAllEvents(chat: Chat): Promise<Chat> {
    if (chat.events !== undefined && !mayBeFull(chat.events.length)) return chat;
    const { events, isWhole } = await readAllEvents(this.#request, chat);
    if (!isWhole) this.#withheld += 1;
    return { ...chat, events: events.length > 0 ? events : chat.events };
  }

  /** Takes what leads to older chats, wherever it is in the answer. */
  #queueOlder(body: unknown, count: number): void {
    const told = toldLinks(body, 'more');
    // A chat's id reads as a point in time; a small number is something else.
    const links = told.links.filter((link) => !/^\d{1,9}$/.test(link));
    this.#queue.add(links);
    this.#queue.add(textsAnywhere(body, (text) => this.#queue.isChatAddress(text)));
    this.#queue.refused += told.unread + told.links.length - links.length;
    // A round number of links or chats may be one page of a longer list; only a chat that could name an
    // older one and does not proves that there is none.
    if (mayBeFull(told.links.length) || mayBeFull(count)) this.#mayGoOn = true;
    else if (told.hasPlace && told.links.length === 0) this.#mayGoOn = false;
  }

  /** `isGapless`: no chat newer than these is missing, so that they move `since`. */
  async #part(chats: readonly Chat[], isGapless = false): Promise<HistoryPart> {
    const { ports, operators, contact, signal } = this.#request;
    const names = chats.some(namesOperators) ? await operators.names(signal) : undefined;
    const { pageOrigin } = ports.connection;
    const context = { contact, pageOrigin, operators: names, now: ports.now() };
    const mapped = chats.map((chat) => toConversation(chat, context));
    for (const chat of chats) this.#queue.markRead(chat.id);
    for (const { conversation, dropped } of mapped) {
      this.#dropped += dropped;
      const begun = conversation.createdAt;
      if (isGapless && begun !== undefined) this.#since = Math.min(begun, this.#since ?? begun);
    }
    return {
      conversations: mapped.map((chat) => chat.conversation),
      messages: mapped.flatMap((chat) => chat.messages),
      coverage: this.#coverage(),
      cursor: this.#cursor(),
    };
  }

  #cursor(): string | undefined {
    if (this.#queue.size === 0) return undefined;
    return writeChaportCursor({
      ...this.#queue.saved(),
      since: this.#since,
      dropped: this.#dropped,
      refused: this.#queue.refused,
      withheld: this.#withheld,
      mayGoOn: this.#mayGoOn,
    });
  }

  #coverage(): Coverage {
    const dropped = this.#dropped + this.#queue.refused;
    const checkedAt = this.#request.ports.now();
    const part = { state: 'partial', since: this.#since, dropped, checkedAt } as const;
    if (this.#queue.size > 0) return { ...part, reason: 'more-on-platform', more: true };
    if (this.#queue.refused > 0 || this.#mayGoOn) return { ...part, reason: 'more-on-platform' };
    if (this.#withheld > 0) return { ...part, reason: 'platform-cap' };
    return { state: 'complete', dropped, checkedAt };
  }
}

function asList(result: unknown): unknown[] {
  if (result === null) return [];
  return Array.isArray(result) ? result : [result];
}

function mayMeanNone(error: TransportError): boolean {
  const isPlain = ['not-found', 'refused', 'server-error'].includes(error.failure);
  return isPlain || isErrorInSuccess(error);
}

function isWithheld(error: TransportError): boolean {
  return ['forbidden', 'not-found', 'refused'].includes(error.failure);
}
