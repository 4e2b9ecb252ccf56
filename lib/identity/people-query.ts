import type { CountryCode } from 'libphonenumber-js/min';
import type { Contact, Identifier } from '../model/contact';
import { fold } from '../text/fold';
import { normaliseEmail } from './email';
import { foldDigits, foldIdentifier } from './fold-identifier';
import { normalisePhone } from './phone';

/** Fewer digits than this occur in every number. */
const FEWEST_DIGITS = 4;

/**
 * Whether a contact fits what a person typed: every word of it in the names, the company, the
 * addresses or the usernames on social networks, or its digits in a number, or the whole of it as an
 * id, an address or a number (one of `region` without country code) in whatever spelling.
 */
export function matchesQuery(typed: string, region?: CountryCode): (contact: Contact) => boolean {
  const query = bareQuery(typed);
  const text = plain(query);
  const identifiers = queryIdentifiers(query, region);
  const words = text.split(' ').filter((word) => word !== '');
  const digits = digitsOf(query);
  return (contact) => {
    if (words.length === 0) return false;
    if (isId(contact, query.trim()) || identifiers.some((each) => carries(contact, each)))
      return true;
    if (digits !== undefined && numbersOf(contact).some((each) => each.includes(digits)))
      return true;
    const names = [contact.name ?? '', contact.company ?? '', ...contact.emails];
    const all = plain([...names, ...usernamesOf(contact)].join(' '));
    return words.every((word) => all.includes(word));
  };
}

/** The best match first: the whole text, then its beginning; then whoever was active last. */
export function bestMatches(contacts: readonly Contact[], typed: string): Contact[] {
  const query = bareQuery(typed);
  const ranked = contacts.map((contact) => ({ contact, rank: rankOf(contact, query) }));
  ranked.sort(
    (a, b) => a.rank - b.rank || (b.contact.lastSeenAt ?? 0) - (a.contact.lastSeenAt ?? 0),
  );
  return ranked.map(({ contact }) => contact);
}

function rankOf(contact: Contact, query: string): number {
  const text = plain(query);
  const names = [contact.name ?? '', ...contact.emails, ...usernamesOf(contact)].map(plain);
  if (names.includes(`@${text}`)) return 0;
  if (isId(contact, query.trim()) || names.includes(text)) return 0;
  const digits = digitsOf(query);
  if (digits !== undefined && numbersOf(contact).some((each) => each.endsWith(digits))) return 0;
  return names.some((name) => name.startsWith(text)) ? 1 : 2;
}

/** Usernames as most networks show them, with the sign in front. */
function usernamesOf({ socials = [] }: Contact): string[] {
  return socials.map(({ username }) => `@${username.replace(/^@/, '')}`);
}

function carries(contact: Contact, { kind, value }: Identifier): boolean {
  if (kind === 'email') return contact.emailKeys.includes(value);
  return kind === 'phone' && contact.phoneKeys.includes(value);
}

function isId(contact: Contact, text: string): boolean {
  return contact.id === text || contact.externalIds.includes(text);
}

function numbersOf(contact: Contact): string[] {
  return [...contact.phones, ...contact.phoneKeys].map((phone) =>
    foldDigits(foldIdentifier(phone)).replace(/\D/g, ''),
  );
}

/** The digits of what looks like a telephone number, without the zeros dialled before it. */
function digitsOf(query: string): string | undefined {
  const text = foldDigits(foldIdentifier(query));
  if (!looksLikePhone(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= FEWEST_DIGITS ? digits : undefined;
}

/** Without case, accents and superfluous spaces: people type names as they hear them. */
function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/**
 * What a person typed, as identifiers it may be: an address, a number with country code (or one of
 * `region`), or else one word with a digit in it as an id of another system. Empty for what looks
 * like a name.
 */
export function queryIdentifiers(query: string, region?: CountryCode): Identifier[] {
  const text = foldIdentifier(bareQuery(query));
  const email = normaliseEmail(text);
  if (email !== undefined) return [{ kind: 'email', value: email }];
  const phone = looksLikePhone(foldDigits(text)) ? normalisePhone(text, region) : undefined;
  if (phone !== undefined) return [{ kind: 'phone', value: phone }];
  return /^\S+$/.test(text) && /\d/.test(text) ? [{ kind: 'external-id', value: text }] : [];
}

/** Whether a text is nothing but a number as people and pages write it, with whatever dashes. */
export function looksLikePhone(text: string): boolean {
  return /^[\d\s()+./\p{Pd}\u2212]+$/u.test(text);
}

/** What was typed, or copied from a mail program or a link: "Ana <ana@mail.org>", "tel:+49…". */
export function bareQuery(typed: string): string {
  const enclosed = /<([^<>]*)>$/.exec(typed.trim())?.[1];
  const address = enclosed?.includes('@') ? enclosed : typed;
  return address.trim().replace(/^(?:mailto|tel):/i, '');
}
