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
import { Alarm } from './alarm';
import { activeTab, openOptions, openPanelFromToolbar, panelIsOpen } from './browser-places';
import { ApiPool } from './connections/api-pool';
import type { ConnectionPorts } from './connections/connection-ports';
import { registerPageScripts } from './connections/page-scripts';
import { isPermitted, releasePermissions } from './connections/permissions';
import { DirectoryJobs } from './directory/directory-jobs';
import { withCompleteContacts } from './gathering/complete-contacts';
import { createHandlers } from './handlers';
import { type RetentionPorts, retainDaily } from './history/retention';
import { NoteOutbox } from './notes/note-outbox';
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
  const outbox = new NoteOutbox(ports, {
    schedule: (at) => notesAlarm.schedule(at),
    showStuck: (count) => browser.action.setBadgeText({ text: count === 0 ? '' : String(count) }),
  });
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
  directoryAlarm.listen(() => keepPromise(directoryJobs.wake()));
  notesAlarm.listen(() => keepPromise(outbox.wake()));
  watchTabs(database, runs);
  keepPromise(directoryJobs.wake());
  keepPromise(outbox.wake());
  setTimeout(() => keepPromise(retainDaily(ports, retention)), cleanUpDelayMs);
  openPanelFromToolbar();
  openRepliesOnCommand();
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

/** For work nobody waits for: a failure shows as an unhandled rejection in the worker's console. */
function keepPromise(work: Promise<unknown> | undefined): void {
  void work;
}
