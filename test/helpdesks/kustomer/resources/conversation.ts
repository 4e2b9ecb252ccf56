import type { ConversationRow, MessageRow } from '../data/rows';
import { lastActivity } from '../data/tables';
import type { Desk } from '../desk';
import { channelsOf } from './customer';
import { metaOf } from './message';
import { iso, orgReference, type Resource, reference, settle } from './resource';

const day = 86_400_000;

/** A conversation as delivered by `GET /v1/conversations/{id}`. */
export function conversationResource(desk: Desk, row: ConversationRow): Resource {
  const self = `/v1/conversations/${row.id}`;
  const messages = desk.tables.messages.of(row.id).sort((a, b) => a.at - b.at);
  const active = lastActivity(desk.tables, row.id);
  return {
    type: 'conversation',
    id: row.id,
    attributes: settle(desk, row.id, {
      name: row.name,
      preview: messages.at(-1)?.text.slice(0, 200),
      channels: channelsOf(row),
      status: row.status,
      [row.status]: { statusAt: iso(active) },
      snooze:
        row.status === 'snoozed'
          ? { status: 'scheduled', time: iso(desk.clock() + day) }
          : undefined,
      priority: 3,
      direction: messages[0]?.direction,
      assignedUsers: row.assigneeId === undefined ? [] : [row.assigneeId],
      assignedTeams: [],
      tags: row.tagIds,
      suggestedTags: [],
      noteCount: desk.tables.notes.of(row.id).length,
      ...messageFigures(desk, messages),
      externalId: row.externalId,
      spam: false,
      ended: row.status === 'done',
      pinned: false,
      createdAt: iso(row.createdAt),
      updatedAt: iso(active),
      modifiedAt: iso(active),
      lastActivityAt: iso(active),
      rev: messages.length + 1,
    }),
    relationships: {
      org: orgReference,
      messages: { links: { self: `${self}/messages` } },
      customer: reference('customer', 'customers', row.customerId),
    },
    links: { self },
  };
}

function messageFigures(desk: Desk, messages: readonly MessageRow[]): Record<string, unknown> {
  const incoming = messages.filter((message) => message.direction === 'in');
  const outgoing = messages.filter((message) => message.direction === 'out');
  const last = messages.at(-1);
  return {
    messageCount: messages.length,
    inboundMessageCount: incoming.length,
    outboundMessageCount: outgoing.length,
    firstMessageIn: stamp(desk, incoming[0]),
    firstMessageOut: stamp(desk, outgoing[0]),
    lastMessageIn: stamp(desk, incoming.at(-1)),
    lastMessageOut: stamp(desk, outgoing.at(-1)),
    lastMessageAt: last === undefined ? undefined : iso(last.at),
    lastMessageDirection: last?.direction,
  };
}

function stamp(desk: Desk, message: MessageRow | undefined) {
  return (
    message && {
      id: message.id,
      sentAt: iso(message.at),
      createdAt: iso(message.at),
      channel: message.channel,
      meta: metaOf(desk, message),
      ...(message.authorId === undefined ? {} : { createdBy: message.authorId }),
    }
  );
}
