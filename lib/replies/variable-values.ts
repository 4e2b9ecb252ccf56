import { keyOfLabel } from '../identity/attributes';
import { bestName, isRealName, spokenName } from '../identity/person-name';
import type { Attribute, Contact } from '../model/contact';
import { greetingAt } from './greeting';

/** What is known where a response is to be inserted. */
export interface ReplyContext {
  /** The contact on screen. */
  contact?: Contact | undefined;
  /** The other contacts that are the same person: they fill in what the one on screen lacks. */
  alsoKnownAs?: readonly Contact[] | undefined;
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

/**
 * Values for the standard names: Chatwoot's (lib/platforms/chatwoot/README.md#variables),
 * `conversation.name`, `date`, `time` and `greeting`. Names of people get their first letters raised
 * and the rest left as it is; "Last, First" is turned; the last name is the last word, and absent for
 * a name of one word. A number, an address or signs are no name. What is not known has no entry.
 */
export function variableValues(context: ReplyContext): Map<string, string> {
  const values = new Map<string, string>();
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== '') values.set(name, value.trim());
  };
  const contacts = [context.contact, ...(context.alsoKnownAs ?? [])].filter(
    (contact) => contact !== undefined,
  );
  put('contact.id', context.contact?.id);
  putName(put, 'contact', nameOnScreen(context));
  put(
    'contact.email',
    firstOf(contacts, ({ emails }) => emails[0]),
  );
  put(
    'contact.phone_number',
    firstOf(contacts, ({ phones }) => phones[0]),
  );
  put(
    'contact.company',
    firstOf(contacts, ({ company }) => company),
  );
  // The contact on screen comes last, so that its word counts.
  for (const contact of contacts.toReversed()) putAttributes(put, 'contact', contact.attributes);
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
  const region = firstOf(contacts, (contact) => contact.region);
  put('greeting', greetingAt({ ...context, region }));
  return values;
}

type Put = (name: string, value: string | undefined) => void;

function firstOf(
  contacts: readonly Contact[],
  read: (contact: Contact) => string | undefined,
): string | undefined {
  return contacts.map(read).find((value) => value !== undefined && value.trim() !== '');
}

/** What the record on screen says counts; where it has no name, the best that the others have. */
function nameOnScreen({ contact, alsoKnownAs = [], personName }: ReplyContext): string | undefined {
  if (contact?.name !== undefined && isRealName(contact.name)) return contact.name;
  const others = [...alsoKnownAs.map(({ name }) => name), personName];
  return bestName(others.flatMap((name) => (name !== undefined && isRealName(name) ? [name] : [])));
}

function putName(put: Put, owner: string, written: string | undefined): void {
  if (written === undefined || !isRealName(written)) return;
  const { name, lastName } = spokenName(written);
  const words = name.split(' ');
  put(`${owner}.name`, raised(name));
  put(`${owner}.first_name`, raised(words[0]?.replace(/[,，]$/, '') ?? ''));
  put(`${owner}.last_name`, raised(lastName ?? (words.length > 1 ? words.at(-1) : '') ?? ''));
}

function raised(words: string): string {
  return words.replace(/(?<=^| )\p{L}/gu, (letter) => letter.toLocaleUpperCase('en'));
}

/**
 * An attribute goes by its key as the platform has it, by the key in lower case
 * (lib/platforms/chatwoot/README.md#variables), and by its label with blanks or underscores. What
 * is written exactly so counts before what only fits.
 */
function putAttributes(
  put: Put,
  owner: string,
  attributes: readonly Attribute[] | undefined,
): void {
  for (const write of [
    ({ label }: Attribute) => label.trim().toLowerCase(),
    ({ label }: Attribute) => keyOfLabel(label),
    ({ label, key }: Attribute) => (key ?? keyOfLabel(label)).toLowerCase(),
    ({ label, key }: Attribute) => key ?? keyOfLabel(label),
  ]) {
    for (const attribute of attributes ?? []) {
      put(`${owner}.custom_attribute.${write(attribute)}`, attribute.value);
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
