import type { Payload } from '../../messaging/commands';
import type { InsertRequest } from '../../messaging/page-request';
import type { InsertOutcome, Refusal } from '../../model/insertion';
import type { ScreenRow } from '../../model/screen';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import type { PageLink } from './page-link';

type ScreenOfWindow = (windowId: number) => Promise<ScreenRow | undefined>;

/**
 * Has text put into the composer of the tab in front. Refused when that is another tab, or is no longer about
 * the subject and the conversation that the text was written for. The page checks once more, right before and
 * after. Counts the use of the response it came from.
 */
export async function insertOnPage(
  ports: WorkerPorts,
  link: PageLink,
  screenOfWindow: ScreenOfWindow,
  command: Payload<'panel.insert'>,
): Promise<InsertOutcome> {
  const { insertionId, mode, text, reply } = command;
  const screen = await screenOfWindow(command.windowId);
  if (screen === undefined || screen.isOpenedByHand === true) return refused('page-gone');
  // This comes first: a page that may not be read any more cannot say whom it shows either.
  if (!(await link.isPermitted(screen.origin))) return refused('permission-missing');
  if (!isWrittenFor(screen, command)) return refused('wrong-contact');
  const { platform, account, conversationId, contactId } = screen.context;
  const request: InsertRequest = {
    type: 'worker.insert',
    insertionId,
    text,
    mode,
    expected: { origin: screen.origin, platform, account, conversationId, contactId },
  };
  const outcome = await askPage(link, screen, request);
  if (outcome.kind === 'inserted' && reply !== undefined) {
    // The text is in, whether that can be counted or not, and however long it takes.
    countUse(ports, reply).catch(() => undefined);
  }
  return outcome;
}

/**
 * Whether a text was written for what the tab shows. A page may tell a moment later which of the contact's
 * conversations it shows: a text from before that contains nothing of any conversation.
 */
function isWrittenFor(
  { tabId, subject, context }: ScreenRow,
  text: Pick<Payload<'panel.insert'>, 'tabId' | 'subject' | 'conversationId'>,
): boolean {
  const { conversationId = context.conversationId } = text;
  return (
    tabId === text.tabId && subject === text.subject && conversationId === context.conversationId
  );
}

/** Has an insertion taken back; the page knows whether it still can. Refused while another tab is in front. */
export async function undoOnPage(
  link: PageLink,
  screenOfWindow: ScreenOfWindow,
  { windowId, tabId, insertionId }: Payload<'panel.undo-insert'>,
): Promise<InsertOutcome> {
  const screen = await screenOfWindow(windowId);
  if (screen === undefined || screen.isOpenedByHand === true) return refused('page-gone');
  if (!(await link.isPermitted(screen.origin))) return refused('permission-missing');
  if (screen.tabId !== tabId) return refused('wrong-contact');
  return askPage(link, screen, { type: 'worker.undo-insert', insertionId });
}

async function askPage(
  link: PageLink,
  screen: ScreenRow,
  request: Parameters<PageLink['ask']>[1],
): Promise<InsertOutcome> {
  const answer = await link.ask(screen.tabId, request);
  if (answer === 'gone') return refused('page-gone');
  // The question may have arrived, and the text may be there.
  return answer === 'unreachable' ? { kind: 'doubtful' } : answer;
}

function refused(reason: Refusal): InsertOutcome {
  return { kind: 'refused', reason };
}

/** Counts that a response was inserted, in this browser only. One that is gone is not counted. */
export async function countUse(
  ports: WorkerPorts,
  { source, id }: { source: string; id: string },
): Promise<void> {
  const { database } = ports;
  await writeWithRoom(ports, () =>
    database.transaction('rw', database.replies, database.usage, async () => {
      if ((await database.replies.get([source, id])) === undefined) return;
      const before = await database.usage.get([source, id]);
      const count = (before?.count ?? 0) + 1;
      await database.usage.put({ source, id, count, lastUsedAt: ports.now() });
    }),
  );
}
