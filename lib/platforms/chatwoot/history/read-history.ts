import * as v from 'valibot';
import { inOrderOfArrival } from '../../../async/in-order-of-arrival';
import { TransportError } from '../../../http/transport-error';
import type { Contact } from '../../../model/contact';
import type { Conversation } from '../../../model/history';
import type { HistoryOptions, HistoryPart } from '../../contract/api';
import { readEach } from '../../shared/read-each';
import type { ChatwootClient } from '../calls';
import { isAtLeast } from '../compare-versions';
import { keepRoleCurrent } from '../role';
import { chatwootContactSchema, chatwootConversationSchema } from '../schemas';
import {
  fetchConversationPage,
  mapConversation,
  type NamedConversationPage,
} from './conversations';
import { readChatwootCursor } from './cursor';
import { fetchMessages, type MappedMessages, mapMessages } from './messages';
import { ChatwootProgress, type HistoryJob, type ListedConversation } from './progress';
import { recordAnswer } from './record-answer';
import { recordFailedRequest } from './record-failed-request';

/** Calls in progress at once. */
const AT_ONCE = 3;

/** From this version on a request with both bounds is known to be answered correctly. */
const WINDOWS_SINCE = '3.0.0';

type Content = Pick<HistoryPart, 'conversations' | 'messages' | 'gone' | 'ratings'>;

/** Records in the progress what was read, and returns a description of it. */
type Outcome = () => Content;

const nothing: Content = { conversations: [], messages: [] };

/**
 * A contact's history: the conversations, each with its latest message, then messages always where the
 * newest gap is, until about `wanted` are there without a gap. The coverage's `since` is the time from
 * which on nothing is missing. The cursor says for each conversation which message ids are proved to be
 * stored (README.md#messages); the bookmark is the same when all of them are. A key whose owner sees only
 * some inboxes gets only those, and no list says that there are others: only the owner's role does.
 */
export async function* readChatwootHistory(
  client: ChatwootClient,
  contact: Contact,
  { signal, cursor, bookmark, isUnfinished, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  await keepRoleCurrent(client, signal);
  const held = cursor === undefined ? readChatwootCursor(bookmark, contact.id) : undefined;
  const saved = held ?? readChatwootCursor(cursor, contact.id);
  const progress = new ChatwootProgress(wanted, saved, {
    looksForNews: held !== undefined,
    isUnfinished,
  });
  const part = (content: Content): HistoryPart => {
    const reached = progress.bookmark();
    const coverage = progress.coverage(client.ports.now());
    return {
      ...content,
      coverage,
      cursor: progress.hasMore ? reached : undefined,
      bookmark: reached,
    };
  };
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const listed = new Map<string, Conversation>();
  const reading = { client, contactId: contact.id, progress, listed, rated: new Map() };
  const perform = (job: HistoryJob) => runJob(reading, job, either);
  let isEmpty = true;
  try {
    for await (const outcome of inOrderOfArrival(() => progress.nextJob(), perform, AT_ONCE)) {
      isEmpty = false;
      yield part(outcome());
    }
    if (isEmpty) yield part(nothing);
  } finally {
    // When the consumer stops listening, the requests in progress are stopped too.
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
  /** By conversation: the newest message of the answer that showed its rating. */
  rated: Map<string, number>;
}

async function runJob(reading: Reading, job: HistoryJob, signal: AbortSignal): Promise<Outcome> {
  const { client, progress } = reading;
  if (job.kind === 'listing') {
    const page = await fetchConversationPage(client, reading.contactId, job, signal);
    return () => recordConversationPage(reading, page);
  }
  const { thread, request } = job;
  try {
    const answer = await fetchMessages(client, thread.conversation, request, signal);
    return () => {
      const trustsWindows = isAtLeast(client.deployment.get('version'), WINDOWS_SINCE) === true;
      const before = thread.held;
      if (job.kind === 'reread') progress.recordReread(job, answer, trustsWindows);
      else recordAnswer(thread, request, answer, trustsWindows);
      progress.countMessages(answer, job.kind === 'messages' && thread.held !== before);
      return { ...rated(reading, thread.conversation.id, answer), messages: answer.messages };
    };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (job.kind === 'reread') {
      if (!progress.recordFailedReread(job, error.failure)) throw error;
      return () => nothing;
    }
    const lost = recordFailedRequest(thread, request, error.failure);
    if (lost === undefined) throw error;
    return () => {
      progress.countLost(lost);
      return nothing;
    };
  }
}

type Rated = Pick<Content, 'conversations' | 'ratings'>;

/**
 * The conversation once more, when its messages show what the customer thought of it; the rating alone, where
 * an earlier reading listed it.
 */
function rated({ listed, rated: seen }: Reading, id: string, read: MappedMessages): Rated {
  const newest = read.ids.at(-1) ?? 0;
  const isOlder = newest < (seen.get(id) ?? 0);
  if (read.rating === undefined || isOlder) return { conversations: [] };
  seen.set(id, newest);
  const conversation = listed.get(id);
  return conversation === undefined
    ? { conversations: [], ratings: new Map([[id, read.rating]]) }
    : { conversations: [{ ...conversation, satisfaction: read.rating }] };
}

/** Maps a page of conversations and records it in `progress`. */
function recordConversationPage(reading: Reading, page: NamedConversationPage): Content {
  const { client, contactId, progress, listed, rated: seen } = reading;
  const read = readEach(chatwootConversationSchema, page.rows);
  // A conversation of somebody else must not slip in, whatever a server makes of the filter.
  const own = read.items.filter((raw) => belongsTo(raw.meta?.sender, contactId));
  // Activity moves conversations between two pages, so one may come twice.
  const fresh = [...new Map(own.map((raw) => [raw.id, raw])).values()].filter(
    (raw) => !progress.wasListed(raw.id),
  );
  const others = read.dropped + read.items.length - own.length;
  progress.countDropped(others);
  const found = fresh.map((raw): ListedConversation & { conversation: Conversation } => {
    const mapped = mapConversation(client.ports.connection, raw, contactId, page.inboxes);
    const preview = mapMessages(client, mapped, raw.messages);
    const conversation = { ...mapped, satisfaction: preview.rating };
    listed.set(raw.id, conversation);
    if (preview.rating !== undefined) seen.set(raw.id, preview.ids.at(-1) ?? 0);
    return { conversation, updatedAt: raw.updated_at, preview };
  });
  const repeated = own.length - fresh.length;
  const oldest = own.map((raw) => raw.last_activity_at ?? raw.created_at).findLast(isKnown);
  const gone = progress.recordConversations(found, page, { others, repeated, oldest });
  return {
    conversations: found.map(({ conversation }) => conversation),
    messages: found.flatMap(({ preview }) => preview.messages),
    gone: gone.length === 0 ? undefined : gone,
  };
}

function isKnown(time: number | undefined): time is number {
  return time !== undefined;
}

function belongsTo(sender: unknown, contactId: string): boolean {
  const contact = v.safeParse(chatwootContactSchema, sender);
  return !contact.success || contact.output.id === contactId;
}
