import type { Contact, Identifier } from '../model/contact';
import { isGenericAddress } from './email-kinds';
import { isMadeUpId, normaliseExternalId } from './external-id';
import { isMadeUpPhone } from './made-up-phone';

/**
 * What can prove that another contact is the same human: e-mail addresses of one human, phone numbers and
 * external ids that are not made up. All in normal form; a name is never among them.
 */
export function identifiersOf(
  contact: Pick<Contact, 'emailKeys' | 'phoneKeys' | 'externalIds'>,
): Identifier[] {
  const all: Identifier[] = [
    ...contact.emailKeys.map((value): Identifier => ({ kind: 'email', value })),
    ...contact.phoneKeys.map((value): Identifier => ({ kind: 'phone', value })),
    ...contact.externalIds.map(
      (value): Identifier => ({ kind: 'external-id', value: normaliseExternalId(value) }),
    ),
  ];
  return all.filter((identifier) => !isEmptyIdentifier(identifier));
}

const known = new Map<string, boolean>();

/** Whether an identifier (in normal form) by its form alone says nothing about who it is. */
export function isEmptyIdentifier(identifier: Identifier): boolean {
  const key = identifierKey(identifier);
  let answer = known.get(key);
  if (answer === undefined) {
    answer = looksEmpty(identifier);
    if (known.size >= 10_000) known.clear();
    known.set(key, answer);
  }
  return answer;
}

function looksEmpty({ kind, value }: Identifier): boolean {
  if (kind === 'email') return isGenericAddress(value);
  return kind === 'phone' ? isMadeUpPhone(value) : isMadeUpId(value);
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
