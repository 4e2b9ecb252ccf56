import type { Capture, PageContext } from '../model/page';
import { withVisibleOverrides } from '../text/visible-overrides';
import { HintChangeLimit } from './hint-change-limit';
import { saveCapturedContact } from './history/captured-contact';
import { saveCapture } from './history/save-capture';
import { saveWalk } from './history/walks';
import { closeOutlived } from './people/open-by-hand';
import { withVisitorsAddresses } from './person-lookup/visitor-addresses';
import type { WorkerPorts } from './ports';
import { type ActivityPorts, ActivityRefresh } from './refresh-on-activity';
import type { Handlers, VerifiedSender } from './router';
import { inTurnOfTab, type PageTab, saveScreen } from './screens';
import type { TabLoads } from './tab-loads';
import { writeOrForget, writeWithRoom } from './write-with-room';

type PageHandlers = Pick<
  Handlers,
  'page.context' | 'page.capture' | 'page.walk' | 'page.activity' | 'page.gone'
>;

/** What the worker does for each message of a helpdesk's page. */
export function pageHandlers(
  ports: WorkerPorts,
  browserPorts: ActivityPorts,
  tabLoads: TabLoads,
): PageHandlers {
  const activity = new ActivityRefresh(ports, browserPorts, tabLoads);
  const hintChanges = new HintChangeLimit(ports.now, browserPorts.wait);
  const inItsTurn = <T>(tabId: number, work: () => Promise<T>): Promise<T> =>
    inTurnOfTab(ports, tabId, work);
  return {
    'page.context': async ({ context: reported }, from) => {
      const tab = pageTabOf(from);
      if (!(await hintChanges.count(tab, reported))) return;
      await inItsTurn(tab.tabId, async () => {
        const save = async () => {
          const context = await withVisitorsAddresses(ports, tab, withVisibleName(reported));
          await saveCapturedContact(ports, tab, context);
          return { context, subject: await saveScreen(ports, tab, context) };
        };
        const forget = () => ports.database.screens.delete(tab.tabId);
        const { context, subject } = await writeOrForget(ports, save, forget);
        if (context.view === 'person') await closeOutlived(ports, tabLoads, tab.windowId);
        tabLoads.abortUnlessSubject(tab.tabId, subject);
      });
    },
    'page.capture': async (capture, from) => {
      const tab = pageTabOf(from);
      await inItsTurn(tab.tabId, () => saveCapture(ports, tab, withVisibleAuthors(capture)));
    },
    'page.walk': async (report, from) => {
      const tab = pageTabOf(from);
      await inItsTurn(tab.tabId, () => writeWithRoom(ports, () => saveWalk(ports, tab, report)));
    },
    'page.activity': (_nothing, from) => activity.happened(pageTabOf(from).tabId),
    'page.gone': async (_nothing, from) => {
      const { tabId } = pageTabOf(from);
      hintChanges.forget(tabId);
      await inItsTurn(tabId, async () => {
        tabLoads.abort(tabId);
        await ports.database.screens.delete(tabId);
      });
    },
  };
}

/** A page's names are shown as they are written, like those from a platform. */
function withVisibleName(context: PageContext): PageContext {
  const { name } = context.hints;
  if (name === undefined) return context;
  return { ...context, hints: { ...context.hints, name: withVisibleOverrides(name) } };
}

function withVisibleAuthors(capture: Capture): Capture {
  const items = capture.items.map((item) => ({
    ...item,
    author: item.author && withVisibleOverrides(item.author),
    attachments: item.attachments.map(withVisibleOverrides),
  }));
  return { ...capture, items };
}

function pageTabOf(from: VerifiedSender): PageTab {
  if (from.tab === undefined) throw new TypeError('not from a page');
  return from.tab;
}
