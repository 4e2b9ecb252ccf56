import type { Connection } from '../model/connection';
import { contactRef } from '../model/ids';
import type { PageContext } from '../model/page';
import type { ScreenRow } from '../model/screen';
import { addressOf } from './address';
import { knownContact } from './identify';
import type { WorkerPorts } from './ports';

export interface TabPlace {
  tabId: number;
  windowId: number;
  /** Origin of the page, from the browser, never from the page's message. */
  origin: string;
}

/**
 * Takes down what a helpdesk tab shows now. If the person was seen before, the panel has them at
 * once; otherwise the row says that they are to be identified. Returns whether the tab shows
 * something else than before.
 */
export async function showContext(
  ports: WorkerPorts,
  place: TabPlace,
  context: PageContext,
): Promise<boolean> {
  const before = await ports.database.screens.get(place.tabId);
  const connection = await connectionOf(ports, place.origin, context);
  const row = await screenRow(ports, place, context, connection);
  await ports.database.screens.put(row);
  return (
    before === undefined ||
    before.connectionId !== row.connectionId ||
    addressOf(before.context) !== addressOf(context)
  );
}

async function screenRow(
  ports: WorkerPorts,
  place: TabPlace,
  context: PageContext,
  connection: Connection | undefined,
): Promise<ScreenRow> {
  const row = { ...place, context };
  if (connection === undefined) return { ...row, phase: 'not-connected' };
  const connected = { ...row, connectionId: connection.id };
  if (addressOf(context) === undefined) return { ...connected, phase: 'no-person' };
  const contact = await knownContact(ports, connection.id, context);
  return contact === undefined
    ? { ...connected, phase: 'identifying' }
    : { ...connected, phase: 'identified', anchor: contactRef(contact) };
}

/** The connection a page belongs to: same platform and origin, and same account where it has any. */
export async function connectionOf(
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

/** Looks again at every open tab after a connection was added, changed or removed. */
export async function reassessScreens(ports: WorkerPorts): Promise<void> {
  for (const row of await ports.database.screens.toArray())
    await showContext(ports, row, row.context);
}
