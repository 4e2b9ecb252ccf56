import { completeContact } from '../../identity/complete';
import type { Connection } from '../../model/connection';
import type { PageContext } from '../../model/page';
import { addressOf } from '../../model/screen-place';
import { hintsKey } from '../hints-key';
import type { WorkerPorts } from '../ports';
import { connectionOf, type TabPlace } from '../screens';
import { noteCaptured } from './captured-coverage';
import { mergeSeen } from './seen-contact';

/**
 * On a platform without history the page is the only source: takes down the contact it shows, so
 * that the person is found again when they write elsewhere. Does nothing on other platforms.
 */
export async function keepContact(
  ports: WorkerPorts,
  place: TabPlace,
  context: PageContext,
): Promise<void> {
  const connection = await connectionOf(ports, place.origin, context);
  if (connection === undefined) return;
  const read = ports.definitionOf(connection.platform).contactFromPage;
  const contact = read?.(context, { connection, now: ports.now() });
  if (contact === undefined) return;
  const { database } = ports;
  const settings = await ports.peopleSettings?.();
  const tables = ['connections', 'contacts', 'sightings', 'histories'];
  await database.transaction('rw', tables, async () => {
    // Removed in the meantime: nothing of it may be written any more.
    if ((await database.connections.get(connection.id)) === undefined) return;
    const stored = await database.contacts.get([contact.connectionId, contact.id]);
    const fetchedAt = stored?.fetchedAt ?? 0;
    const merged = { ...mergeSeen(stored, contact), fetchedAt };
    await database.contacts.put(completeContact(merged, settings?.defaultRegion));
    await notePage(ports, connection, context, contact.id);
    await noteReadability(ports, connection, contact.id, context);
  });
}

/** The page told whom its address stands for; whether the platform was asked is another matter. */
async function notePage(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  contactId: string,
): Promise<void> {
  const address = addressOf(context);
  if (address === undefined) return;
  const { sightings } = ports.database;
  const stored = await sightings.get([connection.id, address]);
  const hints = hintsKey(ports.definitionOf(connection.platform), context);
  const same = stored?.contactId === contactId && stored.hints === hints;
  const identifiedAt = same ? stored.identifiedAt : undefined;
  await sightings.put({ connectionId: connection.id, address, contactId, hints, identifiedAt });
}

/** A page that cannot be read says so in the coverage, until it can be read again. */
async function noteReadability(
  ports: WorkerPorts,
  connection: Connection,
  contactId: string,
  { unreadable }: PageContext,
): Promise<void> {
  const row = await ports.database.histories.get([connection.id, contactId]);
  const wasUnreadable = row?.coverage.reason === 'page-unreadable';
  if (unreadable === true) await noteCaptured(ports, connection, contactId, 'page-unreadable');
  else if (wasUnreadable) await noteCaptured(ports, connection, contactId);
}
