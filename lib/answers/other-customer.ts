import { kindOfAddressWord } from '../identity/built-in-role-words';
import { isFreeMail } from '../identity/email-kinds';
import type { Attribute, Contact } from '../model/contact';
import type { Conversation, Message } from '../model/history';
import { fold } from '../text/fold';
import { isSupportWord } from './alike-words';
import { kindOfAttribute } from './attribute-kinds';
import { companyNames } from './company-names';
import { hostsIn, registeredName, subdomains } from './host-labels';
import { isStopWord } from './stop-words';

/** What is known about the people to whom an old answer was written. */
export interface OtherCustomer {
  /** What they are called, in whole or in parts. */
  names: ReadonlySet<string>;
  /** Beginnings of their addresses that may be names; a name only where it is written like one. */
  maybeNames: ReadonlySet<string>;
  /** Whatever else is in their records and would be repeated word for word: a company, a place, an id. */
  values: ReadonlySet<string>;
  /** The parts of their addresses and user names: a link that contains one of these is theirs. */
  handles: ReadonlySet<string>;
}

interface Known {
  contacts: readonly Contact[];
  conversations: readonly Conversation[];
  /** Those of the same conversation. */
  messages: readonly Message[];
}

/** Collects what an answer to these people may contain about them. */
export function otherCustomer({ contacts, conversations, messages }: Known): OtherCustomer {
  const known = new KnownOfCustomer();
  for (const { author, direction, text } of messages) {
    if (direction !== 'in') continue;
    if (author.name !== undefined) known.addName(author.name);
    for (const host of hostsIn(text)) known.addHost(host);
  }
  for (const contact of contacts) known.addContact(contact);
  for (const { attributes = [], subject } of conversations) {
    for (const each of attributes) known.addAttribute(each);
    // A live chat is often named after the visitor.
    if (subject !== undefined && contacts.some(({ name }) => name === subject))
      known.addName(subject);
  }
  return known;
}

/** A shorter beginning of an address may be part of any text. */
const LEAST_HANDLE = 4;
/** A shorter label before a registered name is often a word: "photos", "calendar". */
const LEAST_SUBDOMAIN = 9;

class KnownOfCustomer implements OtherCustomer {
  readonly names = new Set<string>();
  readonly maybeNames = new Set<string>();
  readonly values = new Set<string>();
  readonly handles = new Set<string>();

  /** Adds the host of a page to which they led, or of their mail. */
  addHost(host: string): void {
    this.#addValue(host);
    // Of a free mail host only the whole name counts; "Gmail" is everybody's.
    if (isFreeMail(host)) return;
    const long = subdomains(host).filter(({ length }) => length >= LEAST_SUBDOMAIN);
    for (const label of [registeredName(host), ...long]) {
      if (label.length < LEAST_HANDLE || !isOwnWord(label)) continue;
      this.handles.add(label);
      this.#addValue(label);
    }
  }

  addName(name: string): void {
    if (name.includes('@')) this.#addAddress(name);
    else this.names.add(name.trim());
  }

  addContact(contact: Contact): void {
    const { name = '', placeholderName = '', socials = [], attributes = [], emails } = contact;
    const { company = '', location = '', externalIds, phones } = contact;
    for (const each of [name, placeholderName, ...socials.map(({ username }) => username)]) {
      this.addName(each);
    }
    for (const { username } of socials) this.handles.add(username);
    for (const email of emails) this.#addAddress(email);
    for (const value of [company, ...externalIds, ...emails, ...phones]) this.#addValue(value);
    for (const each of companyNames(company)) {
      if (each.split(/\s+/).some(isOwnWord)) this.#addValue(each);
    }
    this.#addPlace(location);
    for (const each of attributes) this.addAttribute(each);
  }

  addAttribute(attribute: Attribute): void {
    const { value } = attribute;
    const kind = kindOfAttribute(attribute);
    if (kind === 'place') this.#addPlace(value);
    else if (kind === 'name') this.addName(value);
    else if (kind === 'detail') this.#addValue(value);
  }

  #addValue(value: string): void {
    if (value.trim() !== '') this.values.add(value.trim());
  }

  /** An address in whole and in parts, each with its numbers and without. */
  #addPlace(place: string): void {
    this.#addValue(place);
    for (const part of place.split(/[,;\n]/)) {
      const words = part.split(/\s+/).filter((word) => !/\d/.test(word));
      for (const each of [part, words.join(' ')]) {
        const word = fold(each).trim();
        if (!isStopWord(word) && !isSupportWord(word)) this.#addValue(each);
      }
    }
  }

  #addAddress(email: string): void {
    const [local = '', domain = ''] = email.split('@');
    if (local.length > 2 && isOwnWord(local)) this.handles.add(local);
    for (const each of [local, local.replace(/[^\p{L}\p{N}]/gu, '')]) {
      if (each.length >= LEAST_HANDLE && isOwnWord(each)) this.#addValue(each);
    }
    if (domain !== '') this.addHost(domain);
    for (const part of local.split(/[^\p{L}]+/u)) {
      const isOffice = kindOfAddressWord(part.toLowerCase()) !== undefined;
      if (part.length > 2 && !isOffice) this.maybeNames.add(part);
    }
  }
}

/** Neither the name of an office nor a word that any text may contain. */
function isOwnWord(text: string): boolean {
  const word = fold(text);
  const isOffice = kindOfAddressWord(word) !== undefined;
  return !isOffice && !isStopWord(word) && !isSupportWord(word);
}
