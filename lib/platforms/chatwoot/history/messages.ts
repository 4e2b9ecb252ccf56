import * as v from 'valibot';
import { isNotFound, TransportError, type TransportFailure } from '../../../http/errors';
import { path } from '../../../http/path';
import type { EncodedPath } from '../../../http/transport';
import type { Message } from '../../../model/history';
import { readEach } from '../../shared/read-each';
import { accountOf, type ChatwootClient, readPayload } from '../calls';
import { type ChatwootMessage, chatwootMessageSchema } from '../schemas';
import { type MappedMessage, mapMessage, type ParentConversation } from './message-mapping';

/** Messages per page with or without `before`; Chatwoot's own figure. */
export const MESSAGES_PER_PAGE = 20;
/** Messages per answer with both `before` and `after`; Chatwoot's own figure. */
export const BETWEEN_LIMIT = 1_000;

export interface MappedMessages {
  messages: Message[];
  dropped: number;
  /** Id of the oldest message, which `before` takes to go on. */
  oldestId?: string | undefined;
  newestId?: string | undefined;
  /** What the customer thought of the conversation, where these messages show it. */
  rating?: string | undefined;
}

export interface MessagePage extends MappedMessages {
  /** Nothing older exists. */
  reachedStart: boolean;
}

export interface MessagesBetween extends MappedMessages {
  /** Messages in the answer, unreadable ones included. */
  rows: number;
}

/**
 * The newest messages of a conversation, or those before the message with the id `before`. A
 * conversation that was deleted in the meantime has none.
 */
export async function fetchMessagePage(
  client: ChatwootClient,
  conversation: ParentConversation,
  before: string | undefined,
  signal: AbortSignal,
): Promise<MessagePage> {
  try {
    const answer = await client.calls.get(messagesPath(client, conversation), signal, { before });
    const { rows } = readPayload(answer);
    return {
      ...mapMessages(client, conversation, rows),
      reachedStart: rows.length < MESSAGES_PER_PAGE,
    };
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return { messages: [], dropped: 0, reachedStart: true };
  }
}

/** What a call for many messages may fail by, though one for a few would not. */
const tooMuch: readonly TransportFailure[] = ['too-large', 'timeout', 'server-error', 'refused'];

/**
 * The oldest messages, up to 1,000, whose ids lie above `low` and below `before`. `undefined` when
 * the server cannot answer so much at once.
 */
export async function fetchMessagesBetween(
  client: ChatwootClient,
  conversation: ParentConversation,
  bounds: { low: string | undefined; before: string },
  signal: AbortSignal,
): Promise<MessagesBetween | undefined> {
  const after = Number(bounds.low ?? 0) + 1;
  try {
    const query = { after, before: bounds.before };
    const { rows } = readPayload(
      await client.calls.get(messagesPath(client, conversation), signal, query),
    );
    return { ...mapMessages(client, conversation, rows), rows: rows.length };
  } catch (error) {
    if (!(error instanceof TransportError) || !tooMuch.includes(error.failure)) throw error;
    return undefined;
  }
}

/** Maps rows of messages of one conversation, in any order. */
export function mapMessages(
  client: ChatwootClient,
  conversation: ParentConversation,
  rows: unknown,
): MappedMessages {
  const read = readEach(chatwootMessageSchema, rows);
  const mapped: MappedMessage[] = read.items.map((raw) =>
    mapMessage(client.ports.connection, conversation, raw),
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

function messagesPath(client: ChatwootClient, conversation: ParentConversation): EncodedPath {
  const account = accountOf(client.ports);
  return path`/api/v1/accounts/${account}/conversations/${conversation.id}/messages`;
}

/** The customer's answer to a satisfaction survey, as the survey's message carries it. */
const surveyAnswerSchema = v.object({
  csat_survey_response: v.object({
    rating: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  }),
});

/** What the customer thought of the conversation, by the newest of these messages that shows it. */
function ratingIn(messages: readonly ChatwootMessage[]): string | undefined {
  const newestFirst = messages.toSorted((a, b) => Number(b.id) - Number(a.id));
  for (const { content_attributes: attributes } of newestFirst) {
    const answer = v.safeParse(surveyAnswerSchema, attributes?.submitted_values);
    if (answer.success) return `${answer.output.csat_survey_response.rating} of 5`;
  }
  return undefined;
}
