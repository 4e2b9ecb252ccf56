import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import { pairKey } from './decisions';

/** Why two contacts may not be in one person. */
export type Separation =
  /** Both carry external ids on one platform, and none is the same. */
  { kind: 'different-ids' } | { kind: 'decision'; decision: LinkRow };

/**
 * Whether two contacts of one platform must not be joined: both carry external ids, and none is
 * the same. External ids of different platforms may come from different systems and veto nothing.
 */
export function isVetoed(a: Contact, b: Contact): boolean {
  if (a.platform !== b.platform || a.externalIds.length === 0 || b.externalIds.length === 0) {
    return false;
  }
  return !a.externalIds.some((id) => b.externalIds.includes(id));
}

/**
 * What keeps two contacts apart, if anything. A person's word about exactly these two goes before
 * what the ids say, in either direction.
 */
export function separations(
  contacts: readonly Contact[],
  byPair: ReadonlyMap<string, LinkRow>,
): (one: ContactRef, other: ContactRef) => Separation | undefined {
  const byRef = new Map(contacts.map((contact) => [contactRef(contact), contact]));
  return (one, other) => {
    const decision = byPair.size === 0 ? undefined : byPair.get(pairKey(one, other));
    if (decision !== undefined) {
      return decision.verdict === 'same' ? undefined : { kind: 'decision', decision };
    }
    const [a, b] = [byRef.get(one), byRef.get(other)];
    return a !== undefined && b !== undefined && isVetoed(a, b)
      ? { kind: 'different-ids' }
      : undefined;
  };
}
