import { completeContact } from '../identity/complete';
import type { Connection } from '../model/connection';
import type { Message } from '../model/history';
import type { Capture, PageContext } from '../model/page';
import { addressOf } from '../model/screen-place';
import type { PlatformDefinition } from '../platforms/contract/definition';
import { putTracked } from '../storage/put-tracked';
import { noteCaptured } from './captured-coverage';
import { hintsKey } from './hints-key';
import type { WorkerPorts } from './ports';
import { writeWithRoom } from './quota';
import { isQuotaError } from './quota-error';
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

/**
 * Stores what the page shows of a conversation, merged with what was seen of it before. Throws the
 * browser's quota error when there is no room left; the coverage says so then.
 */
export async function keepCapture(
  ports: WorkerPorts,
  place: TabPlace,
  capture: Capture,
): Promise<void> {
  const connection = await connectionOf(ports, place.origin, { platform: capture.platform });
  if (connection === undefined) return;
  const { mergeCapture } = ports.definitionOf(connection.platform);
  if (mergeCapture === undefined) return;
  try {
    await writeWithRoom(ports, () => merge(ports, connection, capture, mergeCapture));
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    const contactId = await contactOf(ports, connection, capture.conversationId);
    await noteCaptured(ports, connection, contactId, 'storage-full').catch(() => undefined);
    throw error;
  }
}

async function merge(
  ports: WorkerPorts,
  connection: Connection,
  { conversationId, items }: Capture,
  mergeCapture: NonNullable<PlatformDefinition['mergeCapture']>,
): Promise<void> {
  const { database } = ports;
  const tables = ['connections', 'sightings', 'contacts', 'conversations', 'messages', 'histories'];
  await database.transaction('rw', tables, async () => {
    if ((await database.connections.get(connection.id)) === undefined) return;
    const contactId = await contactOf(ports, connection, conversationId);
    const stored = await database.messages
      .where('[connectionId+conversationId]')
      .equals([connection.id, conversationId])
      .sortBy('sequence');
    const merged = mergeCapture(stored, items, {
      connectionId: connection.id,
      contactId,
      conversationId,
      now: ports.now(),
    });
    await noteCaptured(ports, connection, contactId);
    const changed = changedMessages(stored, merged);
    if (changed.length === 0) return;
    await putTracked(database.messages, changed);
    await keepConversation(ports, connection, conversationId, contactId, merged.at(-1)?.sentAt);
  });
}

/** Whom the conversation belongs to: the contact it stood for when it was last seen. */
async function contactOf(
  ports: WorkerPorts,
  connection: Connection,
  conversationId: string,
): Promise<string> {
  const address = `conversation:${conversationId}`;
  const sighting = await ports.database.sightings.get([connection.id, address]);
  return sighting?.contactId ?? conversationId;
}

/** A message that stayed as it was is the same object, or says the same. */
function changedMessages(stored: readonly Message[], merged: readonly Message[]): Message[] {
  const before = new Map(stored.map((message) => [message.id, message]));
  return merged.filter((message) => {
    const known = before.get(message.id);
    return known !== message && JSON.stringify(known) !== JSON.stringify(message);
  });
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
