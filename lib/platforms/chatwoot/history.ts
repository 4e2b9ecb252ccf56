import * as v from 'valibot';
import type { Contact } from '../../model/contact';
import type { Conversation, Message } from '../../model/history';
import type { HistoryOptions, HistoryPart } from '../contract/api';
import type { Tools } from './calls';
import { type ConversationPage, conversationPage } from './conversations';
import { readCursor } from './cursor';
import { activityOf, Holdings, type Job } from './holdings';
import { inParallel } from './in-parallel';
import { mapConversation } from './mapping';
import { messagePage, messagesBetween, type ReadMessages, readMessages } from './messages';
import { readList } from './read-list';
import { contactShape, conversationShape } from './schemas';

/** Calls under way at once. */
const AT_ONCE = 3;

/** Changes the holdings by what was read and says what that was. */
type Outcome = () => Pick<HistoryPart, 'conversations' | 'messages'>;

/**
 * A contact's history, newest first: the conversations, each with its latest message, then messages
 * always where the newest gap is, until about `wanted` are held without a gap. The coverage's `since`
 * is the time from which on nothing is missing. The cursor names the next page of conversations and
 * the oldest message read of each conversation that has more. A key whose owner sees only some
 * inboxes gets only those, and Chatwoot does not say that there are others.
 */
export async function* loadHistory(
  tools: Tools,
  contact: Contact,
  { signal, cursor, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  const holdings = new Holdings(wanted, readCursor(cursor, contact.id));
  const part = (content: ReturnType<Outcome>): HistoryPart => ({
    ...content,
    coverage: holdings.coverage(tools.ports.now()),
    cursor: holdings.cursor(),
  });
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  const listed = new Map<string, Conversation>();
  const perform = (job: Job) =>
    run({ tools, contactId: contact.id, holdings, listed }, job, either);
  let isEmpty = true;
  try {
    for await (const outcome of inParallel(() => holdings.next(), perform, AT_ONCE)) {
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
  tools: Tools;
  contactId: string;
  holdings: Holdings;
  /** The conversations that it has listed so far. */
  listed: Map<string, Conversation>;
}

async function run(reading: Reading, job: Job, signal: AbortSignal): Promise<Outcome> {
  const { tools, holdings } = reading;
  if (job.kind === 'listing') {
    const page = await conversationPage(tools, reading.contactId, job.page, signal);
    return () => readPage(reading, page);
  }
  const { thread } = job;
  if (job.kind === 'page') {
    const page = await messagePage(tools, thread.place, thread.before, signal);
    return () => {
      holdings.read(thread, page);
      return { conversations: rated(reading, thread.place.id, page), messages: page.messages };
    };
  }
  const bounds = { low: thread.low, before: job.before };
  const answer = await messagesBetween(tools, thread.place, bounds, signal);
  return () => {
    holdings.readBetween(thread, answer);
    const { id } = thread.place;
    return { conversations: rated(reading, id, answer), messages: answer?.messages ?? [] };
  };
}

/** The conversation once more, when its messages tell what the customer thought of it. */
function rated(
  { listed }: Reading,
  id: string,
  read: Pick<ReadMessages, 'rating'> | undefined,
): Conversation[] {
  const conversation = listed.get(id);
  if (conversation === undefined || read?.rating === undefined) return [];
  return [{ ...conversation, satisfaction: read.rating }];
}

/** Maps a page of conversations and notes in `holdings` what it tells. */
function readPage(
  { tools, contactId, holdings, listed }: Reading,
  page: ConversationPage,
): { conversations: Conversation[]; messages: Message[] } {
  const read = readList(conversationShape, page.rows);
  // A conversation of somebody else must not slip in, whatever a server makes of the filter.
  const own = read.items.filter((raw) => belongsTo(raw.meta?.sender, contactId));
  // Activity moves conversations between two pages, so one may come twice.
  const fresh = [...new Map(own.map((raw) => [raw.id, raw])).values()].filter(
    (raw) => !holdings.knows(raw.id),
  );
  const others = read.dropped + read.items.length - own.length;
  const conversations: Conversation[] = [];
  const messages: Message[] = [];
  let dropped = others;
  for (const raw of fresh) {
    const mapped = mapConversation(tools.ports.connection, raw, contactId);
    const preview = readMessages(tools, mapped, raw.messages);
    const conversation = { ...mapped, satisfaction: preview.rating };
    listed.set(raw.id, conversation);
    conversations.push(conversation);
    messages.push(...preview.messages);
    dropped += preview.dropped;
  }
  holdings.drop(dropped);
  const last = own.map((raw) =>
    activityOf(mapConversation(tools.ports.connection, raw, contactId)),
  );
  const oldest = last.findLast((time) => time !== undefined);
  const repeated = own.length - fresh.length;
  holdings.listed(conversations, messages, page, { others, repeated, oldest });
  return { conversations, messages };
}

function belongsTo(sender: unknown, contactId: string): boolean {
  const contact = v.safeParse(contactShape, sender);
  return !contact.success || contact.output.id === contactId;
}
