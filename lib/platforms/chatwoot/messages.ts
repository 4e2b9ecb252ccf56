import { TransportError, type TransportFailure } from '../../http/errors';
import { path } from '../../http/path';
import type { EncodedPath } from '../../http/transport';
import type { Message } from '../../model/history';
import { accountOf, type Tools } from './calls';
import { type MappedMessage, type MessagePlace, mapMessage } from './message-mapping';
import { ratingIn } from './rating';
import { readList, readPayload } from './read-list';
import { messageShape } from './schemas';

/** Messages per page with or without `before`; Chatwoot's own figure. */
export const PAGE_SIZE = 20;
/** Messages per answer with both `before` and `after`; Chatwoot's own figure. */
export const BETWEEN_LIMIT = 1_000;

export interface ReadMessages {
  messages: Message[];
  dropped: number;
  /** Id of the oldest message, which `before` takes to go on. */
  oldestId?: string | undefined;
  newestId?: string | undefined;
  /** What the customer thought of the conversation, where these messages tell. */
  rating?: string | undefined;
}

export interface MessagePage extends ReadMessages {
  /** Nothing older exists. */
  reachedStart: boolean;
}

export interface MessagesBetween extends ReadMessages {
  /** Messages in the answer, unreadable ones included. */
  rows: number;
}

/**
 * The newest messages of a conversation, or those before the message with the id `before`. A
 * conversation that was deleted in the meantime has none.
 */
export async function messagePage(
  tools: Tools,
  place: MessagePlace,
  before: string | undefined,
  signal: AbortSignal,
): Promise<MessagePage> {
  try {
    const answer = await tools.calls.get(addressOf(tools, place), signal, { before });
    const { rows } = readPayload(answer);
    return { ...readMessages(tools, place, rows), reachedStart: rows.length < PAGE_SIZE };
  } catch (error) {
    if (!(error instanceof TransportError) || error.failure !== 'not-found') throw error;
    return { messages: [], dropped: 0, reachedStart: true };
  }
}

/** What a call for many messages may fail by, though one for a few would not. */
const tooMuch: readonly TransportFailure[] = ['too-large', 'timeout', 'server-error', 'refused'];

/**
 * The oldest messages, up to 1,000, whose ids lie above `low` and below `before`. `undefined` when
 * the server cannot answer so much at once.
 */
export async function messagesBetween(
  tools: Tools,
  place: MessagePlace,
  bounds: { low: string | undefined; before: string },
  signal: AbortSignal,
): Promise<MessagesBetween | undefined> {
  const after = Number(bounds.low ?? 0) + 1;
  try {
    const query = { after, before: bounds.before };
    const { rows } = readPayload(await tools.calls.get(addressOf(tools, place), signal, query));
    return { ...readMessages(tools, place, rows), rows: rows.length };
  } catch (error) {
    if (!(error instanceof TransportError) || !tooMuch.includes(error.failure)) throw error;
    return undefined;
  }
}

/** Maps rows of messages of one conversation, in any order. */
export function readMessages(tools: Tools, place: MessagePlace, rows: unknown): ReadMessages {
  const read = readList(messageShape, rows);
  const mapped: MappedMessage[] = read.items.map((raw) =>
    mapMessage(tools.ports.connection, place, raw),
  );
  const messages = mapped.map(({ message }) => message);
  const inOrder = messages.toSorted((a, b) => a.sequence - b.sequence);
  return {
    messages,
    dropped: mapped.reduce((sum, { dropped }) => sum + dropped, read.dropped),
    oldestId: inOrder[0]?.id,
    newestId: inOrder.at(-1)?.id,
    rating: ratingIn(read.items),
  };
}

function addressOf(tools: Tools, place: MessagePlace): EncodedPath {
  const account = accountOf(tools.ports);
  return path`/api/v1/accounts/${account}/conversations/${place.id}/messages`;
}
