import type { Connection } from '../../model/connection';
import type { Conversation, Message } from '../../model/history';
import type { ScreenRow } from '../../model/screen';
import { isWalkProof, type WalkReport, type WalkState } from '../../model/walk';
import type { WorkerPorts } from '../ports';
import { connectionOfPage, type PageTab, raiseRound } from '../screens';
import { saveCapturedCoverage } from './captured-coverage';
import type { WalkLink } from './walk-link';
import { walkedOf } from './walk-reach';

/**
 * Has the conversation on screen read off its page, or that stopped. A page that cannot be reached is
 * reported as the end of the walk.
 */
export async function orderWalk(
  ports: WorkerPorts,
  link: WalkLink,
  { tabId, context, isOpenedByHand }: ScreenRow,
  action: 'start' | 'stop',
): Promise<void> {
  const { conversationId } = context;
  if (conversationId === undefined || isOpenedByHand === true) return;
  const isTaken =
    action === 'start' ? await link.start(tabId, conversationId) : await link.stop(tabId);
  if (isTaken) return;
  await changeWalk(ports, { tabId, conversationId }, (before) => {
    // There was nothing left to stop: the walk had already ended by itself.
    if (action === 'stop' && before?.end !== undefined) return before;
    const { count = 0, reachesBackTo } = before ?? {};
    return { conversationId, count, reachesBackTo, end: 'page-gone', heardAt: ports.now() };
  });
}

/**
 * Keeps how far a page is read, for the panel, and at the end what that proves. Nothing where the tab
 * shows another account's conversation by now; of one that was left for another of the same account, only how
 * far it was read: a page proves nothing of what it does not show.
 */
export async function saveWalk(
  ports: WorkerPorts,
  tab: PageTab,
  { platform, conversationId, count, oldest, end }: WalkReport,
): Promise<void> {
  const connection = await connectionOfPage(ports, tab.origin, { platform });
  if (connection === undefined) return;
  const now = ports.now();
  const capturedAt = ports.definitionOf(connection.platform).capturedAt;
  const reachesBackTo = oldest && capturedAt?.(oldest, now);
  const state: WalkState = { conversationId, count, reachesBackTo, end, heardAt: now };
  const shown = { tabId: tab.tabId, conversationId, connectionId: connection.id };
  const isShown = await changeWalk(ports, shown, () => state);
  if (end === undefined) return;
  // A walk that read nothing says nothing about what was read before.
  const isKept = isWalkProof(end) ? isShown : count > 0 && (await isOfAccount(ports, shown));
  if (!isKept) return;
  await saveReadThrough(ports, connection, { conversationId, end });
  // What the panel shows about the coverage is worked out again.
  if (isShown) await raiseRound(ports, tab.tabId);
}

/** Only while the tab shows this conversation; false where it does not. */
async function changeWalk(
  { database }: WorkerPorts,
  shown: Pick<ScreenRow, 'tabId' | 'connectionId'> & { conversationId: string },
  change: (before: WalkState | undefined) => WalkState,
): Promise<boolean> {
  const { tabId, connectionId, conversationId } = shown;
  const changed = await database.screens
    .where('tabId')
    .equals(tabId)
    .and(({ context }) => context.conversationId === conversationId)
    .and((row) => connectionId === undefined || row.connectionId === connectionId)
    .modify((row) => {
      row.walk = change(row.walk);
    });
  return changed > 0;
}

async function isOfAccount(
  { database }: WorkerPorts,
  { tabId, connectionId }: Pick<ScreenRow, 'tabId' | 'connectionId'>,
): Promise<boolean> {
  return (await database.screens.get(tabId))?.connectionId === connectionId;
}

async function saveReadThrough(
  ports: WorkerPorts,
  connection: Connection,
  { conversationId, end }: { conversationId: string; end: NonNullable<WalkReport['end']> },
): Promise<void> {
  const { database } = ports;
  const tables = ['conversations', 'messages', 'histories'];
  await database.transaction('rw', tables, async () => {
    const key: [string, string] = [connection.id, conversationId];
    const conversation = await database.conversations.get(key);
    if (conversation === undefined) return;
    const messages = await database.messages
      .where('[connectionId+conversationId]')
      .equals(key)
      .sortBy('sequence');
    const readThrough = readThroughAfter(conversation, messages, end, ports.now());
    const { contactId } = conversation;
    await database.conversations.put({ ...conversation, readThrough });
    const walked = walkedOf({ readThrough }, messages);
    await saveCapturedCoverage(ports, connection, contactId, { walked });
  });
}

/** A walk that was stopped takes back nothing of what an earlier one proved. */
function readThroughAfter(
  { readThrough: before }: Conversation,
  [first]: readonly Message[],
  end: NonNullable<WalkReport['end']>,
  now: number,
): Conversation['readThrough'] {
  if (isWalkProof(end)) return { proof: end, firstId: first?.id, asOf: now };
  const isProven = before?.proof !== undefined && before.firstId === first?.id;
  return isProven ? before : { asOf: now };
}
