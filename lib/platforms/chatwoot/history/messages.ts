import * as v from 'valibot';
import { path } from '../../../http/encode-path';
import type { EncodedPath, TransportRequest } from '../../../http/transport';
import { isNotFound } from '../../../http/transport-error';
import type { Message } from '../../../model/history';
import { readEach } from '../../shared/read-each';
import { accountOf, type ChatwootClient, readPayload } from '../calls';
import { type ChatwootMessage, chatwootMessageSchema } from '../schemas';
import { ABOVE_ALL } from './id-ranges';
import { type MappedMessage, mapMessage, type ParentConversation } from './message-mapping';

/**
 * What can be requested of one conversation's messages. Ids decide which are considered, times which of
 * these are returned: the newest 20 below an id (`ABOVE_ALL`: of all), the oldest 1,000 of a window of
 * ids, the oldest 100 above an id.
 */
export type MessageRequest =
  | { kind: 'page'; below: number }
  | { kind: 'window'; from: number; below: number }
  | { kind: 'above'; above: number };

/** From how many messages on an answer may leave some out; Chatwoot's own figures. */
export const ANSWER_LIMIT = { page: 20, above: 100, window: 1_000 } as const;

export interface MappedMessages {
  messages: Message[];
  dropped: number;
  /** Ids of the messages, lowest first. */
  ids: number[];
  /** Epoch ms of the oldest and the newest by the server's clock, which decided what it answered. */
  oldestAt?: number | undefined;
  newestAt?: number | undefined;
  /** What the customer thought of the conversation, where these messages show it. */
  rating?: string | undefined;
}

export interface AnsweredMessages extends MappedMessages {
  /** Messages in the answer, unreadable ones included. */
  rows: number;
}

/** Asks for messages of a conversation. One that was deleted in the meantime has none. */
export async function fetchMessages(
  client: ChatwootClient,
  conversation: ParentConversation,
  request: MessageRequest,
  signal: AbortSignal,
): Promise<AnsweredMessages> {
  try {
    const address = messagesPath(client, conversation);
    const { rows } = readPayload(await client.calls.get(address, signal, queryOf(request)));
    return { ...mapMessages(client, conversation, rows), rows: rows.length };
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return { messages: [], dropped: 0, ids: [], rows: 0 };
  }
}

function queryOf(request: MessageRequest): TransportRequest['query'] {
  if (request.kind === 'above') return { after: request.above };
  if (request.kind === 'window') return { after: request.from, before: request.below };
  return request.below === ABOVE_ALL ? {} : { before: request.below };
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
  const times = read.items.flatMap((raw) => raw.created_at ?? []).sort((a, b) => a - b);
  return {
    messages: mapped.map(({ message }) => message),
    dropped: mapped.reduce((sum, { dropped }) => sum + dropped, read.dropped),
    ids: read.items.map((raw) => Number(raw.id)).sort((a, b) => a - b),
    oldestAt: times[0],
    newestAt: times.at(-1),
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
    if (!answer.success) continue;
    const { rating } = answer.output.csat_survey_response;
    return `${rating}/5`;
  }
  return undefined;
}
