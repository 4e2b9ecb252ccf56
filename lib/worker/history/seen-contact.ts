import type { Contact } from '../../model/contact';

/**
 * Brings what a page shows of a contact together with what was known. The page may show less than
 * it did before (a closed sidebar): nothing known is lost by that. What it does show replaces what
 * was known, so that a value read at the wrong moment, while the page still showed somebody else,
 * does not stay.
 */
export function mergeSeen(stored: Contact | undefined, seen: Contact): Contact {
  if (stored === undefined) return seen;
  const emails = seen.emails.length > 0 ? seen : stored;
  const phones = seen.phones.length > 0 ? seen : stored;
  return {
    ...stored,
    ...withoutGaps(seen),
    emails: emails.emails,
    emailKeys: emails.emailKeys,
    phones: phones.phones,
    phoneKeys: phones.phoneKeys,
    localKeys: phones.localKeys,
    phoneTails: phones.phoneTails,
  };
}

/** Only what the page tells: an unset field must not hide a known one. */
function withoutGaps(contact: Contact): Partial<Contact> {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
}
