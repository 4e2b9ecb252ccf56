import type { Contact } from '../model/contact';
import type { PlatformName } from '../model/ids';
import { distinctIdentifiers, type PersonIdentifier } from './person-identifiers';
import { bestName, isSameName } from './person-name';

/** What one contact calls the person. */
export interface PersonName {
  connectionId: string;
  contactId: string;
  platform: PlatformName;
  name: string;
  /** The platform made the name up. */
  isPlaceholder: boolean;
}

/** The contacts that are the same human, merged for display. Nothing of it is ever written back. */
export interface Person {
  /** The best real name; absent when no platform has one. */
  name: string | undefined;
  /** What to show without a real name, as a platform made it up. */
  placeholderName: string | undefined;
  /** Candidates, best first: a picture may fail to load. */
  avatarUrls: string[];
  identifiers: PersonIdentifier[];
  company: string | undefined;
  /** BCP 47. */
  language: string | undefined;
  /** IANA name. */
  timeZone: string | undefined;
  location: string | undefined;
  /** Epoch ms. */
  lastSeenAt: number | undefined;
  names: PersonName[];
  /** True when platforms know the person under different real names. */
  namesDiffer: boolean;
}

/**
 * Merges the contacts of one person, the one on screen first: where platforms differ in a single
 * value, the earlier contact wins.
 */
export function mergePerson(contacts: readonly Contact[]): Person {
  const first = <T>(read: (contact: Contact) => T | undefined): T | undefined =>
    contacts.map(read).find((value) => value !== undefined && value !== '');
  const realNames = contacts.flatMap((contact) => (contact.name?.trim() ? [contact.name] : []));
  const seen = contacts.flatMap((contact) => contact.lastSeenAt ?? []);
  const name = bestName(realNames);
  return {
    name,
    placeholderName: first((contact) => contact.placeholderName),
    avatarUrls: [...new Set(contacts.flatMap((contact) => contact.avatarUrl || []))],
    identifiers: distinctIdentifiers(contacts),
    company: first((contact) => contact.company),
    language: first((contact) => contact.language),
    timeZone: first((contact) => contact.timeZone),
    location: first((contact) => contact.location),
    lastSeenAt: seen.length === 0 ? undefined : Math.max(...seen),
    names: contacts.flatMap(nameOf),
    namesDiffer: realNames.some((other) => name !== undefined && !isSameName(other, name)),
  };
}

function nameOf(contact: Contact): PersonName[] {
  const name = contact.name?.trim() || contact.placeholderName;
  if (name === undefined) return [];
  return [
    {
      connectionId: contact.connectionId,
      contactId: contact.id,
      platform: contact.platform,
      name,
      isPlaceholder: !contact.name?.trim(),
    },
  ];
}
