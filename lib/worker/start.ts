import { browser } from 'wxt/browser';
import { definitionOf, definitions } from '../platforms/registry';
import { database } from '../storage/database';
import {
  forgetDraft,
  forgetSecrets,
  guardSecrets,
  readDraftSecrets,
  readSecrets,
  writeSecrets,
} from '../storage/secrets';
import { changeSettings, readSettings } from '../storage/settings';
import { ApiPool } from './connections/api-pool';
import type { ConnectionPorts } from './connections/connection-ports';
import { registerPageScripts } from './connections/page-scripts';
import { isPermitted, releasePermissions } from './connections/permissions';
import { type DirectoryAlarm, DirectoryJobs } from './directory/directory-jobs';
import { withCompleteContacts } from './gathering/complete-contacts';
import { createHandlers } from './handlers';
import { type RetentionPorts, retainDaily } from './history/retention';
import { NoteOutbox, type OutboxPorts } from './notes/note-outbox';
import { openRepliesOnCommand } from './replies/reply-command';
import { browserReplyPorts } from './replies/reply-ports';
import { route } from './router';
import { Runs } from './runs';
import { reassessScreens } from './screens';
import { beginSession, publishPlatforms } from './session';
import { watchTabs } from './tabs';

/** The daily clean-up must not stand in the way of what the worker was started for (ms). */
const cleanUpDelayMs = 10_000;

const retention: RetentionPorts = {
  readSettings,
  changeSettings,
  estimate: () => navigator.storage.estimate(),
};

const directoryAlarmName = 'directory';

const directoryAlarm: DirectoryAlarm = {
  async schedule(at) {
    if (at === undefined) await browser.alarms.clear(directoryAlarmName);
    else await browser.alarms.create(directoryAlarmName, { when: at });
  },
};

const notesAlarmName = 'notes';

const outboxPorts: OutboxPorts = {
  async schedule(at) {
    if (at === undefined) await browser.alarms.clear(notesAlarmName);
    else await browser.alarms.create(notesAlarmName, { when: at });
  },
  showStuck: (count) => browser.action.setBadgeText({ text: count === 0 ? '' : String(count) }),
};

/**
 * Starts the worker. Every listener is registered before the first pause: the browser starts the
 * worker for an event and delivers it only to listeners that are there at once.
 */
export function startWorker(): void {
  const pool = new ApiPool({
    definitionOf,
    readSecrets,
    permitted: isPermitted,
    remember: async (connectionId, key, value) => {
      await database.connections
        .where('id')
        .equals(connectionId)
        .modify((connection) => {
          connection.facts[key] = value;
        });
    },
    now: Date.now,
  });
  const ports: ConnectionPorts = {
    database,
    definitionOf,
    apiOf: (connection) => withCompleteContacts(pool.get(connection), readSettings),
    peopleSettings: readSettings,
    now: Date.now,
    createApi: (connection, secrets) => pool.create(connection, secrets),
    forgetApi: (connectionId) => pool.forget(connectionId),
    readSecrets,
    readDraftSecrets,
    writeSecrets,
    forgetSecrets,
    forgetDraft,
    stopWork: () => runs.stopAll(),
    newId: (platform) => `${platform}-${crypto.randomUUID()}`,
    connectionsChanged: async (removed) => {
      await runs.stopAll();
      await directoryJobs.connectionsChanged();
      keepPromise(outbox.connectionsChanged());
      const remaining = await database.connections.toArray();
      await registerPageScripts(remaining);
      await reassessScreens(ports);
      if (removed !== undefined) await releasePermissions(removed, remaining);
    },
  };
  const directoryJobs = new DirectoryJobs(ports, directoryAlarm);
  const outbox = new NoteOutbox(ports, outboxPorts);
  const runs = new Runs(ports, () => keepPromise(outbox.wake()));
  const handlers = createHandlers(
    ports,
    runs,
    {
      activeTab,
      openOptions,
      panelIsOpen,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      retention,
      replies: browserReplyPorts,
    },
    directoryJobs,
    outbox,
  );
  const extension = { id: browser.runtime.id, base: browser.runtime.getURL('/') };

  const ready = prepare();
  browser.runtime.onMessage.addListener(async (message: unknown, sender) => {
    await ready;
    return route(message, sender, handlers, extension);
  });
  browser.runtime.onInstalled.addListener(() => keepPromise(refreshScripts()));
  browser.runtime.onStartup.addListener(() => keepPromise(refreshScripts()));
  browser.permissions.onAdded.addListener(() => keepPromise(refreshScripts()));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === directoryAlarmName) keepPromise(directoryJobs.wake());
    if (name === notesAlarmName) keepPromise(outbox.wake());
  });
  watchTabs(database, runs);
  keepPromise(directoryJobs.wake());
  keepPromise(outbox.wake());
  setTimeout(() => keepPromise(retainDaily(ports, retention)), cleanUpDelayMs);
  openPanelFromToolbar();
  openRepliesOnCommand();
}

/** Chrome opens the side panel by itself when told to; Firefox has a sidebar that must be opened. */
function openPanelFromToolbar(): void {
  const { sidePanel, sidebarAction }: ToolbarTargets = browser;
  browser.action.onClicked.addListener(() => keepPromise(sidebarAction?.open()));
  keepPromise(sidePanel?.setPanelBehavior({ openPanelOnActionClick: true }));
}

interface ToolbarTargets {
  sidePanel?: Pick<typeof browser.sidePanel, 'setPanelBehavior'>;
  sidebarAction?: { open(): Promise<void> };
}

/** What has to be true before the first message is answered. */
async function prepare(): Promise<void> {
  const descriptors = definitions.map((definition) => definition.descriptor);
  await Promise.all([
    guardSecrets(),
    beginSession(database),
    publishPlatforms(database, descriptors),
  ]);
}

/** After an installation, an update or a start of the browser, open tabs are reached anew. */
async function refreshScripts(): Promise<void> {
  await registerPageScripts(await database.connections.toArray());
}

async function activeTab(windowId: number): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id;
}

/**
 * `undefined` where the browser keeps no list of panels (Firefox), or one that does not say to
 * which window a panel belongs (Chromium gives -1 for all of them).
 */
async function panelIsOpen(windowId: number): Promise<boolean | undefined> {
  const panels = await browser.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] });
  if (panels?.some((panel) => panel.windowId === windowId)) return true;
  return panels?.every((panel) => panel.windowId >= 0) === true ? false : undefined;
}

async function openOptions(platform: string | undefined): Promise<void> {
  const fragment = platform === undefined ? '' : `#connect/${platform}`;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${fragment}` });
}

/** For work nobody waits for: a failure shows as an unhandled rejection in the worker's console. */
function keepPromise(work: Promise<unknown> | undefined): void {
  void work;
}
