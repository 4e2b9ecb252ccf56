import { Activity, type ActivityPorts } from './activity';
import type { ConnectionPorts } from './connections/connection-ports';
import {
  describeDraft,
  removeConnection,
  saveConnection,
  testDraft,
} from './connections/connections';
import type { DirectoryJobs } from './directory/directory-jobs';
import { keepCapture } from './history/capture';
import { keepContact } from './history/captured-contact';
import { forgetHistories } from './history/drop-histories';
import { SCREEN_ITEMS } from './history/history';
import { endLooks } from './history/looks';
import { type RetentionPorts, retain } from './history/retention';
import { noteHandlers } from './notes/note-handlers';
import type { NoteOutbox } from './notes/note-outbox';
import { peopleHandlers } from './people/people-handlers';
import { PeopleSearches } from './people/people-searches';
import { applyRegion } from './people/phone-region';
import { writeWithRoom } from './quota';
import { replyHandlers } from './replies/reply-handlers';
import type { ReplyPorts } from './replies/reply-ports';
import type { From, Handlers } from './router';
import type { Runs } from './runs';
import { reassessScreens, showContext, type TabPlace } from './screens';
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
  runs: Runs,
  browserPorts: BrowserPorts,
  directoryJobs: DirectoryJobs,
  outbox: NoteOutbox,
): Handlers {
  const activity = new Activity(ports, browserPorts);
  const queue = new TabQueue();
  const searches = new PeopleSearches(ports);
  const lookAtWindow = async (windowId: number) => {
    const tabId = await browserPorts.activeTab(windowId);
    if (tabId === undefined) return undefined;
    await writeWithRoom(ports, () => ports.database.windows.put({ windowId, tabId }));
    await endLooks(ports);
    return ports.database.screens.get(tabId);
  };

  return {
    ...peopleHandlers(ports, runs, searches, lookAtWindow),
    ...replyHandlers(ports, lookAtWindow, browserPorts.replies),
    ...noteHandlers(ports, outbox, browserPorts.retention.readSettings),
    'page.context': async ({ context }, from) => {
      const place = placeOf(from);
      await queue.run(place.tabId, async () => {
        await writeWithRoom(ports, () => keepContact(ports, place, context));
        const subject = await writeWithRoom(ports, () => showContext(ports, place, context));
        runs.keepSubject(place.tabId, subject);
      });
    },
    'page.capture': async (capture, from) => {
      const place = placeOf(from);
      await queue.run(place.tabId, () => keepCapture(ports, place, capture));
    },
    'page.activity': (_nothing, from) => activity.happened(placeOf(from).tabId),
    'page.gone': async (_nothing, from) => {
      const { tabId } = placeOf(from);
      await queue.run(tabId, async () => {
        runs.abort(tabId);
        await ports.database.screens.delete(tabId);
      });
    },
    'panel.watch': async ({ windowId }) => {
      const screen = await lookAtWindow(windowId);
      if (screen !== undefined) await runs.ensure(screen, { force: false });
    },
    'panel.refresh': async ({ windowId, connectionId }) => {
      const screen = await lookAtWindow(windowId);
      if (screen !== undefined) await runs.ensure(screen, { force: true, only: connectionId });
    },
    'panel.more': async ({ windowId, connectionId }) => {
      const screen = await lookAtWindow(windowId);
      if (screen === undefined) return;
      await runs.older(screen, { only: connectionId, wanted: SCREEN_ITEMS });
    },
    'panel.all': async ({ windowId, anchor }) => {
      const screen = await lookAtWindow(windowId);
      if (screen === undefined || (anchor ?? screen.anchor) !== screen.anchor) return;
      await runs.older(screen, { wanted: Number.POSITIVE_INFINITY });
    },
    'panel.stop': async ({ windowId }) => {
      const screen = await lookAtWindow(windowId);
      if (screen !== undefined) runs.abortOlder(screen.tabId);
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
      await retain(ports, browserPorts.retention);
    },
    'options.people': async (settings) => {
      await browserPorts.retention.changeSettings(settings);
      await runs.stopAll();
      await applyRegion(ports, settings.defaultRegion);
      await reassessScreens(ports);
    },
    'options.notes': ({ noteScope, agentName }) =>
      browserPorts.retention.changeSettings({ noteScope, agentName }),
    'options.forget': async () => {
      await runs.stopAll();
      await forgetHistories(ports.database, ports.now());
    },
  };
}

function placeOf(from: From): TabPlace {
  if (from.place === undefined) throw new TypeError('not from a page');
  return from.place;
}
