import type { Contact, Identifier } from '../model/contact';
import { contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import { linkWords } from './decision-words';
import { identifierKey, identifiersOf } from './evidence';
import { isSameName } from './person-name';

export interface WhySetting {
  /** The other contacts of the person (or, for a suggestion, all of them). */
  others: readonly Contact[];
  links: readonly LinkRow[];
  /** What a platform is called. */
  labelOf(platform: string): string;
  /** Epoch ms. */
  now: number;
}

/**
 * Why a contact is, or may be, the same human as the others: one phrase per piece of evidence, the
 * strongest first, e.g. "same e-mail address as in Acme". Never empty.
 */
export function whyWords(contact: Contact, setting: WhySetting): string[] {
  const phrases = [
    ...decisionPhrases(contact, setting),
    ...identifiersOf(contact).flatMap((identifier) => sharedPhrase(contact, identifier, setting)),
  ];
  if (phrases.length > 0) return [...new Set(phrases)];
  const name = contact.name;
  const namesakes = setting.others.filter(
    (other) => name !== undefined && other.name !== undefined && isSameName(name, other.name),
  );
  if (namesakes.length > 0) return [`same name as ${placeWords(contact, namesakes, setting)}`];
  return [`${setting.labelOf(contact.platform)} found this record for the person`];
}

function decisionPhrases(contact: Contact, { others, links, now }: WhySetting): string[] {
  const own = contactRef(contact);
  const refs = new Set(others.map(contactRef));
  return links
    .filter(({ verdict }) => verdict === 'same')
    .filter(({ a, b }) => (a === own && refs.has(b)) || (b === own && refs.has(a)))
    .map((link) => linkWords(link, now));
}

const kinds: Readonly<Record<Identifier['kind'], string>> = {
  email: 'same e-mail address',
  phone: 'same phone number',
  'external-id': 'same id of another system',
};

function sharedPhrase(contact: Contact, identifier: Identifier, setting: WhySetting): string[] {
  const key = identifierKey(identifier);
  const holders = setting.others.filter((other) =>
    identifiersOf(other).some((each) => identifierKey(each) === key),
  );
  if (holders.length === 0) return [];
  const phrase = `${kinds[identifier.kind]} as ${placeWords(contact, holders, setting)}`;
  return [
    identifier.kind === 'phone' ? phrase + bareWords(identifier.value, contact, setting) : phrase,
  ];
}

/** "in Acme and Umbrella", "another record in Acme". */
function placeWords(
  contact: Contact,
  holders: readonly Contact[],
  { labelOf }: WhySetting,
): string {
  const elsewhere = holders.filter(({ platform }) => platform !== contact.platform);
  if (elsewhere.length === 0) return `another record in ${labelOf(contact.platform)}`;
  const labels = [...new Set(elsewhere.map(({ platform }) => labelOf(platform)))];
  return `in ${labels.join(' and ')}`;
}

/** Tells where a number that was read with a region is written without its country code. */
function bareWords(key: string, contact: Contact, { others, labelOf }: WhySetting): string {
  const digits = key.replace(/\D/g, '');
  const isBare = (raw: string) => {
    const written = raw.replace(/\D/g, '');
    const significant = written.replace(/^0+/, '');
    return significant.length >= 5 && digits.endsWith(significant) && significant !== digits;
  };
  const labels = [contact, ...others]
    .filter(({ phones }) => phones.some(isBare))
    .map(({ platform }) => labelOf(platform));
  if (labels.length === 0) return '';
  return `, written without country code in ${[...new Set(labels)].join(' and ')}`;
}
