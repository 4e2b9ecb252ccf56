import { isFreeMail } from '../identity/email-kinds';
import { kindOfAddressWord } from '../identity/role-words';
import type { Attribute, Contact } from '../model/contact';
import type { Conversation, Message } from '../model/history';
import { fold } from '../text/fold';
import { isSupportWord } from './alike-words';
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
    const places = [location, ...location.split(',')];
    for (const value of [company, ...places, ...externalIds, ...emails, ...phones]) {
      this.#addValue(value);
    }
    for (const each of attributes) this.addAttribute(each);
  }

  addAttribute({ label, value, key = '' }: Attribute): void {
    const isNamed = isOfName(label) || isOfName(key);
    const isNamelike = !kindLabel.test(label) && looksLikeName(value);
    if (placeLabel.test(label)) this.#addValue(value);
    else if (isNamed || isNamelike) this.addName(value);
    else if (isDistinctive(value)) this.#addValue(value);
  }

  #addValue(value: string): void {
    if (value.trim() !== '') this.values.add(value.trim());
  }

  #addAddress(email: string): void {
    const [local = '', domain = ''] = email.split('@');
    if (local.length > 2 && isOwnWord(local)) this.handles.add(local);
    if (local.length >= LEAST_HANDLE && isOwnWord(local)) this.#addValue(local);
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

const nameLabel =
  /name|nom\b|nombre|apellido|cognome|sobrenome|navn|namn|nimi|imi[eę]|nazwisko|spouse|partner|wife|husband|child|owner|contact|person|имя|фамилия|отчество|姓|名|이름|성명/i;
const placeLabel =
  /city|town|place|address|street|stadt|ort\b|ville|ciudad|citt[aà]|cidade|город|城市|地址/i;
/** Attributes that sort people into kinds: their values are words that any answer may contain. */
const kindLabel =
  /plan\b|tier|language|locale|browser|system|\bos\b|platform|device|status|state|type|source|channel|segment|gender|sex|currency|country|zone|role|industry|product|version|category|priority|team|group|stage|refer|medium|campaign|subscription|newsletter|title|sprache|land\b|langue|pays|idioma|pa[ií]s|语言|国家/i;

function isOfName(label: string): boolean {
  return (
    nameLabel.test(label) && !/user ?agent|company|browser|product|plan|file|domain/i.test(label)
  );
}

/** With a digit in it, or of several words: any text may contain a single word. */
function isDistinctive(value: string): boolean {
  return /\d/.test(value) ? value.length > 2 : /\p{L}[^\p{L}]+\p{L}/u.test(value);
}

/** One to four words of letters alone, with capitals where the script has them. */
function looksLikeName(value: string): boolean {
  const words = value
    .trim()
    .split(/[\s,.'’-]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 4 || value.length > 60) return false;
  return words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*$/u.test(word));
}
