import { lastActivityOf } from './shapes/conversation';
import type { Contact, Installation } from './tables';

/**
 * Dashboard address of the person's newest conversation in account 1; of the contact when there is none.
 * `record` picks one of a person's contacts. Throws when the person does not exist there.
 */
export function newestPage(installation: Installation, personKey: string, record?: number): string {
  const account = installation.accounts[0];
  const ids = contactsOf(installation, personKey, record).map((contact) => contact.id);
  const newest = account?.conversations
    .filter((conversation) => ids.includes(conversation.contactId))
    .sort((one, other) => lastActivityOf(other) - lastActivityOf(one))[0];
  if (newest === undefined) return contactPage(installation, personKey, record);
  return `${installation.origin}/app/accounts/1/conversations/${newest.displayId}`;
}

/** Dashboard address of the contact itself, in account 1. */
export function contactPage(
  installation: Installation,
  personKey: string,
  record?: number,
): string {
  const id = contactsOf(installation, personKey, record)[0]?.id;
  return `${installation.origin}/app/accounts/1/contacts/${id}`;
}

function contactsOf(installation: Installation, personKey: string, record?: number): Contact[] {
  const found = (installation.accounts[0]?.contacts ?? []).filter(
    (contact) =>
      contact.personKey === personKey && (record === undefined || contact.record === record),
  );
  if (found.length === 0) throw new Error(`${personKey} is not on ${installation.host}`);
  return found;
}
