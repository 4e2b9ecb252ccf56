import type { Contact } from '../model/contact';
import { isPlaceholderAddress } from './email-kinds';
import { isFullName, isSameName } from './person-name';
import { localDigits } from './phone-digits';

/** What makes it likely that two contacts are one human; none of it proves anything. */
export function hintsBetween(one: Contact, other: Contact): WeakEvidence[] {
  return [
    ...same('same-name', one.name, other.name),
    ...same('same-company', one.company, other.company),
    ...same('same-location', one.location, other.location),
    ...localNumbers(one, other),
    ...common('shared-email', one.emailKeys, other.emailKeys).filter(
      ({ value }) => !isPlaceholderAddress(value),
    ),
    ...common('shared-phone', one.phoneKeys, other.phoneKeys),
    ...common('shared-external-id', one.externalIds, other.externalIds),
  ];
}

/**
 * Whether hints are worth a question: the same digits, or the same full name. A company, a place
 * or an office's address alone fits too many, and so does a first name.
 */
export function isWorthAsking(hints: readonly Pick<WeakEvidence, 'kind' | 'value'>[]): boolean {
  return hints.some(({ kind, value }) => {
    if (kind === 'same-local-number') return true;
    if (kind !== 'same-name') return false;
    return isFullName(value) || hints.length > 1;
  });
}

function same(
  kind: WeakEvidence['kind'],
  one: string | undefined,
  other: string | undefined,
): WeakEvidence[] {
  if (one === undefined || other === undefined || one.trim() === '') return [];
  return isSameName(one, other) ? [{ kind, value: one.trim() }] : [];
}

function common(
  kind: WeakEvidence['kind'],
  one: readonly string[],
  other: readonly string[],
): WeakEvidence[] {
  return [...new Set(one)]
    .filter((value) => other.includes(value))
    .map((value) => ({ kind, value }));
}

/** Numbers that end alike, where they have no normal form in common. */
function localNumbers(one: Contact, other: Contact): WeakEvidence[] {
  if (one.phoneKeys.some((key) => other.phoneKeys.includes(key))) return [];
  const digitsOf = (contact: Contact) => [...contact.phones, ...contact.phoneKeys];
  for (const left of digitsOf(one)) {
    for (const right of digitsOf(other)) {
      // Two numbers with different country codes are different numbers.
      if (left.startsWith('+') && right.startsWith('+')) continue;
      const digits = localDigits(left, right);
      if (digits !== undefined) return [{ kind: 'same-local-number', value: digits }];
    }
  }
  return [];
}

/** What makes it likely, but never joins by itself. */
export interface WeakEvidence {
  kind:
    | 'same-name'
    | 'same-company'
    | 'same-location'
    /** The same digits, one of them without country code. */
    | 'same-local-number'
    /** The same address, number or id, but one that proves nothing: an office's, a colleague's. */
    | 'shared-email'
    | 'shared-phone'
    | 'shared-external-id';
  value: string;
}
