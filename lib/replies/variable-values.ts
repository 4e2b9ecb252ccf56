import { withoutTitles } from '../identity/name-titles';
import { bestName, isRealName } from '../identity/person-name';
import { keyOfLabel } from '../identity/read-attributes';
import { spokenName, withoutRemarks } from '../identity/spoken-name';
import type { Attribute, Contact } from '../model/contact';
import { raisedLetter } from '../text/raised-letter';
import { greetingAt } from './greeting';

/** What is known in the place where a response is to be inserted. */
export interface ReplyContext {
  /** The contact on screen. */
  contact?: Contact | undefined;
  /** The other contacts that were taken for the same person. */
  alsoKnownAs?: readonly Contact[] | undefined;
  /**
   * Those of them from which more than the name may be used: it is certain that they are the same person, and
   * not only because somebody typed an address. None where it is absent.
   */
  isVouchedFor?: ((contact: Contact) => boolean) | undefined;
  /** The best name of the person, over all platforms: for where the contact on screen has none. */
  personName?: string | undefined;
  agent?: { id?: string; name?: string | undefined; email?: string | undefined } | undefined;
  conversation?:
    | { id: string; name?: string | undefined; attributes?: readonly Attribute[] | undefined }
    | undefined;
  inbox?: { id?: string | undefined; name?: string | undefined } | undefined;
  account?: { id?: string | undefined; name?: string | undefined } | undefined;
  /** Epoch ms. */
  now: number;
  /** BCP 47 language of the response, for dates; the browser's where absent. */
  language?: string | undefined;
  /** IANA name; the browser's where absent. */
  timeZone?: string | undefined;
}

/** A value, and the record that it is from where that is not the one on screen. */
export interface KnownValue {
  value: string;
  from?: Contact | undefined;
}

/**
 * Values for the standard names: Chatwoot's (lib/platforms/chatwoot/README.md#variables),
 * `conversation.name`, `date`, `time` and `greeting`. Names of people get their first letters raised and the
 * rest left as it is; "Last, First" is turned; the last name is the last word, and absent for a name of one
 * word. A number, an address or signs are no name. What is not known has no entry.
 *
 * Anybody who types a customer's address into a chat is taken for that customer. So the values come from the
 * record on screen; from others only what nobody can misuse, which is the name and the time of day, and more
 * only from those that are vouched for.
 */
export function variableValues(context: ReplyContext): Map<string, string> {
  return new Map([...knownValues(context)].map(([name, { value }]) => [name, value]));
}

/** Those of `variableValues` that come from a record other than the one on screen. */
export function borrowedValues(context: ReplyContext): Map<string, KnownValue> {
  return new Map([...knownValues(context)].filter(([, { from }]) => from !== undefined));
}

/** Values only in records that nothing vouches for: to be offered, never inserted unasked. */
export function valuesElsewhere(context: ReplyContext): Map<string, KnownValue> {
  const known = knownValues(context);
  const all = knownValues({ ...context, isVouchedFor: () => true });
  return new Map([...all].filter(([name]) => !known.has(name)));
}

function knownValues(context: ReplyContext): Map<string, KnownValue> {
  const { contact: shown, alsoKnownAs: others = [], isVouchedFor = () => false } = context;
  const values = new Map<string, KnownValue>();
  const put: Put = (name, value, record) => {
    if (value === undefined || value.trim() === '') return;
    const from = record === shown ? undefined : record;
    values.set(name, { value: value.trim(), from });
  };
  const onScreen = shown === undefined ? [] : [shown];
  const contacts = [...onScreen, ...others.filter(isVouchedFor)];
  const putFirst = (name: string, read: (contact: Contact) => string | undefined): void =>
    put(name, ...firstOf(contacts, read));
  put('contact.id', shown?.id);
  putName(put, 'contact', ...nameOnScreen(context));
  putFirst('contact.email', ({ emails }) => emails[0]);
  putFirst('contact.phone_number', ({ phones }) => phones[0]);
  putFirst('contact.company', ({ company }) => company);
  // The contact on screen comes last, so that its values win.
  for (const contact of contacts.toReversed()) {
    putAttributes(put, 'contact', contact.attributes, contact);
  }
  put('agent.id', context.agent?.id);
  putName(put, 'agent', context.agent?.name);
  put('agent.email', context.agent?.email);
  put('conversation.id', context.conversation?.id);
  put('conversation.name', context.conversation?.name);
  putAttributes(put, 'conversation', context.conversation?.attributes);
  put('inbox.id', context.inbox?.id);
  put('inbox.name', context.inbox?.name);
  put('account.id', context.account?.id);
  put('account.name', context.account?.name);
  for (const [name, value] of Object.entries(dateAndTime(context))) put(name, value);
  const everybody = [...onScreen, ...others];
  const [region, placed] = firstOf(everybody, (contact) => contact.region);
  const zoned = everybody.find(({ timeZone }) => timeZone && timeZone === context.timeZone);
  put('greeting', greetingAt({ ...context, region }), zoned ?? placed);
  return values;
}

/** Stores a value and the record it comes from; without a record it belongs to none. */
type Put = (name: string, value: string | undefined, record?: Contact) => void;

/** The first such value, and the record it comes from. */
type Found = [value?: string | undefined, record?: Contact | undefined];

function firstOf(
  contacts: readonly Contact[],
  read: (contact: Contact) => string | undefined,
): Found {
  const record = contacts.find((contact) => read(contact)?.trim());
  return record === undefined ? [] : [read(record), record];
}

/** What the record on screen says counts; where it has no name, the best that the others have. */
function nameOnScreen({ contact, alsoKnownAs = [], personName }: ReplyContext): Found {
  if (contact?.name !== undefined && isRealName(contact.name)) return [contact.name, contact];
  const others = [...alsoKnownAs.map(({ name }) => name), personName];
  const best = bestName(others.flatMap((name) => (name && isRealName(name) ? [name] : [])));
  return [best, alsoKnownAs.find(({ name }) => name?.trim().replace(/\s+/g, ' ') === best)];
}

function putName(put: Put, owner: string, called?: string, record?: Contact): void {
  if (called === undefined || !isRealName(called)) return;
  const { name, firstName, lastName } = spokenName(called);
  // A word without letters is not part of a name.
  const written = withoutRemarks(name)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
  const words = withoutTitles(written);
  // After a title alone comes the last name.
  const first = firstName ?? (words.length === 1 && written.length > 1 ? undefined : words[0]);
  put(`${owner}.name`, raised(name), record);
  put(`${owner}.first_name`, raised(first?.replace(/[,，،、]$/, '') ?? ''), record);
  const last = lastName ?? (written.length > 1 ? words.at(-1) : '') ?? '';
  put(`${owner}.last_name`, raised(last), record);
}

function raised(words: string): string {
  return words.replace(/(?<=^| )\p{L}/gu, raisedLetter);
}

/**
 * An attribute goes by its key as the platform has it, by the key in lower case
 * (lib/platforms/chatwoot/README.md#variables), and by its label with blanks or underscores. An exact match
 * takes precedence over one that only fits.
 */
function putAttributes(
  put: Put,
  owner: string,
  attributes: readonly Attribute[] | undefined,
  record?: Contact,
): void {
  for (const write of [
    ({ label }: Attribute) => label.trim().toLowerCase(),
    ({ label }: Attribute) => keyOfLabel(label),
    ({ label, key }: Attribute) => (key ?? keyOfLabel(label)).toLowerCase(),
    ({ label, key }: Attribute) => key ?? keyOfLabel(label),
  ]) {
    for (const attribute of attributes ?? []) {
      put(`${owner}.custom_attribute.${write(attribute)}`, attribute.value, record);
    }
  }
}

function dateAndTime({ now, language, timeZone }: ReplyContext): Record<string, string> {
  const locale = ifKnown(language, (name) => new Intl.DateTimeFormat(name));
  const zone = ifKnown(timeZone, (name) => new Intl.DateTimeFormat('en', { timeZone: name }));
  const format = (options: Intl.DateTimeFormatOptions, formatLocale = locale): string => {
    const zoned = zone === undefined ? options : { ...options, timeZone: zone };
    return new Intl.DateTimeFormat(formatLocale, zoned).format(now);
  };
  return {
    date: format({ dateStyle: 'medium' }),
    'date:short': format({ dateStyle: 'short' }),
    'date:long': format({ dateStyle: 'full' }),
    // Sweden writes dates as ISO 8601 does.
    'date:iso': format({ dateStyle: 'short' }, 'sv-SE'),
    time: format({ timeStyle: 'short' }),
  };
}

/** A name of a language or time zone, unless the browser throws at it. */
function ifKnown(name: string | undefined, attempt: (name: string) => unknown): string | undefined {
  if (name === undefined) return undefined;
  try {
    attempt(name);
    return name;
  } catch {
    return undefined;
  }
}
