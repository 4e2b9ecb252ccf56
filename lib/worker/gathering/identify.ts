import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { contactRef } from '../../model/ids';
import type { PageContext } from '../../model/page';
import { addressOf, placeRef } from '../../model/screen-place';
import { isFresh } from '../freshness';
import { hintsKey } from '../hints-key';
import { mergeSeen } from '../history/seen-contact';
import { rekeyDecisions } from '../people/decisions';
import { moveIfKnown } from '../people/follow-merge';
import { linkedToPlace } from '../people/links';
import type { WorkerPorts } from '../ports';
import { lookUp } from './lookup';

export type WhoIsOnScreen =
  | { contact: Contact; problem?: undefined }
  | { contact?: undefined; problem: Coverage };

/** Whom this address stood for when it was last seen; `undefined` for a new one. */
export async function knownContact(
  ports: WorkerPorts,
  connectionId: string,
  context: PageContext,
): Promise<Contact | undefined> {
  const address = addressOf(context);
  if (address === undefined) return undefined;
  const sighting = await ports.database.sightings.get([connectionId, address]);
  if (sighting === undefined) return undefined;
  return ports.database.contacts.get([connectionId, sighting.contactId]);
}

/**
 * Tells the contact on screen, from the store while fresh, else from the platform, else by what a
 * person said about this page; remembers the platform's answer for the address. Throws
 * `TransportError` when the platform fails.
 */
export async function identify(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  options: { signal: AbortSignal; force: boolean },
): Promise<WhoIsOnScreen> {
  const stored = await knownContact(ports, connection.id, context);
  if (stored !== undefined && !options.force && (await isFreshSighting(ports, stored, context))) {
    return { contact: stored };
  }
  const answer = await ports.apiOf(connection).identify(context, options.signal);
  options.signal.throwIfAborted();
  if (answer.kind === 'unknown') return byHandOr(ports, connection, context, answer.coverage);
  if (answer.kind === 'contact') {
    const contact = await keepTold(ports, connection, answer.contact);
    if (context.contactId !== undefined && context.contactId !== contact.id) {
      // The platform answers for an old id with the contact into which it was merged.
      await moveIfKnown(ports, { connectionId: connection.id, id: context.contactId }, contact);
    }
    await rememberSighting(ports, connection, context, contact.id);
    return { contact };
  }
  const found = await lookUp(ports, connection, answer.identifiers, {
    ...options,
    storedOnly: false,
    onProgress: async () => undefined,
  });
  const [contact] = found.contacts;
  if (contact === undefined) return byHandOr(ports, connection, context, found.coverage);
  await rememberSighting(ports, connection, context, contact.id);
  return { contact };
}

async function byHandOr(
  { database }: WorkerPorts,
  { id: connectionId }: Connection,
  context: PageContext,
  problem: Coverage,
): Promise<WhoIsOnScreen> {
  const place = placeRef({ connectionId, context });
  const contact = place === undefined ? undefined : await linkedToPlace(database, place);
  return contact === undefined ? { problem } : { contact };
}

/**
 * Stores a contact that a platform told, and returns what is known of it now; where the page is a
 * source, what it showed earlier is not lost.
 */
export async function keepTold(
  ports: WorkerPorts,
  connection: Connection,
  told: Contact,
): Promise<Contact> {
  const { contactFromPage } = ports.definitionOf(connection.platform);
  const { contacts } = ports.database;
  return ports.database.transaction('rw', contacts, async () => {
    const stored = await contacts.get([told.connectionId, told.id]);
    const contact = contactFromPage === undefined ? told : mergeSeen(stored, told);
    await contacts.put(contact);
    return contact;
  });
}

/**
 * Remembers which contact an address stands for. What a person said about the page while nobody
 * knew is from now on said about the contact.
 */
export async function rememberSighting(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  contactId: string,
): Promise<void> {
  const address = addressOf(context);
  if (address === undefined) return;
  await ports.database.sightings.put({
    connectionId: connection.id,
    address,
    contactId,
    hints: hintsKey(ports.definitionOf(connection.platform), context),
    identifiedAt: ports.now(),
  });
  const refOf = (id: string) => contactRef({ connectionId: connection.id, id });
  await rekeyDecisions(ports.database, refOf(address), refOf(contactId));
}

/** Whether the platform told a moment ago, for the same hints, who is at this address. */
async function isFreshSighting(
  ports: WorkerPorts,
  contact: Contact,
  context: PageContext,
): Promise<boolean> {
  const address = addressOf(context);
  const sighting = await ports.database.sightings.get([contact.connectionId, address ?? '']);
  const hints = hintsKey(ports.definitionOf(contact.platform), context);
  return sighting?.hints === hints && isFresh(sighting.identifiedAt, ports.now());
}
