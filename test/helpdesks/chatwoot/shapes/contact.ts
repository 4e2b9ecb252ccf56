import type { Account, Contact } from '../tables';
import { seconds } from './time';

/** The contact shape. `last_activity_at` is absent, not null, when there was none. */
export function contactShape(contact: Contact): Record<string, unknown> {
  return {
    additional_attributes: contact.additional,
    availability_status: 'offline',
    email: contact.email,
    id: contact.id,
    name: contact.name,
    phone_number: contact.phoneNumber,
    blocked: contact.blocked,
    identifier: contact.identifier,
    thumbnail: '',
    custom_attributes: contact.custom,
    ...(contact.lastActivityAt === null
      ? {}
      : { last_activity_at: seconds(contact.lastActivityAt) }),
    created_at: seconds(contact.createdAt),
  };
}

/**
 * The contact shape with `contact_inboxes`, which the contact endpoints add unless asked not to; `inboxForm`
 * is how the version writes an inbox there.
 */
export function contactWithInboxes(
  contact: Contact,
  account: Account,
  inboxForm: (inbox: Account['inboxes'][number]) => Record<string, unknown>,
): Record<string, unknown> {
  const ids = new Set(
    account.conversations
      .filter((conversation) => conversation.contactId === contact.id)
      .map((conversation) => conversation.inboxId),
  );
  return {
    ...contactShape(contact),
    contact_inboxes: account.inboxes
      .filter((inbox) => ids.has(inbox.id))
      .map((inbox) => ({ source_id: sourceId(contact, inbox.id), inbox: inboxForm(inbox) })),
  };
}

/** The contact's address within one inbox. */
export function sourceId(contact: Contact, inboxId: number): string {
  return `source-${contact.id}-${inboxId}`;
}
