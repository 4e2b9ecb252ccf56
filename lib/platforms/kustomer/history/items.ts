import type { Conversation, Message } from '../../../model/history';
import { readCopy } from '../../../notes/copy-marker';
import type { HistoryPart } from '../../contract/api';
import { listOf } from '../../shared/field-values';
import { readEach } from '../../shared/read-each';
import type { ColleagueOf } from '../colleagues';
import { isOwnConversation } from '../note-conversation';
import type { ListPage } from '../paged-list';
import {
  kustomerAttachmentSchema,
  kustomerConversationSchema,
  kustomerMessageSchema,
  kustomerNoteSchema,
} from '../schemas';
import { conversationOf, type HistoryOwner } from './conversations';
import { messageOf, noteOf } from './messages';
import type { ListName } from './progress';

/** An item of a history that can be put into words again once more names are known. */
export type KustomerItem = {
  id: string;
  /** Users that it names. */
  userIds: readonly string[];
  /** Epoch ms, where Kustomer gives it. */
  time: number | undefined;
} & (
  | { kind: 'conversation'; build(colleagueOf: ColleagueOf): Conversation }
  | { kind: 'message'; build(colleagueOf: ColleagueOf): Message }
);

/**
 * Reads a page of a list item by item; what is unreadable is counted. Deleted notes are left out, and so
 * is what the product itself put there: its notes are shown as such, once for all platforms.
 */
export function itemsOf(
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
  const { items: rows, dropped } = readEach(kustomerConversationSchema, data);
  const items = rows
    .filter((conversation) => !isOwnConversation(conversation))
    .map(
      (conversation): KustomerItem => ({
        kind: 'conversation',
        id: conversation.id,
        userIds: conversation.attributes.assignedUsers,
        time: conversation.attributes.createdAt,
        build: (colleagueOf) => conversationOf(conversation, owner, colleagueOf),
      }),
    );
  return { items, dropped };
}

function messageItems({ data, included }: ListPage, owner: HistoryOwner) {
  const { items: rows, dropped } = readEach(kustomerMessageSchema, data);
  // Other kinds of resources may come with the page; they are not items of the history.
  const attachments = readEach(kustomerAttachmentSchema, included).items;
  const items = rows.map(
    (message): KustomerItem => ({
      kind: 'message',
      id: message.id,
      userIds: listOf(message.relationships.createdBy?.data?.id),
      time: message.attributes.sentAt ?? message.attributes.createdAt,
      build: (colleagueOf) => messageOf(message, attachments, owner, colleagueOf),
    }),
  );
  return { items, dropped };
}

function noteItems({ data }: ListPage, owner: HistoryOwner) {
  const { items: rows, dropped } = readEach(kustomerNoteSchema, data);
  const items = rows
    .filter(({ attributes }) => attributes.deleted !== true)
    .filter(({ attributes }) => readCopy(attributes.body ?? '') === undefined)
    .map(
      (note): KustomerItem => ({
        kind: 'message',
        id: note.id,
        userIds: listOf(note.relationships.createdBy?.data?.id),
        time: note.attributes.createdAt,
        build: (colleagueOf) => noteOf(note, owner, colleagueOf),
      }),
    );
  return { items, dropped };
}

/** The items in the product's terms, each kind newest first. */
export function buildItems(
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
