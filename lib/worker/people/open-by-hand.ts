import { type ContactKey, contactRef } from '../../model/ids';
import type { ScreenRow } from '../../model/screen';
import { openedTabId } from '../../storage/shown-screen';
import type { WorkerPorts } from '../ports';
import type { TabLoads } from '../tab-loads';

/**
 * Shows a stored contact in a window's panel although no tab does; another one takes the place of
 * the one before. A contact that is no longer stored opens nothing.
 */
export async function openByHand(
  { database }: WorkerPorts,
  tabLoads: TabLoads,
  windowId: number,
  { connectionId, id }: ContactKey,
): Promise<void> {
  const tabId = openedTabId(windowId);
  const [connection, contact, before] = await Promise.all([
    database.connections.get(connectionId),
    database.contacts.get([connectionId, id]),
    database.screens.get(tabId),
  ]);
  if (connection === undefined || contact === undefined) return;
  const anchor = contactRef(contact);
  const opened: ScreenRow = {
    tabId,
    windowId,
    origin: connection.pageOrigin,
    connectionId,
    context: {
      platform: contact.platform,
      view: 'person',
      contactId: id,
      hints: { emails: [], phones: [] },
      composer: 'none',
    },
    subject: `opened by hand ${anchor}`,
    round: (before?.round ?? 0) + 1,
    anchor,
    phase: 'identified',
    isOpenedByHand: true,
  };
  tabLoads.abortUnlessSubject(tabId, opened.subject);
  await database.screens.put(opened);
}

/** Closes whom somebody opened by hand in a window, if anybody. */
export async function closeOpened(
  { database }: Pick<WorkerPorts, 'database'>,
  tabLoads: TabLoads,
  windowId: number,
): Promise<void> {
  const tabId = openedTabId(windowId);
  tabLoads.abort(tabId);
  await database.screens.delete(tabId);
}
