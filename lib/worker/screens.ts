import { withLock } from '../async/with-lock';
import type { Connection } from '../model/connection';
import { contactRef } from '../model/ids';
import type { PageContext } from '../model/page';
import type { ScreenRow } from '../model/screen';
import { addressRef, screenAddress } from '../model/screen-address';
import { linkedToPage } from './people/linked-contacts';
import { contactOnPage, hintsKey } from './person-lookup/page-identities';
import type { WorkerPorts } from './ports';

export interface PageTab {
  tabId: number;
  windowId: number;
  /** Origin of the page, from the browser, never from the page's message. */
  origin: string;
}

/**
 * Does what comes from a tab, or is about what it shows, in the order in which it was asked for: work that
 * needs fewer reads would overtake the one before.
 */
export function inTurnOfTab<T>(
  { database }: Pick<WorkerPorts, 'database'>,
  tabId: number,
  work: () => Promise<T>,
): Promise<T> {
  return withLock(database, `tab ${tabId}`, work);
}

/**
 * Saves what a helpdesk tab shows now. If the person was seen before, the panel has them at
 * once; otherwise the row says that they are to be identified. Returns the tab's subject; what was
 * found out about the same subject stays.
 */
export async function saveScreen(
  ports: WorkerPorts,
  tab: PageTab,
  context: PageContext,
): Promise<string> {
  const connection = await connectionOfPage(ports, tab.origin, context);
  const subject = subjectOf(ports, connection, context);
  const { database } = ports;
  // Read and written in one go: who is on screen may be found out at this very moment.
  const isSame = await database.transaction('rw', database.screens, async () => {
    const before = await database.screens.get(tab.tabId);
    if (before?.subject !== subject) return false;
    await database.screens.put({ ...before, ...tab, context });
    return true;
  });
  if (isSame) return subject;
  const found = await knownIdentity(ports, context, connection);
  await database.transaction('rw', database.screens, async () => {
    const round = ((await database.screens.get(tab.tabId))?.round ?? 0) + 1;
    await database.screens.put({ ...tab, context, subject, round, ...found });
  });
  return subject;
}

function subjectOf(
  ports: WorkerPorts,
  connection: Connection | undefined,
  context: PageContext,
): string {
  const hints =
    connection === undefined ? '' : hintsKey(ports.definitionOf(connection.platform), context);
  const { view, unreadable = false } = context;
  const address = screenAddress(context) ?? null;
  return JSON.stringify([connection?.id ?? null, view, address, hints, unreadable]);
}

async function knownIdentity(
  ports: WorkerPorts,
  context: PageContext,
  connection: Connection | undefined,
): Promise<Pick<ScreenRow, 'connectionId' | 'anchor' | 'phase'>> {
  if (connection === undefined) return { phase: 'not-connected' };
  const connectionId = connection.id;
  if (screenAddress(context) === undefined) return { connectionId, phase: 'no-person' };
  const pageRef = addressRef({ connectionId, context });
  const contact =
    (await contactOnPage(ports, connection.id, context)) ??
    (pageRef && (await linkedToPage(ports.database, pageRef)));
  return contact === undefined
    ? { connectionId, phase: 'identifying' }
    : { connectionId, phase: 'identified', anchor: contactRef(contact) };
}

/** The connection a page belongs to: same platform and origin, and same account where it has any. */
export async function connectionOfPage(
  ports: WorkerPorts,
  origin: string,
  context: Pick<PageContext, 'platform' | 'account'>,
): Promise<Connection | undefined> {
  const candidates = await ports.database.connections
    .where('platform')
    .equals(context.platform)
    .toArray();
  return candidates.find(
    (each) =>
      each.pageOrigin === origin &&
      (context.account === undefined ||
        each.account === undefined ||
        each.account === context.account),
  );
}

/** Saves again which person a tab shows, after somebody set who that is, or took it back. */
export async function showScreenAgain(ports: WorkerPorts, shown: ScreenRow): Promise<void> {
  const { database } = ports;
  const connection = await database.connections.get(shown.connectionId ?? '');
  if (connection === undefined) return;
  const found = await knownIdentity(ports, shown.context, connection);
  await database.transaction('rw', database.screens, async () => {
    const row = await database.screens.get(shown.tabId);
    if (row?.subject !== shown.subject) return;
    const { anchor: _before, problem: _outdated, ...same } = row;
    await database.screens.put({ ...same, ...found });
  });
}

/** Decides again what every open tab shows after a connection was added, changed or removed. */
export async function reassessScreens(ports: WorkerPorts): Promise<void> {
  for (const tabId of await ports.database.screens.toCollection().primaryKeys()) {
    await inTurnOfTab(ports, tabId, () => reassessScreen(ports, tabId));
    await raiseRound(ports, tabId);
  }
}

async function reassessScreen(ports: WorkerPorts, tabId: number): Promise<void> {
  const { screens, connections } = ports.database;
  // Read in its turn: the tab may have turned to somebody else, or be gone.
  const row = await screens.get(tabId);
  if (row === undefined) return;
  const { windowId, origin, context } = row;
  if (row.isOpenedByHand !== true) await saveScreen(ports, { tabId, windowId, origin }, context);
  else if ((await connections.get(row.connectionId ?? '')) === undefined) {
    await screens.delete(tabId);
  }
}

/** Lets a panel that watches this tab ask again, because its work was given up. */
export async function raiseRound(
  ports: Pick<WorkerPorts, 'database'>,
  tabId: number,
): Promise<void> {
  await ports.database.screens
    .where('tabId')
    .equals(tabId)
    .modify((row) => {
      row.round += 1;
    });
}
