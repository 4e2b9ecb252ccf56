import * as v from 'valibot';
import { inOrderOfArrival } from '../../../async/in-order-of-arrival';
import type { Contact } from '../../../model/contact';
import type { Conversation, Message } from '../../../model/history';
import type { HistoryOptions, HistoryPart } from '../../contract/api';
import { readEach } from '../../shared/read-each';
import type { ChatwootClient } from '../calls';
import { chatwootContactSchema, chatwootConversationSchema } from '../schemas';
import {
  fetchConversationPage,
  mapConversation,
  type NamedConversationPage,
} from './conversations';
import { readChatwootCursor } from './cursor';
import {
  fetchMessagePage,
  fetchMessagesBetween,
  type MappedMessages,
  mapMessages,
} from './messages';
import { ChatwootProgress, type HistoryJob, lastActivityOf } from './progress';

/** Calls under way at once. */
const AT_ONCE = 3;

/** Records in the progress what was read and says what that was. */
type Outcome = () => Pick<HistoryPart, 'conversations' | 'messages'>;

/**
 * A contact's history, newest first: the conversations, each with its latest message, then messages
 * always where the newest gap is, until about `wanted` are there without a gap. The coverage's `since`
 * is the time from which on nothing is missing. The cursor names the next page of conversations and
 * the oldest message read of each conversation that has more. A key whose owner sees only some
 * inboxes gets only those, and Chatwoot does not say that there are others.
 */
export async function* readChatwootHistory(
  client: ChatwootClient,
  contact: Contact,
  { signal, cursor, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  const progress = new ChatwootProgress(wanted, readChatwootCursor(cursor, contact.id));
  const part = (content: ReturnType<Outcome>): HistoryPart => ({
    ...content,
    coverage: progress.coverage(client.ports.now()),
    cursor: progress.cursor(),
  });
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const listed = new Map<string, Conversation>();
  const perform = (job: HistoryJob) =>
    runJob({ client, contactId: contact.id, progress, listed }, job, either);
  let isEmpty = true;
  try {
    for await (const outcome of inOrderOfArrival(() => progress.nextJob(), perform, AT_ONCE)) {
      isEmpty = false;
      yield part(outcome());
    }
    if (isEmpty) yield part({ conversations: [], messages: [] });
  } finally {
    // Whoever stops listening also stops the requests under way.
    ended.abort();
  }
}

/** One reading of a contact's history. */
interface Reading {
  client: ChatwootClient;
  contactId: string;
  progress: ChatwootProgress;
  /** The conversations that it has listed so far. */
  listed: Map<string, Conversation>;
}

async function runJob(reading: Reading, job: HistoryJob, signal: AbortSignal): Promise<Outcome> {
  const { client, progress } = reading;
  if (job.kind === 'listing') {
    const page = await fetchConversationPage(client, reading.contactId, job.page, signal);
    return () => recordConversationPage(reading, page);
  }
  const { thread } = job;
  if (job.kind === 'page') {
    const page = await fetchMessagePage(client, thread.conversation, thread.before, signal);
    return () => {
      progress.recordPage(thread, page);
      return {
        conversations: rated(reading, thread.conversation.id, page),
        messages: page.messages,
      };
    };
  }
  const bounds = { low: thread.low, before: job.before };
  const answer = await fetchMessagesBetween(client, thread.conversation, bounds, signal);
  return () => {
    progress.recordBetween(thread, answer);
    const { id } = thread.conversation;
    return { conversations: rated(reading, id, answer), messages: answer?.messages ?? [] };
  };
}

/** The conversation once more, when its messages show what the customer thought of it. */
function rated(
  { listed }: Reading,
  id: string,
  read: Pick<MappedMessages, 'rating'> | undefined,
): Conversation[] {
  const conversation = listed.get(id);
  if (conversation === undefined || read?.rating === undefined) return [];
  return [{ ...conversation, satisfaction: read.rating }];
}

/** Maps a page of conversations and records it in `progress`. */
function recordConversationPage(
  { client, contactId, progress, listed }: Reading,
  page: NamedConversationPage,
): { conversations: Conversation[]; messages: Message[] } {
  const read = readEach(chatwootConversationSchema, page.rows);
  // A conversation of somebody else must not slip in, whatever a server makes of the filter.
  const own = read.items.filter((raw) => belongsTo(raw.meta?.sender, contactId));
  // Activity moves conversations between two pages, so one may come twice.
  const fresh = [...new Map(own.map((raw) => [raw.id, raw])).values()].filter(
    (raw) => !progress.knows(raw.id),
  );
  const others = read.dropped + read.items.length - own.length;
  const conversations: Conversation[] = [];
  const messages: Message[] = [];
  let dropped = others;
  for (const raw of fresh) {
    const mapped = mapConversation(client.ports.connection, raw, contactId, page.inboxes);
    const preview = mapMessages(client, mapped, raw.messages);
    const conversation = { ...mapped, satisfaction: preview.rating };
    listed.set(raw.id, conversation);
    conversations.push(conversation);
    messages.push(...preview.messages);
    dropped += preview.dropped;
  }
  progress.countDropped(dropped);
  const last = own.map((raw) =>
    lastActivityOf(mapConversation(client.ports.connection, raw, contactId)),
  );
  const oldest = last.findLast((time) => time !== undefined);
  const repeated = own.length - fresh.length;
  progress.recordConversations(conversations, messages, page, { others, repeated, oldest });
  return { conversations, messages };
}

function belongsTo(sender: unknown, contactId: string): boolean {
  const contact = v.safeParse(chatwootContactSchema, sender);
  return !contact.success || contact.output.id === contactId;
}
