import type { Conversation, Message } from '../../model/history';
import { readCopy } from '../../notes/line';
import type { HistoryPart } from '../contract/api';
import type { ColleagueOf } from './colleagues';
import { conversationOf, type HistoryPlace, messageOf, noteOf } from './history-mapping';
import { readEach } from './lenient';
import { isOwnConversation } from './note-place';
import type { ListPage } from './paged-list';
import type { ListName } from './progress';
import { attachmentSchema, conversationSchema, messageSchema, noteSchema } from './schemas';

/** An item of a history that can be put into words again once more names are known. */
export type Piece = {
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
export function piecesOf(
  name: ListName,
  page: ListPage,
  place: HistoryPlace,
): { pieces: Piece[]; dropped: number } {
  switch (name) {
    case 'conversations':
      return conversationPieces(page, place);
    case 'messages':
      return messagePieces(page, place);
    case 'notes':
      return notePieces(page, place);
  }
}

function conversationPieces({ data }: ListPage, place: HistoryPlace) {
  const { read, dropped } = readEach(conversationSchema, data);
  const pieces = read
    .filter((conversation) => !isOwnConversation(conversation))
    .map(
      (conversation): Piece => ({
        kind: 'conversation',
        userIds: conversation.attributes.assignedUsers,
        time: conversation.attributes.createdAt,
        build: (colleagueOf) => conversationOf(conversation, place, colleagueOf),
      }),
    );
  return { pieces, dropped };
}

function messagePieces({ data, included }: ListPage, place: HistoryPlace) {
  const { read, dropped } = readEach(messageSchema, data);
  // Other kinds of resources may come along; they are not items of the history.
  const attachments = readEach(attachmentSchema, included).read;
  const pieces = read.map(
    (message): Piece => ({
      kind: 'message',
      userIds: idsOf(message.relationships.createdBy?.data?.id),
      time: message.attributes.sentAt ?? message.attributes.createdAt,
      build: (colleagueOf) => messageOf(message, attachments, place, colleagueOf),
    }),
  );
  return { pieces, dropped };
}

function notePieces({ data }: ListPage, place: HistoryPlace) {
  const { read, dropped } = readEach(noteSchema, data);
  const pieces = read
    .filter(({ attributes }) => attributes.deleted !== true)
    .filter(({ attributes }) => readCopy(attributes.body ?? '') === undefined)
    .map(
      (note): Piece => ({
        kind: 'message',
        userIds: idsOf(note.relationships.createdBy?.data?.id),
        time: note.attributes.createdAt,
        build: (colleagueOf) => noteOf(note, place, colleagueOf),
      }),
    );
  return { pieces, dropped };
}

function idsOf(userId: string | undefined): string[] {
  return userId === undefined ? [] : [userId];
}

/** The pieces in the product's terms, each kind newest first. */
export function inModel(
  pieces: readonly Piece[],
  colleagueOf: ColleagueOf,
): Pick<HistoryPart, 'conversations' | 'messages'> {
  const conversations: Conversation[] = [];
  const messages: Message[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'conversation') conversations.push(piece.build(colleagueOf));
    else messages.push(piece.build(colleagueOf));
  }
  conversations.sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  messages.sort((a, b) => b.sentAt - a.sentAt || b.sequence - a.sequence);
  return { conversations, messages };
}
