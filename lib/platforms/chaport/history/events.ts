import { path } from '../../../http/encode-path';
import { TransportError } from '../../../http/transport-error';
import type { Contact } from '../../../model/contact';
import type { ApiPorts } from '../../contract/api';
import { type AcceptedLink, acceptLink, isErrorInSuccess, readAnswer } from '../calls';
import type { Chat } from '../schemas';
import { mayBeFull } from '../tells-of-more';
import { toldLinks } from '../told-links';

/** Whose chat it is, and what is used to read it. */
interface EventsRequest {
  ports: ApiPorts;
  contact: Contact;
  signal: AbortSignal;
}

interface ChatEvents {
  /** At least those that the chat carries, in their order. */
  events: unknown[];
  /** False where more of them may exist than could be read. */
  isWhole: boolean;
}

const mostPages = 50;

/**
 * The events of one chat, from the events list of that chat (README.md#events). That list may come in pages;
 * where it says nothing about pages and contains as many events as the chat, the two confirm each other. If
 * the list is refused, be it by an error within a success, what the chat carries is used. Throws
 * `TransportError` when the platform fails.
 */
export async function readAllEvents(request: EventsRequest, chat: Chat): Promise<ChatEvents> {
  const carried = chat.events ?? [];
  try {
    const { events, isWhole } = await readPages(request, chat);
    if (events.length < carried.length) return { events: carried, isWhole: false };
    const isProven = events.length === carried.length || !mayBeFull(events.length);
    return { events, isWhole: isWhole && isProven };
  } catch (error) {
    const isRefused =
      error instanceof TransportError &&
      (['not-found', 'refused', 'forbidden'].includes(error.failure) || isErrorInSuccess(error));
    if (!isRefused) throw error;
    return { events: carried, isWhole: false };
  }
}

async function readPages({ ports, contact, signal }: EventsRequest, chat: Chat) {
  const { transport, connection } = ports;
  const events: unknown[] = [];
  const asked = new Set<string>();
  const address = path`/api/v1/visitors/${contact.id}/chats/${chat.id}/events`;
  let link: AcceptedLink | undefined = { path: address, query: {}, key: address };
  while (link !== undefined && !asked.has(link.key) && asked.size < mostPages) {
    asked.add(link.key);
    const { path: at, query } = link;
    const { result, body } = readAnswer(
      await transport.send({ method: 'GET', path: at, query, signal }),
    );
    if (!Array.isArray(result)) return { events, isWhole: false };
    events.push(...result);
    const told = toldLinks(body, 'next');
    const [next] = told.links;
    if (next === undefined) return { events, isWhole: told.unread === 0 };
    const following: string = /^\d+$/.test(next) ? `${address}?page=${next}` : next;
    link = acceptLink(following, connection.apiOrigin);
  }
  return { events, isWhole: false };
}
