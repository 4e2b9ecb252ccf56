import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import { normaliseEmail } from '../../identity/email';
import { isGenericAddress } from '../../identity/email-kinds';
import { normalisePhone } from '../../identity/phone';
import type { Contact, Identifier } from '../../model/contact';
import { isJsonObject } from '../../model/json-object';
import type { PageContext } from '../../model/page';
import type { ApiPorts, Identification } from '../contract/api';
import { keysOf } from '../shared/field-values';
import { unidentified } from '../shared/unidentified';
import { acceptLink, isErrorInSuccess, readAnswer } from './calls';
import { toContact } from './contacts';
import { readDirectoryPage } from './contacts-directory';
import { chatIdOf } from './history/progress';
import { visitorSchema } from './schemas';
import { toldLinks } from './told-links';

/** Each candidate costs one call, half a second after the previous one. */
const maxCandidates = 20;

/**
 * Who is on screen. The id in the page's address may be the API's own visitor id or one of
 * Chaport's other id spaces, which the API does not know. So, in order: the id; the identifiers the
 * page shows; the newest visitors whose last or older chats include the chat on screen.
 */
export async function identifyVisitor(
  ports: ApiPorts,
  context: PageContext,
  signal: AbortSignal,
): Promise<Identification> {
  if (context.contactId !== undefined) {
    const contact = await readVisitor(ports, context.contactId, signal);
    if (contact !== undefined) return { kind: 'contact', contact, dropped: 0 };
  }
  const identifiers = identifiersOf(context);
  if (identifiers.length > 0) return { kind: 'look-for', identifiers };
  return context.conversationId === undefined
    ? nobody(ports, 0)
    : matchByChat(ports, context.conversationId, signal);
}

/**
 * A visitor by the API's id; `undefined` where the API does not know it. Throws `TransportError` for
 * every other failure.
 */
export async function readVisitor(
  ports: ApiPorts,
  id: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  try {
    const response = await ports.transport.send({
      method: 'GET',
      path: path`/api/v1/visitors/${id}`,
      signal,
    });
    const visitor = v.safeParse(visitorSchema, readAnswer(response).result);
    if (!visitor.success) return undefined;
    return toContact(visitor.output, ports.connection.id, ports.now());
  } catch (error) {
    if (error instanceof TransportError && isUnknownId(error, id)) return undefined;
    throw error;
  }
}

/**
 * How the API answers for an id of another space is not known: 404, 403 or another 4xx, a success that holds
 * an error, and perhaps 500 for an id that does not have the API's form of 24 hexadecimal characters. A key
 * that is allowed nothing at all shows in the next call.
 */
function isUnknownId(error: TransportError, id: string): boolean {
  if (['not-found', 'refused', 'forbidden'].includes(error.failure)) return true;
  if (isErrorInSuccess(error)) return true;
  return error.failure === 'server-error' && !/^[0-9a-f]{24}$/.test(id);
}

/** Role addresses belong to no one person, so they do not say who is on screen. */
function identifiersOf(context: PageContext): Identifier[] {
  const emails = keysOf(context.hints.emails, normaliseEmail);
  const phones = keysOf(context.hints.phones, (phone) => normalisePhone(phone));
  return [
    ...emails
      .filter((value) => !isGenericAddress(value))
      .map((value): Identifier => ({ kind: 'email', value })),
    ...phones.map((value): Identifier => ({ kind: 'phone', value })),
  ];
}

async function matchByChat(
  ports: ApiPorts,
  chatId: string,
  signal: AbortSignal,
): Promise<Identification> {
  const page = await readDirectoryPage(ports, undefined, signal);
  const contact = await visitorWithChat(ports, page.contacts, chatId, signal);
  return contact === undefined
    ? nobody(ports, Math.min(page.contacts.length, maxCandidates))
    : { kind: 'contact', contact, dropped: page.dropped };
}

/**
 * Which of the first visitors of a list has this chat as their last or an older one; `undefined` where
 * none does. Throws `TransportError`.
 */
export async function visitorWithChat(
  ports: ApiPorts,
  visitors: readonly Contact[],
  chatId: string,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  for (const visitor of visitors.slice(0, maxCandidates)) {
    if ((await chatIdsOf(ports, visitor.id, signal)).has(chatId)) return visitor;
  }
  return undefined;
}

async function chatIdsOf(ports: ApiPorts, id: string, signal: AbortSignal): Promise<Set<string>> {
  try {
    const response = await ports.transport.send({
      method: 'GET',
      path: path`/api/v1/visitors/${id}/chats`,
      signal,
    });
    const answer = readAnswer(response);
    const ids = new Set<string>();
    for (const chat of [answer.result].flat()) {
      if (isJsonObject(chat)) ids.add(String(chat.id));
    }
    for (const text of toldLinks(answer.body, 'more').links) {
      const link = acceptLink(text, ports.connection.apiOrigin);
      const older = link === undefined ? text : chatIdOf(link);
      if (older !== undefined) ids.add(older);
    }
    return ids;
  } catch (error) {
    // A visitor whose chats cannot be read must not hide the others.
    const isAboutAll = !(error instanceof TransportError) || !isUnknownId(error, '');
    if (isAboutAll) throw error;
    return new Set();
  }
}

function nobody(ports: ApiPorts, searched: number): Identification {
  return unidentified(ports.now(), { reason: 'no-identifier', searched: searched || undefined });
}
