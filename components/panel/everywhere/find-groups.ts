import { t } from '@lingui/core/macro';
import { contactTitle } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import {
  type ContactKey,
  type ContactRef,
  contactRef,
  parseContactRef,
} from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readContactsOf } from '../../../lib/storage/read-contacts';
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

/** Reads the contacts that finds belong to, as far as they are stored, and adds them to those that are known. */
export async function readRecordsOf(
  finds: readonly Find[],
  known: Map<ContactRef, Contact>,
): Promise<void> {
  const missing = new Set(finds.flatMap((find) => recordsOf(find).map(contactRef)));
  for (const ref of known.keys()) missing.delete(ref);
  const contacts = await readContactsOf(database, [...missing].map(parseContactRef));
  for (const contact of contacts) known.set(contactRef(contact), contact);
}

/**
 * The find with the first record of the person that is stored, if any is: a note is about them also when the
 * account of its first record was disconnected since.
 */
export function withStoredRecord(find: Find, stored: ReadonlyMap<ContactRef, Contact>): Find {
  const contact = recordsOf(find).find((each) => stored.has(contactRef(each)));
  return contact === undefined || contact === find.contact ? find : { ...find, contact };
}

function recordsOf({ contact, others = [] }: Find): readonly ContactKey[] {
  return contact === undefined ? [] : [contact, ...others];
}
