import { browser } from 'wxt/browser';
import { definitionOf } from '../platforms/registry';
import { database } from '../storage/database';
import {
  forgetDraft,
  forgetSecrets,
  readDraftSecrets,
  readSecrets,
  writeSecrets,
} from '../storage/secrets';
import { changeSettings, readSettings } from '../storage/settings';
import { Alarm } from './alarm';
import {
  activeTab,
  openOptions,
  openPanelFromToolbar,
  panelIsOpen,
  watchTabs,
} from './browser-windows';
import { ApiPool } from './connections/api-pool';
import { registerContentScripts } from './connections/content-scripts';
import { isPermitted, releasePermissions } from './connections/permissions';
import type { ConnectionPorts } from './connections/ports';
import { DirectoryJobs } from './directory/jobs';
import { createHandlers } from './handlers';
import { applyRetentionDaily, type RetentionPorts } from './history/retention';
import { NoteOutbox } from './notes/outbox';
import { withCompleteContacts } from './person-lookup/complete-contacts';
import { prepareWorker } from './prepare';
import { openRepliesOnCommand } from './replies/keyboard-command';
import { browserReplyPorts } from './replies/ports';
import { route } from './router';
import { reassessScreens } from './screens';
import { TabLoads } from './tab-loads';

/** The daily clean-up must not stand in the way of what the worker was started for (ms). */
const cleanUpDelayMs = 10_000;

const retention: RetentionPorts = {
  readSettings,
  changeSettings,
  estimate: () => navigator.storage.estimate(),
};

const directoryAlarm = new Alarm('directory');
const notesAlarm = new Alarm('notes');

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
    stopWork: () => tabLoads.stopAll(),
    newId: (platform) => `${platform}-${crypto.randomUUID()}`,
    connectionsChanged: async (removed) => {
      await tabLoads.stopAll();
      await directoryJobs.connectionsChanged();
      runInBackground(outbox.connectionsChanged());
      const remaining = await database.connections.toArray();
      await registerContentScripts(remaining);
      await reassessScreens(ports);
      if (removed !== undefined) await releasePermissions(removed, remaining);
    },
  };
  const directoryJobs = new DirectoryJobs(ports, directoryAlarm);
  const outbox = new NoteOutbox(ports, {
    schedule: (at) => notesAlarm.schedule(at),
    showStuck: (count) => browser.action.setBadgeText({ text: count === 0 ? '' : String(count) }),
  });
  const tabLoads = new TabLoads(ports, () => runInBackground(outbox.wake()));
  const handlers = createHandlers(
    ports,
    tabLoads,
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

  const ready = prepareWorker();
  browser.runtime.onMessage.addListener(async (message: unknown, sender) => {
    await ready;
    return route(message, sender, handlers, extension);
  });
  browser.runtime.onInstalled.addListener(() => runInBackground(refreshScripts()));
  browser.runtime.onStartup.addListener(() => runInBackground(refreshScripts()));
  browser.permissions.onAdded.addListener(() => runInBackground(refreshScripts()));
  directoryAlarm.listen(() => runInBackground(directoryJobs.wake()));
  notesAlarm.listen(() => runInBackground(outbox.wake()));
  watchTabs(database, tabLoads);
  runInBackground(directoryJobs.wake());
  runInBackground(outbox.wake());
  setTimeout(() => runInBackground(applyRetentionDaily(ports, retention)), cleanUpDelayMs);
  openPanelFromToolbar();
  openRepliesOnCommand();
}

/** After an installation, an update or a start of the browser, open tabs are reached anew. */
async function refreshScripts(): Promise<void> {
  await registerContentScripts(await database.connections.toArray());
}

/** For work nobody waits for: a failure shows as an unhandled rejection in the worker's console. */
function runInBackground(work: Promise<unknown> | undefined): void {
  void work;
}
