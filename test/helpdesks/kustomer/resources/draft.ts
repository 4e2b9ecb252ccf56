import { hexId } from '../../world/ids';
import type { ConversationRow, CustomerRow } from '../data/rows';
import { newestConversations } from '../data/tables';
import type { Desk } from '../desk';
import { displayNameOf } from './names';
import { byUser, iso, orgReference, type Resource, reference } from './resource';

/** Drafts the customer's agents have begun: one per open, assigned conversation. */
export function draftResources(desk: Desk, customer: CustomerRow): Resource[] {
  return newestConversations(desk.tables, customer)
    .filter(({ conversation }) => conversation.status === 'open')
    .filter(({ conversation }) => conversation.assigneeId !== undefined)
    .map(({ conversation, at }) => draftResource(customer, conversation, at));
}

function draftResource(customer: CustomerRow, conversation: ConversationRow, at: number): Resource {
  const id = hexId(`kustomer/draft/${conversation.id}`);
  const body = `Hi ${displayNameOf(customer)}! `;
  const block = {
    data: {},
    entityRanges: [],
    inlineStyleRanges: [],
    depth: 0,
    type: 'unstyled',
    text: body,
    key: 'a789',
  };
  return {
    type: 'draft',
    id,
    attributes: {
      channel: conversation.channel ?? 'note',
      body,
      payload: { draftJs: { blocks: [block], entityMap: {} } },
      status: 'draft',
      createdAt: iso(at),
      updatedAt: iso(at),
      modifiedAt: iso(at),
    },
    relationships: {
      org: orgReference,
      customer: reference('customer', 'customers', customer.id),
      conversation: reference('conversation', 'conversations', conversation.id),
      ...byUser('createdBy', conversation.assigneeId),
    },
    links: { self: `/v1/drafts/${id}` },
  };
}
