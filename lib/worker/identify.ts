import type { Connection } from '../model/connection';
import type { Contact } from '../model/contact';
import type { Coverage } from '../model/coverage';
import type { PageContext } from '../model/page';
import { addressOf, hintsKey } from './address';
import { isFresh } from './freshness';
import { lookUp } from './lookup';
import type { WorkerPorts } from './ports';
import { mergeSeen } from './seen-contact';

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
 * Tells the contact on screen, from the store while fresh, else from the platform; remembers the
 * answer for the address. Throws `TransportError` when the platform fails.
 */
export async function identify(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  options: { signal: AbortSignal; force: boolean },
): Promise<WhoIsOnScreen> {
  const stored = await knownContact(ports, connection.id, context);
  if (stored !== undefined && !options.force && isFresh(stored.fetchedAt, ports.now())) {
    if (await hintsUnchanged(ports, connection.id, context)) return { contact: stored };
  }
  const answer = await ports.apiOf(connection).identify(context, options.signal);
  options.signal.throwIfAborted();
  if (answer.kind === 'unknown') return { problem: answer.coverage };
  if (answer.kind === 'contact') {
    const contact = await keep(ports, connection, answer.contact);
    await rememberSighting(ports, connection.id, context, contact.id);
    return { contact };
  }
  const found = await lookUp(ports, connection, answer.identifiers, {
    ...options,
    storedOnly: false,
    onProgress: async () => undefined,
  });
  const [contact] = found.contacts;
  if (contact === undefined) return { problem: found.coverage };
  await rememberSighting(ports, connection.id, context, contact.id);
  return { contact };
}

/** Stores the contact; where the page is a source, what it showed earlier is not lost. */
async function keep(ports: WorkerPorts, connection: Connection, told: Contact): Promise<Contact> {
  const { contactFromPage } = ports.definitionOf(connection.platform);
  const key: [string, string] = [told.connectionId, told.id];
  const contact =
    contactFromPage === undefined ? told : mergeSeen(await ports.database.contacts.get(key), told);
  await ports.database.contacts.put(contact);
  return contact;
}

/** Remembers which contact an address stands for. */
export async function rememberSighting(
  ports: WorkerPorts,
  connectionId: string,
  context: PageContext,
  contactId: string,
): Promise<void> {
  const address = addressOf(context);
  if (address === undefined) return;
  await ports.database.sightings.put({
    connectionId,
    address,
    contactId,
    hints: hintsKey(context),
  });
}

async function hintsUnchanged(
  ports: WorkerPorts,
  connectionId: string,
  context: PageContext,
): Promise<boolean> {
  const address = addressOf(context);
  if (address === undefined) return true;
  const sighting = await ports.database.sightings.get([connectionId, address]);
  return sighting?.hints === hintsKey(context);
}
