import type { Contact } from '../model/contact';
import { areMadeUpDigits } from './digit-shapes';
import { isPlaceholderAddress } from './email-kinds';
import { isMadeUpId, normaliseExternalId } from './external-id';
import { foldIdentifier } from './fold-identifier';
import { isMadeUpPhone } from './made-up-phone';
import { isFullName, isSameName } from './person-name';
import { localDigits } from './phone-digits';
import { phoneSpellings, withoutExtension } from './phone-spellings';

/** What makes it likely that two contacts are one human; none of it proves anything. */
export function hintsBetween(one: Contact, other: Contact): WeakEvidence[] {
  const ids = ({ externalIds }: Contact) => externalIds.map(normaliseExternalId);
  return [
    ...same('same-name', one.name, other.name),
    ...same('same-company', one.company, other.company),
    ...same('same-location', one.location, other.location),
    ...localNumbers(one, other),
    ...common('shared-email', one.emailKeys, other.emailKeys).filter(
      ({ value }) => !isPlaceholderAddress(value),
    ),
    ...common('shared-phone', linesOf(one), linesOf(other)).filter(
      ({ value }) => !isMadeUpPhone(value),
    ),
    ...common('shared-external-id', ids(one), ids(other)).filter(({ value }) => !isMadeUpId(value)),
  ];
}

/**
 * Whether hints are worth asking a person about: the same digits, or the same full name. A company, a
 * place or an office's address alone fits too many, and so does a first name.
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

/** Several people behind one switchboard share its number. */
function linesOf({ phoneKeys }: Contact): string[] {
  return [...new Set([...phoneKeys, ...phoneKeys.map(withoutExtension)])];
}

/** Numbers with the same ending that have no normal form in common. */
function localNumbers(one: Contact, other: Contact): WeakEvidence[] {
  if (one.phoneKeys.some((key) => other.phoneKeys.includes(key))) return [];
  const writtenBy = ({ phones, phoneKeys }: Contact) => [
    ...new Set([...phones.map(foldIdentifier), ...phoneKeys.flatMap(phoneSpellings)]),
  ];
  const others = writtenBy(other);
  for (const left of writtenBy(one)) {
    for (const right of others) {
      // Two numbers with different country codes are different numbers.
      if (left.startsWith('+') && right.startsWith('+')) continue;
      const digits = localDigits(left, right);
      if (digits !== undefined && !areMadeUpDigits(digits))
        return [{ kind: 'same-local-number', value: digits }];
    }
  }
  return [];
}

/** What makes it likely, but never joins on its own. */
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
