import {
  describeDraft,
  removeConnection,
  saveConnection,
  testDraft,
} from './connections/connections';
import type { ConnectionPorts } from './connections/ports';
import type { DirectoryJobs } from './directory/jobs';
import { saveCapture } from './history/capture';
import { saveCapturedContact } from './history/captured-contact';
import { forgetHistories } from './history/drop-histories';
import { SCREEN_ITEMS } from './history/load';
import { applyRetention, type RetentionPorts } from './history/retention';
import { endVisits } from './history/visits';
import { noteHandlers } from './notes/handlers';
import type { NoteOutbox } from './notes/outbox';
import { peopleHandlers } from './people/handlers';
import { applyPhoneRegion } from './people/phone-region';
import { PeopleSearches } from './people/search';
import { writeWithRoom } from './quota';
import { type ActivityPorts, ActivityRefresh } from './refresh-on-activity';
import { replyHandlers } from './replies/handlers';
import type { ReplyPorts } from './replies/ports';
import type { Handlers, VerifiedSender } from './router';
import { type PageTab, reassessScreens, saveScreen } from './screens';
import type { TabLoads } from './tab-loads';
import { TabQueue } from './tab-queue';

/** The browser's part of the handlers; the worker puts it in. */
export interface BrowserPorts extends ActivityPorts {
  /** The tab in front of a window, as the browser says now. */
  activeTab(windowId: number): Promise<number | undefined>;
  openOptions(platform: string | undefined): Promise<void>;
  retention: RetentionPorts;
  replies: ReplyPorts;
}

/** What the worker does for each message. */
export function createHandlers(
  ports: ConnectionPorts,
  tabLoads: TabLoads,
  browserPorts: BrowserPorts,
  directoryJobs: DirectoryJobs,
  outbox: NoteOutbox,
): Handlers {
  const activity = new ActivityRefresh(ports, browserPorts);
  const queue = new TabQueue();
  const searches = new PeopleSearches(ports);
  const screenOfWindow = async (windowId: number) => {
    const tabId = await browserPorts.activeTab(windowId);
    if (tabId === undefined) return undefined;
    await writeWithRoom(ports, () => ports.database.windows.put({ windowId, tabId }));
    await endVisits(ports);
    return ports.database.screens.get(tabId);
  };

  return {
    ...peopleHandlers(ports, tabLoads, searches, screenOfWindow),
    ...replyHandlers(ports, screenOfWindow, browserPorts.replies),
    ...noteHandlers(ports, outbox, browserPorts.retention.readSettings),
    'page.context': async ({ context }, from) => {
      const tab = pageTabOf(from);
      await queue.run(tab.tabId, async () => {
        await writeWithRoom(ports, () => saveCapturedContact(ports, tab, context));
        const subject = await writeWithRoom(ports, () => saveScreen(ports, tab, context));
        tabLoads.abortUnlessSubject(tab.tabId, subject);
      });
    },
    'page.capture': async (capture, from) => {
      const tab = pageTabOf(from);
      await queue.run(tab.tabId, () => saveCapture(ports, tab, capture));
    },
    'page.activity': (_nothing, from) => activity.happened(pageTabOf(from).tabId),
    'page.gone': async (_nothing, from) => {
      const { tabId } = pageTabOf(from);
      await queue.run(tabId, async () => {
        tabLoads.abort(tabId);
        await ports.database.screens.delete(tabId);
      });
    },
    'panel.watch': async ({ windowId }) => {
      const screen = await screenOfWindow(windowId);
      if (screen !== undefined) await tabLoads.load(screen, { force: false });
    },
    'panel.refresh': async ({ windowId, connectionId }) => {
      const screen = await screenOfWindow(windowId);
      if (screen !== undefined) await tabLoads.load(screen, { force: true, only: connectionId });
    },
    'panel.more': async ({ windowId, connectionId }) => {
      const screen = await screenOfWindow(windowId);
      if (screen === undefined) return;
      await tabLoads.loadOlder(screen, { only: connectionId, wanted: SCREEN_ITEMS });
    },
    'panel.all': async ({ windowId, anchor }) => {
      const screen = await screenOfWindow(windowId);
      if (screen === undefined || (anchor ?? screen.anchor) !== screen.anchor) return;
      await tabLoads.loadOlder(screen, { wanted: Number.POSITIVE_INFINITY });
    },
    'panel.stop': async ({ windowId }) => {
      const screen = await screenOfWindow(windowId);
      if (screen !== undefined) tabLoads.abortOlder(screen.tabId);
    },
    'panel.directory': (command) => directoryJobs.command(command),
    'panel.connect': ({ platform }) => browserPorts.openOptions(platform),
    'options.describe': async (draft) => describeDraft(ports, draft),
    'options.test': (draft) => testDraft(ports, draft),
    'options.save': async (draft) => {
      await searches.stopAll();
      return saveConnection(ports, draft);
    },
    'options.remove': async ({ connectionId }) => {
      await searches.stopAll();
      await removeConnection(ports, connectionId);
    },
    'options.retention': async ({ days }) => {
      await browserPorts.retention.changeSettings({ retentionDays: days });
      await applyRetention(ports, browserPorts.retention);
    },
    'options.people': async (settings) => {
      await browserPorts.retention.changeSettings(settings);
      await tabLoads.stopAll();
      await applyPhoneRegion(ports, settings.defaultRegion);
      await reassessScreens(ports);
    },
    'options.notes': ({ noteScope, agentName }) =>
      browserPorts.retention.changeSettings({ noteScope, agentName }),
    'options.forget': async () => {
      await tabLoads.stopAll();
      await forgetHistories(ports.database, ports.now());
    },
  };
}

function pageTabOf(from: VerifiedSender): PageTab {
  if (from.tab === undefined) throw new TypeError('not from a page');
  return from.tab;
}
