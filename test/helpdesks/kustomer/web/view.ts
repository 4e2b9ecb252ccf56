import type { ConversationRow, CustomerRow, MessageRow, NoteRow } from '../data/rows';
import { newestConversations } from '../data/tables';
import type { Desk } from '../desk';
import type { ListEntry, PageConversation, PageCustomer, PageItem } from '../page/data';
import { avatarOf, displayNameOf } from '../resources/names';

/** Every customer for the list pane, the most recently active first. */
export function listView(desk: Desk): ListEntry[] {
  return desk.tables.customers
    .all()
    .map((row) => {
      const newest = newestConversations(desk.tables, row)[0];
      const last = newest && latest(desk, newest.conversation.id);
      return {
        id: row.id,
        name: displayNameOf(row),
        colour: avatarOf(row.id).colour,
        preview: (last?.text || newest?.conversation.name)?.slice(0, 120) ?? '',
        channel: newest?.conversation.channel ?? 'note',
        at: newest?.at ?? row.createdAt,
        status: newest?.conversation.status ?? 'done',
      };
    })
    .sort((a, b) => b.at - a.at);
}

function latest(desk: Desk, conversationId: string): MessageRow | undefined {
  return desk.tables.messages.of(conversationId).sort((a, b) => b.at - a.at)[0];
}

/** Everything the customer's page shows. */
export function customerView(desk: Desk, row: CustomerRow): PageCustomer {
  const company =
    row.companyId === undefined ? undefined : desk.tables.companies.get(row.companyId);
  return {
    id: row.id,
    name: displayNameOf(row),
    colour: avatarOf(row.id).colour,
    company: company?.name ?? '',
    emails: [...row.emails, ...row.sharedEmails],
    phones: [...row.phones, ...row.sharedPhones],
    place: [row.city, row.country].filter((part) => part !== undefined).join(', '),
    externalId: row.externalId ?? '',
    since: row.createdAt,
    custom: Object.entries(row.custom).filter(([name]) => name !== 'notesTxt'),
    conversations: newestConversations(desk.tables, row).map(({ conversation, at }) =>
      conversationView(desk, row, conversation, at),
    ),
  };
}

function conversationView(
  desk: Desk,
  customer: CustomerRow,
  row: ConversationRow,
  at: number,
): PageConversation {
  const messages = desk.tables.messages.of(row.id);
  const notes = desk.tables.notes.of(row.id).filter((note) => note.deletedAt === undefined);
  const first = messages[0]?.text.slice(0, 60);
  return {
    id: row.id,
    subject: row.name ?? first ?? 'Conversation',
    channel: row.channel ?? 'note',
    status: row.status,
    assignee: nameOf(desk, row.assigneeId) ?? 'Unassigned',
    tags: row.tagIds.flatMap((id) => desk.tables.tags.get(id)?.name ?? []),
    at,
    items: [
      ...messages.map((message) => messageView(desk, customer, message)),
      ...notes.map((note) => noteView(desk, note)),
    ].sort((a, b) => a.at - b.at),
  };
}

function messageView(desk: Desk, customer: CustomerRow, row: MessageRow): PageItem {
  const theirs = row.direction === 'in' ? displayNameOf(customer) : 'Acme';
  return {
    id: row.id,
    kind: row.direction,
    author: nameOf(desk, row.authorId) ?? theirs,
    text: row.text,
    at: row.at,
    failed: row.failed,
    redacted: row.redacted,
    files: row.attachments.map((file) => file.name),
  };
}

function noteView(desk: Desk, row: NoteRow): PageItem {
  return {
    id: row.id,
    kind: 'note',
    author: nameOf(desk, row.authorId) ?? 'Someone',
    text: row.body,
    at: row.createdAt,
    failed: undefined,
    redacted: false,
    files: [],
  };
}

function nameOf(desk: Desk, userId: string | undefined): string | undefined {
  return userId === undefined ? undefined : desk.tables.users.get(userId)?.name;
}
