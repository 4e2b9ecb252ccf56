import type { Connection } from '../model/connection';
import type { Capture, PageContext } from '../model/page';
import { addressOf, hintsKey } from './address';
import type { WorkerPorts } from './ports';
import { connectionOf, type TabPlace } from './screens';
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
  const tables = ['connections', 'contacts', 'sightings'];
  await ports.database.transaction('rw', tables, async () => {
    // Removed in the meantime: nothing of it may be written any more.
    if ((await ports.database.connections.get(connection.id)) === undefined) return;
    const stored = await ports.database.contacts.get([contact.connectionId, contact.id]);
    const fetchedAt = stored?.fetchedAt ?? 0;
    await ports.database.contacts.put({ ...mergeSeen(stored, contact), fetchedAt });
    await notePage(ports, connection, context, contact.id);
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

/** Stores what the page shows of a conversation, merged with what was seen of it before. */
export async function keepCapture(
  ports: WorkerPorts,
  place: TabPlace,
  capture: Capture,
): Promise<void> {
  const connection = await connectionOf(ports, place.origin, { platform: capture.platform });
  if (connection === undefined) return;
  const { mergeCapture } = ports.definitionOf(connection.platform);
  if (mergeCapture === undefined) return;
  const { database } = ports;
  const { conversationId } = capture;
  const address = `conversation:${conversationId}`;
  await database.transaction(
    'rw',
    ['connections', 'sightings', 'contacts', 'conversations', 'messages'],
    async () => {
      if ((await database.connections.get(connection.id)) === undefined) return;
      const sighting = await database.sightings.get([connection.id, address]);
      const contactId = sighting?.contactId ?? conversationId;
      const stored = await database.messages
        .where('[connectionId+conversationId]')
        .equals([connection.id, conversationId])
        .sortBy('sequence');
      const merged = mergeCapture(stored, capture.items, {
        connectionId: connection.id,
        contactId,
        conversationId,
        now: ports.now(),
      });
      if (JSON.stringify(merged) === JSON.stringify(stored)) return;
      await database.messages.bulkPut(merged);
      await keepConversation(ports, connection, conversationId, contactId, merged.at(-1)?.sentAt);
    },
  );
}

async function keepConversation(
  ports: WorkerPorts,
  connection: Connection,
  id: string,
  contactId: string,
  lastActivityAt: number | undefined,
): Promise<void> {
  const contact = await ports.database.contacts.get([connection.id, contactId]);
  await ports.database.conversations.put({
    connectionId: connection.id,
    id,
    contactId,
    channel: 'Live chat',
    status: 'unknown',
    lastActivityAt,
    url: contact?.url,
  });
}
