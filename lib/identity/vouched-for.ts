import type { Contact } from '../model/contact';
import { contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { linkedByHand } from './linked-by-hand';

/**
 * The other records of a person of which more than the name may be used beside the one on screen: those
 * that somebody linked with it, or all where the helpdesk proved who is writing. What was joined by
 * evidence alone is no proof: anybody can type somebody else's address.
 */
export function vouchedFor(
  shown: Contact | undefined,
  decisions: readonly LinkRow[],
  isVerified: boolean,
): (contact: Contact) => boolean {
  const linked = shown === undefined ? undefined : linkedByHand(contactRef(shown), decisions);
  return (contact) => isVerified || linked?.has(contactRef(contact)) === true;
}
