import type { ContactField, FieldRule } from '../model/completion';
import type { Contact } from '../model/contact';
import { type ContactKey, contactRef } from '../model/ids';
import { isSameValue } from './contact-field-values';
import type { IdentityRules } from './distinctive-identifiers';
import { isRealName } from './person-name';
import { valueKeyIn, valuesToGive } from './values-to-give';

/** A value that one record of a person has and another lacks. */
export interface Completion {
  field: ContactField;
  /** As it would be written. */
  value: string;
  source: ContactKey;
  target: ContactKey;
  /** What the target shows in its place: a label that the platform made up. */
  shown?: string | undefined;
}

interface CompletionSetting {
  /** The fields that a contact's platform accepts; none where its fields cannot be written. */
  fieldsOf(contact: Contact): readonly FieldRule[];
  rules: IdentityRules;
  /**
   * Whether this value was copied into the record from another record of the person: it is not passed on
   * from here.
   */
  isBorrowed?(source: Contact, field: ContactField, value: string): boolean;
}

/**
 * What each record of a person lacks and the others have: each value once, from the record that comes
 * first. The records must be joined by proof or by hand. Left out are values that are made up, masked or
 * shared by many, numbers whose country is a guess where that matters, and ids of another system than the
 * target's.
 */
export function completionsOf(
  contacts: readonly Contact[],
  { fieldsOf, rules, isBorrowed = () => false }: CompletionSetting,
): Completion[] {
  return contacts.flatMap((target) =>
    fieldsOf(target)
      .filter((rule) => isOpen(target, rule))
      .flatMap((rule) => completionsFor(target, contacts, { rule, rules, isBorrowed })),
  );
}

function completionsFor(
  target: Contact,
  contacts: readonly Contact[],
  { rule, rules, isBorrowed }: { rule: FieldRule } & Required<Omit<CompletionSetting, 'fieldsOf'>>,
): Completion[] {
  const { field, isUnique = false } = rule;
  const shown = field === 'name' ? (target.name ?? target.placeholderName) : undefined;
  const offered = new Map<string, Completion>();
  for (const source of contacts) {
    if (source === target) continue;
    for (const value of valuesToGive(source, target, rule, rules)) {
      const key = valueKeyIn(source, field, value);
      const isThere = textsOf(target, field).some(
        (each) => isSameValue(field, each, value) || isSameValue(field, each, key),
      );
      const isTaken = isUnique && isCarried(contacts, target, field, value);
      if (isThere || isTaken || offered.has(key) || isBorrowed(source, field, value)) continue;
      const pair = { source: keyOfContact(source), target: keyOfContact(target) };
      offered.set(key, { field, value, ...pair, shown });
    }
  }
  return [...offered.values()];
}

/** Whether a record has exactly this value to pass on to another record of the same person. */
export function canGive(
  source: Contact,
  target: Contact,
  { rule, value, rules }: { rule: FieldRule; value: string; rules: IdentityRules },
): boolean {
  return valuesToGive(source, target, rule, rules).includes(value);
}

function keyOfContact({ connectionId, id }: Contact): ContactKey {
  return { connectionId, id };
}

/** Whether the target lacks a value, or has room for one more beside those it has. */
function isOpen(target: Contact, { field, isList = false }: FieldRule): boolean {
  if (target.goneAt !== undefined) return false;
  if (field === 'name') return !isRealName(target.name ?? '');
  return isList || textsOf(target, field).length === 0;
}

function textsOf(contact: Contact, field: ContactField): readonly string[] {
  switch (field) {
    case 'name':
      return contact.name === undefined ? [] : [contact.name];
    case 'email':
      return [...contact.emails, ...contact.emailKeys];
    case 'phone':
      return [...contact.phones, ...contact.phoneKeys];
    case 'company':
      return contact.company === undefined ? [] : [contact.company];
    case 'external-id':
      return contact.externalIds;
  }
}

function isCarried(
  contacts: readonly Contact[],
  target: Contact,
  field: ContactField,
  value: string,
): boolean {
  return contacts.some(
    (each) =>
      each.connectionId === target.connectionId &&
      contactRef(each) !== contactRef(target) &&
      textsOf(each, field).some((text) => isSameValue(field, text, value)),
  );
}
