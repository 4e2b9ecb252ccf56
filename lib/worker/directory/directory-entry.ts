import type { Contact } from '../../model/contact';

/**
 * A contact as the directory stores it. Everything else that stores the contact drops the mark: only with the
 * mark does the stored state prove a position in the list that was read.
 */
export interface ListedContact extends Contact {
  listed: true;
}

/**
 * The form in which a list entry is stored. There are up to 100,000 of them, so absent fields take
 * no room. An entry may hold less than the contact itself: it must not pass for a fresh fetch of
 * that contact (`fetchedAt` stays that of the last real one, 0 when there was none), and what a
 * real fetch reported beyond the entry is kept.
 */
export function directoryEntry(before: Contact | undefined, listed: Contact): ListedContact {
  const fetchedAt = before?.fetchedAt ?? 0;
  const entry: ListedContact = { ...withoutGaps(listed), fetchedAt, listed: true };
  return before === undefined || fetchedAt === 0 ? entry : { ...before, ...entry };
}

/** Whether storing `entry` would change nothing. */
export function isUnchanged(before: Contact | undefined, entry: ListedContact): boolean {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(entry);
}

/**
 * Whether a contact is still where it was when the list was read before: then everybody below it was read as
 * well, or has since moved above it. A contact who chats moves to the head of the list, which shows in the
 * time they were last seen; where a platform does not give that time, nothing proves a position. A contact
 * stored for another reason (seen on screen) has no position in what was read.
 */
export function provesPosition(before: Contact | undefined, entry: ListedContact): boolean {
  if (before === undefined || !('listed' in before)) return false;
  return entry.lastSeenAt !== undefined && entry.lastSeenAt === before.lastSeenAt;
}

function withoutGaps(contact: Contact): Contact {
  const copy = { ...contact };
  for (const [key, value] of Object.entries(contact)) {
    if (value === undefined) Reflect.deleteProperty(copy, key);
  }
  return copy;
}
