import type { NoteRow } from '../data/rows';
import type { Desk } from '../desk';
import { byUser, iso, orgReference, type Resource, reference, settle } from './resource';

/** A note: it belongs to one conversation, and through that to a customer. */
export function noteResource(desk: Desk, row: NoteRow): Resource {
  const mentions = row.mentions.map((id) => ({ type: 'user', id }));
  return {
    type: 'note',
    id: row.id,
    attributes: settle(desk, row.id, {
      body: row.body,
      externalId: row.externalId,
      createdAt: iso(row.createdAt),
      updatedAt: iso(row.updatedAt),
      modifiedAt: row.updatedAt === row.createdAt ? undefined : iso(row.updatedAt),
      deleted: row.deletedAt === undefined ? undefined : true,
      deletedAt: row.deletedAt === undefined ? undefined : iso(row.deletedAt),
      createdByTeams: [],
    }),
    relationships: {
      org: orgReference,
      customer: reference('customer', 'customers', row.customerId),
      conversation: reference('conversation', 'conversations', row.conversationId),
      ...byUser('createdBy', row.authorId),
      ...byUser('modifiedBy', row.modifierId),
      ...(mentions.length === 0 ? {} : { userMentions: { data: mentions } }),
    },
    links: { self: `/v1/notes/${row.id}` },
  };
}
