import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { Conversation, Message } from '../../model/history';
import { accountOf, type Tools } from './calls';
import { type MappedMessage, mapMessage } from './message-mapping';
import { readList, readPayload } from './read-list';
import { messageShape } from './schemas';

/** Messages per page with or without `before`; Chatwoot's own figure. */
const PAGE_SIZE = 20;

export interface MessagePage {
  messages: Message[];
  dropped: number;
  /** Nothing older exists. */
  reachedStart: boolean;
  /** Id of the oldest message of the page, which `before` takes to go on. */
  oldestId?: string | undefined;
}

/**
 * The newest messages of a conversation, or those before the message with the id `before`. A
 * conversation that was deleted in the meantime has none.
 */
export async function messagePage(
  tools: Tools,
  conversation: Conversation,
  before: string | undefined,
  signal: AbortSignal,
): Promise<MessagePage> {
  const account = accountOf(tools.ports);
  const address = path`/api/v1/accounts/${account}/conversations/${conversation.id}/messages`;
  try {
    const answer = await tools.calls.get(address, signal, { before });
    const { rows } = readPayload(answer);
    return { ...readMessages(tools, conversation, rows), reachedStart: rows.length < PAGE_SIZE };
  } catch (error) {
    if (!(error instanceof TransportError) || error.failure !== 'not-found') throw error;
    return { messages: [], dropped: 0, reachedStart: true };
  }
}

/** Maps rows of messages of one conversation, in any order. */
export function readMessages(
  tools: Tools,
  conversation: Conversation,
  rows: unknown,
): Omit<MessagePage, 'reachedStart'> {
  const read = readList(messageShape, rows);
  const mapped: MappedMessage[] = read.items.map((raw) =>
    mapMessage(tools.ports.connection, conversation, raw),
  );
  const messages = mapped.map(({ message }) => message);
  const oldest = messages.toSorted((a, b) => a.sequence - b.sequence)[0];
  return {
    messages,
    dropped: mapped.reduce((sum, { dropped }) => sum + dropped, read.dropped),
    oldestId: oldest?.id,
  };
}
