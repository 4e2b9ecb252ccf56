import type { Contact, Identifier } from '../model/contact';
import type { PlatformName } from '../model/ids';
import { normaliseEmail } from './email';
import { foldDigits, foldIdentifier } from './fold-identifier';
import { isSpellingOf } from './phone-digits';

/** One way to reach or recognise a person. */
export interface PersonIdentifier {
  kind: Identifier['kind'];
  /** In its most readable form. */
  value: string;
  /** Normal form; unique within one person. */
  key: string;
  /** Platforms that have it. */
  platforms: PlatformName[];
}

/**
 * The identifiers of several contacts, each once by its normal form: e-mails first, then phones,
 * then ids of other systems; within a kind, what most platforms have first.
 */
export function distinctIdentifiers(contacts: readonly Contact[]): PersonIdentifier[] {
  return [
    ...collect('email', contacts, { valuesOf: ({ emails }) => emails, keyOf: emailKey }),
    ...collect('phone', contacts, {
      valuesOf: ({ phones }) => phones,
      keyOf: phoneKey,
      better: betterPhone,
    }),
    ...collect('external-id', contacts, {
      valuesOf: ({ externalIds }) => externalIds,
      keyOf: foldIdentifier,
    }),
  ];
}

interface IdentifierReading {
  valuesOf(contact: Contact): readonly string[];
  /** Values with the same key are one identifier; empty for text that is not an identifier. */
  keyOf(value: string, contact: Contact): string;
  /** The form to show of two with the same key; the first one where absent. */
  better?(current: string, other: string): string;
}

function collect(
  kind: Identifier['kind'],
  contacts: readonly Contact[],
  { valuesOf, keyOf, better = (current) => current }: IdentifierReading,
): PersonIdentifier[] {
  const found = new Map<string, PersonIdentifier>();
  for (const contact of contacts) {
    for (const raw of valuesOf(contact)) {
      const value = raw.trim();
      const key = keyOf(value, contact);
      if (key === '') continue;
      const known = found.get(key);
      if (known === undefined) {
        found.set(key, { kind, value, key, platforms: [contact.platform] });
        continue;
      }
      known.value = better(known.value, value);
      if (!known.platforms.includes(contact.platform)) known.platforms.push(contact.platform);
    }
  }
  return [...found.values()].sort((a, b) => b.platforms.length - a.platforms.length);
}

function emailKey(value: string): string {
  return normaliseEmail(value) ?? value.toLowerCase();
}

/**
 * The adapter's normal form that fits this spelling. The number parser is too large for the panel,
 * and the normal forms of the contact are at hand: the one that ends in the same digits is meant.
 */
function phoneKey(value: string, contact: Contact): string {
  const digits = foldDigits(value).replace(/\D/g, '');
  if (/^0*$/.test(digits)) return value;
  return contact.phoneKeys.find((key) => isSpellingOf(value, key)) ?? digits;
}

/** A number with country code and groups is read best. */
function betterPhone(current: string, other: string): string {
  return phoneRank(other) > phoneRank(current) ? other : current;
}

function phoneRank(value: string): number {
  return (value.startsWith('+') ? 2 : 0) + (/\d[\s().-]+\d/.test(value) ? 1 : 0);
}
