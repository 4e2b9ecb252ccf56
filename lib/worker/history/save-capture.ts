import type { Connection } from '../../model/connection';
import type { Conversation, Message } from '../../model/history';
import type { Capture, CapturedItem } from '../../model/page';
import { conversationAddress } from '../../model/screen-address';
import type { PlatformDefinition } from '../../platforms/contract/definition';
import { putTracked } from '../../storage/put-tracked';
import type { WorkerPorts } from '../ports';
import { isQuotaError } from '../quota-error';
import { connectionOfPage, type PageTab } from '../screens';
import { writeWithRoom } from '../write-with-room';
import { saveCapturedCoverage } from './captured-coverage';
import { walkedOf } from './walk-reach';

/**
 * Stores what the page shows of a conversation, merged with what was seen of it before. Throws the
 * browser's quota error when there is no room left; the coverage says so then.
 */
export async function saveCapture(
  ports: WorkerPorts,
  tab: PageTab,
  capture: Capture,
): Promise<void> {
  const connection = await connectionOfPage(ports, tab.origin, { platform: capture.platform });
  if (connection === undefined) return;
  const { mergeCapture } = ports.definitionOf(connection.platform);
  if (mergeCapture === undefined) return;
  try {
    await writeWithRoom(ports, () => mergeIntoStored(ports, connection, capture, mergeCapture));
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    const contactId = await contactOfConversation(ports, connection, capture.conversationId);
    await saveCapturedCoverage(ports, connection, contactId, { reason: 'storage-full' }).catch(
      () => undefined,
    );
    throw error;
  }
}

async function mergeIntoStored(
  ports: WorkerPorts,
  connection: Connection,
  { conversationId, items }: Capture,
  mergeCapture: NonNullable<PlatformDefinition['mergeCapture']>,
): Promise<void> {
  const { database } = ports;
  const tables = ['connections', 'sightings', 'contacts', 'conversations', 'messages', 'histories'];
  await database.transaction('rw', tables, async () => {
    if ((await database.connections.get(connection.id)) === undefined) return;
    const contactId = await contactOfConversation(ports, connection, conversationId);
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
    const changed = changedMessages(stored, merged);
    const known = await database.conversations.get([connection.id, conversationId]);
    const readThrough =
      known?.readThrough && isSeenWhole(known.readThrough, merged, items)
        ? asOf(known.readThrough, ports.now(), changed.length > 0)
        : known?.readThrough;
    const walked = walkedOf({ readThrough }, merged);
    await saveCapturedCoverage(ports, connection, contactId, { walked });
    if (changed.length === 0 && readThrough?.asOf === known?.readThrough?.asOf) return;
    await putTracked(database.messages, changed);
    await saveConversation(ports, {
      connectionId: connection.id,
      id: conversationId,
      contactId,
      lastActivityAt: merged.at(-1)?.sentAt,
      readThrough,
    });
  });
}

/** The time up to which nothing is missing is written again no more often than this, while nothing comes. */
const renewMs = 10 * 60_000;

type ReadThrough = NonNullable<Conversation['readThrough']>;

/** Whether the page shows the newest message, and nothing is missing before it. */
function isSeenWhole(
  readThrough: ReadThrough,
  merged: readonly Message[],
  items: readonly CapturedItem[],
): boolean {
  const [newest, shown] = [merged.at(-1), items.at(-1)];
  const isNewest = newest?.text === shown?.text && newest?.direction === shown?.direction;
  return isNewest && walkedOf({ readThrough }, merged)?.hasGap !== true;
}

function asOf(before: ReadThrough, now: number, isNews: boolean): ReadThrough {
  return isNews || now - before.asOf >= renewMs ? { ...before, asOf: now } : before;
}

/** The contact the conversation belongs to: the one recorded for it when it was last seen. */
async function contactOfConversation(
  ports: WorkerPorts,
  connection: Connection,
  conversationId: string,
): Promise<string> {
  const address = conversationAddress(conversationId);
  const identity = await ports.database.sightings.get([connection.id, address]);
  return identity?.contactId ?? conversationId;
}

/** A message that did not change is the same object, or has the same content. */
function changedMessages(stored: readonly Message[], merged: readonly Message[]): Message[] {
  const before = new Map(stored.map((message) => [message.id, message]));
  return merged.filter((message) => {
    const known = before.get(message.id);
    return known !== message && JSON.stringify(known) !== JSON.stringify(message);
  });
}

async function saveConversation(
  { database }: WorkerPorts,
  seen: Pick<Conversation, 'connectionId' | 'id' | 'contactId' | 'lastActivityAt' | 'readThrough'>,
): Promise<void> {
  const contact = await database.contacts.get([seen.connectionId, seen.contactId]);
  await database.conversations.put({
    ...seen,
    channel: 'Live chat',
    status: 'unknown',
    url: contact?.url,
  });
}
