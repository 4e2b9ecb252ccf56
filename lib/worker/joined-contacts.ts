import { carriesAny } from '../identity/evidence';
import { isVetoed } from '../identity/separation';
import type { Contact, Identifier } from '../model/contact';

/**
 * The contacts taken for the person on screen so far, over all connections. One whose external id
 * conflicts with that of a contact already taken on the same platform is somebody else, whatever
 * else they share.
 */
export class JoinedContacts {
  readonly #joined: Contact[];

  constructor(anchor: Contact) {
    this.#joined = [anchor];
  }

  /** Takes in those of `found` that may be the same person, best evidence first; returns them. */
  admit(found: readonly Contact[], identifiers: readonly Identifier[]): Contact[] {
    const strong = identifiers.filter((identifier) => identifier.kind !== 'phone');
    const rank = (contact: Contact): number => (carriesAny(contact, strong) ? 0 : 1);
    const admitted: Contact[] = [];
    for (const contact of [...found].sort((a, b) => rank(a) - rank(b))) {
      if (this.#joined.some((other) => isVetoed(other, contact))) continue;
      this.#joined.push(contact);
      admitted.push(contact);
    }
    return admitted;
  }
}
