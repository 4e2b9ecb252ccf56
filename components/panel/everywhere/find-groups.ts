import { t } from '@lingui/core/macro';
import { contactTitle } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, contactRef } from '../../../lib/model/ids';
import type { Find } from './held-search';

/** What was found about one person. */
export interface FindGroup {
  key: string;
  /** Their name, or another label by which they are known. */
  title: string;
  finds: Find[];
}

/**
 * Groups finds by person, in the order in which the first find of each comes. `personOf` says which contacts
 * were identified as the same person; finds about nobody get a title of their own.
 */
export function groupFinds(
  finds: readonly Find[],
  contacts: ReadonlyMap<ContactRef, Contact>,
  personOf: ReadonlyMap<ContactRef, ContactRef>,
): FindGroup[] {
  const groups = new Map<string, FindGroup>();
  for (const find of finds) {
    const ref = find.contact && contactRef(find.contact);
    const key = ref === undefined ? '' : (personOf.get(ref) ?? ref);
    const group = groups.get(key) ?? { key, title: titleOf(ref, contacts), finds: [] };
    groups.set(key, group);
    group.finds.push(find);
  }
  return [...groups.values()];
}

function titleOf(ref: ContactRef | undefined, contacts: ReadonlyMap<ContactRef, Contact>): string {
  if (ref === undefined) return t`Canned responses`;
  const contact = contacts.get(ref);
  return contact === undefined ? t`Person whose record is no longer stored` : contactTitle(contact);
}
