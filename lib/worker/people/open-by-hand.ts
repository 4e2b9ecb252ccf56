import type { ContactKey } from '../../model/ids';
import type { ScreenRow } from '../../model/screen';
import { emptyContext } from '../../platforms/shared/page/empty-context';
import type { DesksideDatabase } from '../../storage/database';
import { openedContact, openedTabId } from '../../storage/shown-screen';
import type { WorkerPorts } from '../ports';
import type { TabLoads } from '../tab-loads';

interface ByHand {
  contact: ContactKey;
  /** Over the conversation in front, and closed with it. */
  isOverTab?: boolean | undefined;
}

/**
 * Shows a stored contact in a window's panel although no tab does, if wanted over the conversation in
 * front; another one takes the place of the one before. A contact that is no longer stored opens nothing.
 */
export async function openByHand(
  { database }: WorkerPorts,
  tabLoads: TabLoads,
  windowId: number,
  { contact: { connectionId, id }, isOverTab = false }: ByHand,
): Promise<void> {
  const tabId = openedTabId(windowId);
  const [connection, contact, before, front] = await Promise.all([
    database.connections.get(connectionId),
    database.contacts.get([connectionId, id]),
    database.screens.get(tabId),
    isOverTab ? screenInFront(database, windowId) : undefined,
  ]);
  if (connection === undefined || contact === undefined) return;
  const opened: ScreenRow = {
    tabId,
    windowId,
    origin: connection.pageOrigin,
    connectionId,
    ...openedContact(contact, emptyContext(contact.platform, 'person')),
    round: (before?.round ?? 0) + 1,
    phase: 'identified',
    isOpenedByHand: true,
    over: front?.subject,
  };
  tabLoads.abortUnlessSubject(tabId, opened.subject);
  await database.screens.put(opened);
}

async function screenInFront(
  database: DesksideDatabase,
  windowId: number,
): Promise<ScreenRow | undefined> {
  const front = await database.windows.get(windowId);
  return front && database.screens.get(front.tabId);
}

/**
 * Closes the person whom somebody opened over a conversation that is no longer in front, or where none was
 * and one has come there since. Whatever else the tabs of the window report closes nobody.
 */
export async function closeOutlived(
  ports: Pick<WorkerPorts, 'database'>,
  tabLoads: TabLoads,
  windowId: number,
): Promise<void> {
  const opened = await ports.database.screens.get(openedTabId(windowId));
  if (opened === undefined) return;
  const front = await screenInFront(ports.database, windowId);
  const isOutlived =
    opened.over === undefined ? front?.context.view === 'person' : front?.subject !== opened.over;
  if (isOutlived) await closeOpened(ports, tabLoads, windowId);
}

/** Closes the person whom somebody opened by hand in a window, if there is one. */
export async function closeOpened(
  { database }: Pick<WorkerPorts, 'database'>,
  tabLoads: TabLoads,
  windowId: number,
): Promise<void> {
  const tabId = openedTabId(windowId);
  tabLoads.abort(tabId);
  await database.screens.delete(tabId);
}
