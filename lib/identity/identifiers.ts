import type { Contact, Identifier } from '../model/contact';
import { isGenericAddress } from './email-kinds';

/**
 * What can prove that another contact is the same human: e-mail addresses that stand for one human,
 * phone numbers, external ids. All in normal form; a name is never among them.
 */
export function identifiersOf(
  contact: Pick<Contact, 'emailKeys' | 'phoneKeys' | 'externalIds'>,
): Identifier[] {
  return [
    ...contact.emailKeys
      .filter((email) => !isGenericAddress(email))
      .map((value): Identifier => ({ kind: 'email', value })),
    ...contact.phoneKeys.map((value): Identifier => ({ kind: 'phone', value })),
    ...contact.externalIds
      .filter(isExternalId)
      .map((value): Identifier => ({ kind: 'external-id', value })),
  ];
}

/** What systems write where they have no id. */
const noId =
  /^(0+|-+|n\/?a|none|null|undefined|unknown|nan|test|guest|anonymous|user|false|true)$/i;

function isExternalId(value: string): boolean {
  return value.trim() !== '' && !noId.test(value.trim());
}

/** One string for an identifier, e.g. `email:ana@example.com`. */
export function identifierKey(identifier: Identifier): string {
  return `${identifier.kind}:${identifier.value}`;
}

/** Whether a contact carries one of these identifiers. */
export function carriesAny(contact: Contact, identifiers: readonly Identifier[]): boolean {
  const own = new Set(identifiersOf(contact).map(identifierKey));
  return identifiers.some((identifier) => own.has(identifierKey(identifier)));
}
