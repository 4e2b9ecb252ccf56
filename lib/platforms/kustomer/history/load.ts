import * as v from 'valibot';
import { inOrderOfArrival } from '../../../async/in-order-of-arrival';
import { TransportError } from '../../../http/errors';
import type { Contact } from '../../../model/contact';
import type { Conversation, Message } from '../../../model/history';
import { readCopy } from '../../../notes/copy-marker';
import type { ApiPorts, HistoryOptions, HistoryPart } from '../../contract/api';
import type { ColleagueOf, Colleagues } from '../colleagues';
import { readEach } from '../field-values';
import { isOwnConversation } from '../note-conversation';
import type { ListPage } from '../paged-list';
import {
  kustomerAttachmentSchema,
  kustomerConversationSchema,
  kustomerId,
  kustomerMessageSchema,
  kustomerNoteSchema,
} from '../schemas';
import { conversationOf, type HistoryOwner } from './conversations';
import { readKustomerCursor } from './cursor';
import { messageOf, noteOf } from './messages';
import { KustomerProgress, type ListName } from './progress';

/**
 * A customer's conversations, messages of all channels and notes: three lists, of which first one
 * page each is read at the same time, and then pages of the one that was cut latest, until about
 * `wanted` messages and notes are read without a gap. A list that does not run newest first is read
 * on to its end, as the newest may come last. Each page is yielded as it arrives; names of
 * colleagues that are not known yet follow in a part with their items again. A list that this
 * key may not read is reported in the coverage. Throws `TransportError` when all are refused or one
 * fails otherwise, after the others were yielded.
 */
export async function* loadKustomerHistory(
  ports: ApiPorts,
  colleagues: Colleagues,
  contact: Contact,
  { signal, cursor, wanted }: HistoryOptions,
): AsyncGenerator<HistoryPart, void, void> {
  if (!v.is(kustomerId, contact.id)) throw new TransportError('not-found');
  const progress = new KustomerProgress(ports, contact.id, wanted, readKustomerCursor(cursor));
  const owner: HistoryOwner = { connection: ports.connection, contact };
  const part = (items: readonly KustomerItem[]): HistoryPart => ({
    ...buildItems(items, colleagues.of),
    coverage: progress.coverage(ports.now()),
    cursor: progress.cursor(),
  });
  let names = progress.listsToRead();
  if (names.length === 0) yield part([]);
  for (; names.length > 0; names = progress.listsToRead()) {
    const nameless: KustomerItem[] = [];
    for await (const items of readPages(names, progress, owner, signal)) {
      nameless.push(...items.filter(({ userIds }) => userIds.some((id) => !colleagues.of(id))));
      yield part(items);
    }
    progress.throwIfFailed();
    const userIds = nameless.flatMap((item) => item.userIds);
    const learned = await colleagues.learn(userIds, signal);
    if (learned || progress.hasFailed) yield part(learned ? nameless : []);
  }
}

/** Reads one page of each of these lists and records in `progress` what it yields, when it does. */
async function* readPages(
  names: readonly ListName[],
  progress: KustomerProgress,
  owner: HistoryOwner,
  signal: AbortSignal,
): AsyncGenerator<KustomerItem[], void, void> {
  const waiting = [...names];
  const fetch = (name: ListName) => fetchListPage(name, progress, signal);
  const answers = inOrderOfArrival(() => waiting.shift(), fetch, names.length);
  for await (const { name, body, failure } of answers) {
    if (failure !== undefined) {
      progress.addFailure(name, failure);
      continue;
    }
    const page = progress.lists[name].record(body);
    const { items, dropped } = itemsOf(name, page, owner);
    // What an earlier call brought is neither counted nor reported twice.
    progress.countPage(
      page.isRepeat ? { dropped: 0, times: [] } : { dropped, times: messageTimesOf(items) },
    );
    yield items;
  }
}

interface PageAnswer {
  name: ListName;
  body?: unknown;
  failure?: TransportError;
}

/** A failure of one list is an arrival too, so that it does not end the others. */
async function fetchListPage(
  name: ListName,
  progress: KustomerProgress,
  signal: AbortSignal,
): Promise<PageAnswer> {
  try {
    return { name, body: await progress.lists[name].fetch(signal) };
  } catch (failure) {
    if (!(failure instanceof TransportError)) throw failure;
    return { name, failure };
  }
}

function messageTimesOf(items: readonly KustomerItem[]): number[] {
  return items
    .filter(({ kind }) => kind === 'message')
    .map(({ time }) => time)
    .filter((time) => time !== undefined);
}

/** An item of a history that can be put into words again once more names are known. */
type KustomerItem = {
  /** Users that it names. */
  userIds: readonly string[];
  /** Epoch ms, where Kustomer tells it. */
  time: number | undefined;
} & (
  | { kind: 'conversation'; build(colleagueOf: ColleagueOf): Conversation }
  | { kind: 'message'; build(colleagueOf: ColleagueOf): Message }
);

/**
 * Reads a page of a list item by item; what is unreadable is counted. Deleted notes are left out, and
 * what the product itself put there: its notes are shown as such, once for all platforms.
 */
function itemsOf(
  name: ListName,
  page: ListPage,
  owner: HistoryOwner,
): { items: KustomerItem[]; dropped: number } {
  switch (name) {
    case 'conversations':
      return conversationItems(page, owner);
    case 'messages':
      return messageItems(page, owner);
    case 'notes':
      return noteItems(page, owner);
  }
}

function conversationItems({ data }: ListPage, owner: HistoryOwner) {
  const { read, dropped } = readEach(kustomerConversationSchema, data);
  const items = read
    .filter((conversation) => !isOwnConversation(conversation))
    .map(
      (conversation): KustomerItem => ({
        kind: 'conversation',
        userIds: conversation.attributes.assignedUsers,
        time: conversation.attributes.createdAt,
        build: (colleagueOf) => conversationOf(conversation, owner, colleagueOf),
      }),
    );
  return { items, dropped };
}

function messageItems({ data, included }: ListPage, owner: HistoryOwner) {
  const { read, dropped } = readEach(kustomerMessageSchema, data);
  // Other kinds of resources may come along; they are not items of the history.
  const attachments = readEach(kustomerAttachmentSchema, included).read;
  const items = read.map(
    (message): KustomerItem => ({
      kind: 'message',
      userIds: listOfOne(message.relationships.createdBy?.data?.id),
      time: message.attributes.sentAt ?? message.attributes.createdAt,
      build: (colleagueOf) => messageOf(message, attachments, owner, colleagueOf),
    }),
  );
  return { items, dropped };
}

function noteItems({ data }: ListPage, owner: HistoryOwner) {
  const { read, dropped } = readEach(kustomerNoteSchema, data);
  const items = read
    .filter(({ attributes }) => attributes.deleted !== true)
    .filter(({ attributes }) => readCopy(attributes.body ?? '') === undefined)
    .map(
      (note): KustomerItem => ({
        kind: 'message',
        userIds: listOfOne(note.relationships.createdBy?.data?.id),
        time: note.attributes.createdAt,
        build: (colleagueOf) => noteOf(note, owner, colleagueOf),
      }),
    );
  return { items, dropped };
}

function listOfOne(userId: string | undefined): string[] {
  return userId === undefined ? [] : [userId];
}

/** The items in the product's terms, each kind newest first. */
function buildItems(
  items: readonly KustomerItem[],
  colleagueOf: ColleagueOf,
): Pick<HistoryPart, 'conversations' | 'messages'> {
  const conversations: Conversation[] = [];
  const messages: Message[] = [];
  for (const item of items) {
    if (item.kind === 'conversation') conversations.push(item.build(colleagueOf));
    else messages.push(item.build(colleagueOf));
  }
  conversations.sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  messages.sort((a, b) => b.sentAt - a.sentAt || b.sequence - a.sequence);
  return { conversations, messages };
}
