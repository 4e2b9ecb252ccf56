import { withLock } from '../async/with-lock';
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
import { withVisitorsAddresses } from './person-lookup/visitor-addresses';
import type { SettingsPorts, WorkerPorts } from './ports';
import { writeWithRoom } from './quota';
import { type ActivityPorts, ActivityRefresh } from './refresh-on-activity';
import { replyHandlers } from './replies/handlers';
import { pickerHandlers } from './replies/picker';
import type { ReplyPorts } from './replies/ports';
import type { Handlers, VerifiedSender } from './router';
import { type PageTab, reassessScreens, saveScreen } from './screens';
import type { TabLoads } from './tab-loads';

/** What the browser tells and does for the handlers. */
export interface BrowserPorts extends ActivityPorts {
  /** The tab in front of a window, as the browser says now. */
  activeTab(windowId: number): Promise<number | undefined>;
  openOptions(platform: string | undefined): Promise<void>;
}

/** Everything that handles messages, as the worker put it together. */
export interface Services {
  ports: WorkerPorts;
  connectionPorts: ConnectionPorts;
  browserPorts: BrowserPorts;
  replyPorts: ReplyPorts;
  settings: SettingsPorts;
  retention: RetentionPorts;
  tabLoads: TabLoads;
  directoryJobs: DirectoryJobs;
  outbox: NoteOutbox;
}

/** What the worker does for each message. */
export function createHandlers(services: Services): Handlers {
  const { ports, connectionPorts, browserPorts, settings, tabLoads, directoryJobs } = services;
  const activity = new ActivityRefresh(ports, browserPorts);
  // In the order of asking: a message whose work needs fewer reads would overtake the one before.
  const inItsTurn = <T>(tabId: number, work: () => Promise<T>): Promise<T> =>
    withLock(ports.database, `tab ${tabId}`, work);
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
    ...replyHandlers(ports, screenOfWindow, services.replyPorts),
    ...pickerHandlers(browserPorts),
    ...noteHandlers(ports, services.outbox, settings.readSettings),
    'page.context': async ({ context: reported }, from) => {
      const tab = pageTabOf(from);
      await inItsTurn(tab.tabId, async () => {
        const context = await writeWithRoom(ports, () =>
          withVisitorsAddresses(ports, tab, reported),
        );
        await writeWithRoom(ports, () => saveCapturedContact(ports, tab, context));
        const subject = await writeWithRoom(ports, () => saveScreen(ports, tab, context));
        tabLoads.abortUnlessSubject(tab.tabId, subject);
      });
    },
    'page.capture': async (capture, from) => {
      const tab = pageTabOf(from);
      await inItsTurn(tab.tabId, () => saveCapture(ports, tab, capture));
    },
    'page.activity': (_nothing, from) => activity.happened(pageTabOf(from).tabId),
    'page.gone': async (_nothing, from) => {
      const { tabId } = pageTabOf(from);
      await inItsTurn(tabId, async () => {
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
      if (screen === undefined || (anchor ?? screen.anchor) !== screen.anchor) return undefined;
      return tabLoads.loadOlder(screen, { wanted: Number.POSITIVE_INFINITY });
    },
    'panel.stop': async ({ windowId }) => {
      const screen = await screenOfWindow(windowId);
      if (screen !== undefined) tabLoads.abortOlder(screen.tabId);
    },
    'panel.directory': (command) => directoryJobs.command(command),
    'panel.connect': ({ platform }) => browserPorts.openOptions(platform),
    'options.describe': async (draft) => describeDraft(connectionPorts, draft),
    'options.test': (draft) => testDraft(connectionPorts, draft),
    'options.save': async (draft) => {
      await searches.stopAll();
      return saveConnection(connectionPorts, draft);
    },
    'options.remove': async ({ connectionId }) => {
      await searches.stopAll();
      await removeConnection(connectionPorts, connectionId);
    },
    'options.retention': async ({ days }) => {
      await settings.changeSettings({ retentionDays: days });
      await applyRetention(ports, services.retention);
    },
    'options.people': async (people) => {
      await settings.changeSettings(people);
      await tabLoads.stopAll();
      await applyPhoneRegion(ports, people.defaultRegion);
      await reassessScreens(ports);
    },
    'options.notes': ({ noteScope, agentName }) =>
      settings.changeSettings({ noteScope, agentName }),
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
