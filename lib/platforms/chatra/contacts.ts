import * as v from 'valibot';
import { normaliseEmail } from '../../identity/email';
import { normalisePhone } from '../../identity/phone';
import { readAttributes } from '../../identity/read-attributes';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { isJsonObject } from '../../model/json-object';
import type { PageContext } from '../../model/page';
import { withVisibleOverrides } from '../../text/visible-overrides';
import type { ApiPorts, Identification } from '../contract/api';
import { lines } from '../shared/field-schemas';
import { clip, keysOf, languageTag } from '../shared/field-values';
import { unidentified } from '../shared/unidentified';
import type { ClientByChat } from './calls';
import type { Client } from './schemas';

/** Which connection a client was read from, and when. */
interface ClientOrigin {
  connection: Connection;
  /** Epoch ms. */
  now: number;
}

/** Who is on screen, by the page and, where it answers, the API. Throws `TransportError`. */
export async function identifyClient(
  ports: ApiPorts,
  clients: ClientByChat,
  context: PageContext,
  signal: AbortSignal,
): Promise<Identification> {
  const origin = { connection: ports.connection, now: ports.now() };
  const seen = contactFromPage(context, origin);
  if (seen === undefined) return unidentified(origin.now, { reason: 'no-identifier' });
  const client = await clients.read(seen.id, signal);
  // A client that names another chat is not the one on screen, whatever the reason for the answer.
  const isOnScreen = client !== undefined && (client.chatId ?? seen.id) === seen.id;
  const contact = isOnScreen ? contactFromClient(client, context, seen.id, origin) : seen;
  return { kind: 'contact', contact, dropped: 0 };
}

/**
 * The contact that a page shows, from the page alone. The id is the chat's, which is in the page's
 * address; the API knows clients by another, secret id. `undefined` when no chat is open.
 */
export function contactFromPage(context: PageContext, origin: ClientOrigin): Contact | undefined {
  if (context.view !== 'person' || context.conversationId === undefined) return undefined;
  const { name, emails, phones } = context.hints;
  return buildContact(context.conversationId, origin, { ...namesOf(name), emails, phones });
}

/**
 * The contact on screen as the API tells it, completed by the page. `info` is read first, then
 * `basicInfo`, then `integrationData`; the spelling of their keys is not certain, so upper and
 * lower case are not told apart. The client's id becomes the handle: whoever knows it can reach
 * the conversation, so it is shown nowhere.
 */
export function contactFromClient(
  client: Client,
  context: PageContext,
  chatId: string,
  origin: ClientOrigin,
): Contact {
  const sources = [client.info, client.basicInfo, client.integrationData];
  const every = (key: string) => sources.flatMap((source) => textsUnderKey(source, key));
  const name = every('name')[0];
  const shown = client.displayedName ?? context.hints.name;
  return {
    ...buildContact(chatId, origin, {
      // What the page shows for somebody without a name is a label that Chatra made up.
      ...(name === undefined && shown === client.displayedName
        ? { placeholderName: shown }
        : namesOf(name ?? shown)),
      emails: [...every('email'), ...context.hints.emails],
      phones: [...every('phone'), ...context.hints.phones],
    }),
    language: languageTag(client.language),
    location: readLocation(client.location),
    attributes: readAttributes(
      Object.fromEntries(
        Object.entries(client.integrationData).filter(([key]) => !mainKeys.has(key.toLowerCase())),
      ),
    ),
    handle: client.id,
  };
}

/** What appears elsewhere in a contact, and the agents' notes, which are not attributes. */
const mainKeys: ReadonlySet<string> = new Set(['name', 'email', 'phone', 'notes']);

interface ContactDetails {
  name?: string | undefined;
  placeholderName?: string | undefined;
  emails: readonly string[];
  phones: readonly string[];
}

function buildContact(
  id: string,
  { connection, now }: ClientOrigin,
  known: ContactDetails,
): Contact {
  return {
    connectionId: connection.id,
    platform: 'chatra',
    id,
    name: known.name,
    placeholderName: known.placeholderName,
    emails: distinct(known.emails, normaliseEmail),
    phones: distinct(known.phones, (phone) => normalisePhone(phone)),
    emailKeys: keysOf(known.emails, normaliseEmail),
    phoneKeys: keysOf(known.phones, (phone) => normalisePhone(phone)),
    externalIds: [],
    url: `${connection.pageOrigin}/conversations/${encodeURIComponent(id)}`,
    fetchedAt: now,
  };
}

/** As written, without those that are the same in another spelling. */
function distinct(list: readonly string[], normalise: (raw: string) => string | undefined) {
  const byKey = new Map<string, string>();
  for (const entry of list) {
    const key = normalise(entry) ?? entry.trim();
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return [...byKey.values()];
}

/** A title like "Visitor #12" is a label that nobody chose. */
function namesOf(name: string | undefined): Pick<ContactDetails, 'name' | 'placeholderName'> {
  if (name === undefined) return {};
  const shown = withVisibleOverrides(name);
  return /[#№] ?\d+$/.test(name) ? { placeholderName: shown } : { name: shown };
}

/** Texts under a key in any case; a phone may come as a number, or in a list. */
function textsUnderKey(source: Readonly<Record<string, unknown>>, key: string): string[] {
  return Object.entries(source).flatMap(([name, value]) =>
    name.toLowerCase() === key ? v.parse(lines, value) : [],
  );
}

function readLocation(location: unknown): string | undefined {
  if (typeof location === 'string') return clip(location.trim()) || undefined;
  if (!isJsonObject(location)) return undefined;
  const words = ['city', 'country'].flatMap((key) => textsUnderKey(location, key));
  return words.length === 0 ? undefined : clip(words.join(', '));
}
