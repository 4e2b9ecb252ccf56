import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { wait } from '../async/wait';
import { isJsonObject } from '../model/json-object';
import { definitionOf, definitions } from '../platforms/registry';
import { database } from '../storage/database';
import { indexMarking } from '../storage/index-marks';
import { readMembraneAccount, writeMembraneAccount } from '../storage/membrane-account';
import { refusalMemory } from '../storage/membrane-refusals';
import { lockKeys, readKeyState } from '../storage/passphrase';
import { readManagedPolicy } from '../storage/policy';
import { type KeptLimit, readRateLimit, writeRateLimit } from '../storage/rate-limits';
import {
  forgetDraft,
  forgetSecrets,
  readDraftSecrets,
  readSecrets,
  writeSecrets,
} from '../storage/secrets';
import { readSettings } from '../storage/settings';
import { Alarm } from './alarm';
import { followPolicy, refusalByPolicy, settingsUnderPolicy } from './apply-policy';
import {
  activeTab,
  openOptions,
  openPages,
  openPanelFromToolbar,
  panelIsOpen,
  watchTabs,
} from './browser-windows';
import { CardLoads } from './cards/card-loads';
import { followManagedCards } from './cards/managed-cards';
import { browserCardPorts } from './cards/ports';
import { browserCompletionPorts, lookForWrites } from './completion/browser-ports';
import { ContactWrites } from './completion/contact-writes';
import { ApiPool } from './connections/api-pool';
import { proveAccount, rememberFact, rememberRestriction } from './connections/connections';
import { registerContentScripts } from './connections/content-scripts';
import { followPermissions, isPermitted, releasePermissions } from './connections/permissions';
import type { ConnectionPorts } from './connections/ports';
import { releaseUnlessNeeded } from './connections/release-permission';
import { throttledAllowances } from './connections/throttled-allowances';
import { DirectoryJobs } from './directory/jobs';
import { FullTextIndexer } from './full-text/indexer';
import { IndexJobs } from './full-text/jobs';
import { type BrowserPorts, createHandlers, type Services } from './handlers';
import { applyRetentionDaily, type RetentionPorts } from './history/retention';
import { walkLink } from './history/walk-link';
import { createPageSignIn } from './membrane/browser-consent';
import { Membrane } from './membrane/membrane';
import { moveSeparatedNotes } from './notes/move-after-separation';
import { NoteOutbox } from './notes/outbox';
import { renewKeys } from './people/renew-keys';
import { withCompleteContacts } from './person-lookup/complete-contacts';
import type { WorkerPorts } from './ports';
import { atSessionStart, Preparation, preparationSteps } from './prepare';
import { BulkRuns } from './replies/bulk-runs';
import { openRepliesOnCommand } from './replies/keyboard-command';
import { browserReplyPorts } from './replies/ports';
import { refreshReplies } from './replies/refresh';
import { route, verifySender } from './router';
import { runInBackground } from './run-in-background';
import { reassessScreens } from './screens';
import { TabLoads } from './tab-loads';
import { UpdateWhenIdle } from './update-when-idle';

/** The daily clean-up waits this long (ms) for what the worker was started for. */
const cleanUpDelayMs = 10_000;

/** A platform that takes longer for one contact's notes is tried again later (ms). */
const deliveryLimitMs = 180_000;

const settings = settingsUnderPolicy;
const retention: RetentionPorts = { ...settings, estimate: () => navigator.storage.estimate() };
const directoryAlarm = new Alarm('directory');
const notesAlarm = new Alarm('notes');
const keysAlarm = new Alarm('keys');
const bulkAlarm = new Alarm('bulk');
const updateAlarm = new Alarm('update');

/**
 * Starts the worker. Every listener is registered before the first pause: the browser starts the
 * worker for an event and delivers it only to listeners that are there at once.
 */
export function startWorker(): void {
  database.use(indexMarking);
  const services = createServices();
  const { tabLoads, directoryJobs, outbox, bulkRuns, cardLoads, indexJobs, contactWrites } =
    services;
  const handlers = createHandlers(services);
  const extension = { id: browser.runtime.id, base: browser.runtime.getURL('/') };
  // What goes wrong is reported in sentences, also what is wrong in a policy, and they are loaded only then.
  const ready = () => preparation.done();
  const whenPrepared = (name: string, work: () => Promise<unknown>) =>
    runInBackground(name, () => ready().then(work));
  const wakeDirectories = () => whenPrepared('directories', () => directoryJobs.wake());
  const wakeOutbox = () =>
    whenPrepared('delivery of notes', async () => {
      await moveSeparatedNotes(services.ports);
      await outbox.wake();
    });
  const wakeBulk = () => whenPrepared('changes of many responses', () => bulkRuns.wake());
  const refreshScripts = () => runInBackground('page scripts', registerForAll);

  const update = createUpdate();
  const takeUpdate = (work: () => Promise<void>) => runInBackground('update', work);

  // Scripts of an earlier version in open tabs have lost their connection, so they are injected again.
  const steps = [atSessionStart(refreshScripts), ...preparationSteps];
  const preparation = new Preparation(steps, (error) =>
    runInBackground('preparation', () => Promise.reject(error)),
  );
  void ready();
  runInBackground('settings of the organisation', () => followPolicy(ready));
  runInBackground('data cards of the organisation', () =>
    followManagedCards(browserCardPorts, ready, () => cardLoads.stopAll()),
  );
  browser.runtime.onMessage.addListener(async (message: unknown, sender) => {
    await ready();
    takeUpdate(() => update.used(verifySender(sender, extension)?.kind, typeOf(message)));
    return route(message, sender, handlers, extension);
  });
  // These events start the worker, which is all they are needed for.
  browser.runtime.onInstalled.addListener(() => undefined);
  browser.runtime.onStartup.addListener(() => undefined);
  // An extension that listens to this is not updated until it agrees, or the browser is restarted.
  browser.runtime.onUpdateAvailable.addListener(() => takeUpdate(() => update.available()));
  updateAlarm.listen(() => takeUpdate(() => update.look()));
  followPermissions(() => whenPrepared('permissions', services.connectionPorts.connectionsChanged));
  directoryAlarm.listen(wakeDirectories);
  notesAlarm.listen(wakeOutbox);
  keysAlarm.listen(() => runInBackground('locking of keys', lockKeys));
  bulkAlarm.listen(wakeBulk);
  watchTabs(services.ports, tabLoads);
  wakeDirectories();
  wakeOutbox();
  wakeBulk();
  lookForWrites(contactWrites, ready);
  indexJobs.listen(database);
  whenPrepared('keys of contacts', () => renewKeys(services.ports, settings));
  const cleanUp = () =>
    whenPrepared('clean-up', () => applyRetentionDaily(services.ports, retention));
  setTimeout(cleanUp, cleanUpDelayMs);
  openPanelFromToolbar();
  openRepliesOnCommand();
}

function createUpdate(): UpdateWhenIdle {
  return new UpdateWhenIdle({
    database,
    openPages,
    schedule: (at) => updateAlarm.schedule(at),
    reload: () => browser.runtime.reload(),
    now: Date.now,
  });
}

function typeOf(message: unknown): unknown {
  return isJsonObject(message) ? message.type : undefined;
}

/** Puts the worker together, each part from those before it. */
function createServices(): Services {
  const limitMemory = (id: string) => ({
    read: () => readRateLimit(id),
    write: (limit: KeptLimit) => writeRateLimit(id, limit),
  });
  const membraneAccount = {
    readAccount: readMembraneAccount,
    writeAccount: writeMembraneAccount,
    readSecrets,
    writeSecrets,
    forgetSecrets,
    readDraftSecrets,
    forgetDraft,
    permitted: isPermitted,
    limitMemory,
    now: Date.now,
  };
  const membrane = new Membrane({
    ...membraneAccount,
    page: import.meta.env.MEMBRANE_OAUTH ? createPageSignIn(membraneAccount) : undefined,
    database,
    definitions,
    definitionOf,
    refusalMemory,
    accountTold: (id) => proveAccount({ database }, id, 'told'),
  });
  const pool = new ApiPool({
    definitionOf,
    readSecrets,
    permitted: isPermitted,
    remember: (...fact) => rememberFact({ database }, ...fact),
    learnRestricted: (id, restricted) => rememberRestriction({ database }, id, restricted),
    limitMemory,
    keepAllowance: throttledAllowances(),
    membrane,
    namedCharacters: readNamedCharacters,
    teamNoteKey: async () => (await readManagedPolicy()).policy.teamNoteKey,
    now: Date.now,
  });
  const ports: WorkerPorts = {
    database,
    definitionOf,
    apiOf: (connection, urgency) =>
      withCompleteContacts(pool.get(connection, urgency), readSettings),
    peopleSettings: readSettings,
    now: Date.now,
  };
  const directoryJobs = new DirectoryJobs(ports, directoryAlarm);
  const outbox = new NoteOutbox(ports, {
    schedule: (at) => notesAlarm.schedule(at),
    limit: () => AbortSignal.timeout(deliveryLimitMs),
    showStuck: (count) => browser.action.setBadgeText({ text: count === 0 ? '' : String(count) }),
  });
  const tabLoads = new TabLoads(ports, () =>
    runInBackground('delivery of notes', () => outbox.wake()),
  );
  const connectionPorts: ConnectionPorts = {
    ...ports,
    createApi: (connection, secrets) => pool.create(connection, secrets),
    forgetApi: (connectionId) => pool.forget(connectionId),
    readSecrets,
    readDraftSecrets,
    writeSecrets,
    forgetSecrets,
    forgetDraft,
    membrane,
    keysAreLocked: async () => (await readKeyState(Date.now())).isLocked,
    refusal: refusalByPolicy,
    whileStopped: (act) => tabLoads.whileStopped(act),
    newId: (platform) => `${platform}-${crypto.randomUUID()}`,
    releaseHost: async (address) =>
      releaseUnlessNeeded(address, (await browserReplyPorts.teamAddress())?.url),
    connectionsChanged: async (before) => {
      await tabLoads.stopAll();
      await directoryJobs.connectionsChanged();
      runInBackground('delivery of notes', () => outbox.connectionsChanged());
      runInBackground('canned responses', () =>
        // Those of a new connection were never read; the others may have been a moment ago.
        refreshReplies(ports, browserReplyPorts, { olderThanMs: 60_000 }),
      );
      const remaining = await database.connections.toArray();
      await registerContentScripts(remaining);
      await reassessScreens(ports);
      if (before === undefined) return;
      const base = await membrane.base();
      const { url } = (await browserReplyPorts.teamAddress()) ?? {};
      const cards = await database.cards.toArray();
      const kept = [base, url, ...cards.map(({ origin }) => origin)].filter(isAddress);
      await releasePermissions(before, remaining, kept);
    },
  };
  const browserPorts: BrowserPorts = { activeTab, openOptions, panelIsOpen, wait, walkLink };
  const replyPorts = browserReplyPorts;
  const bulkRuns = new BulkRuns(ports, {
    schedule: (at) => bulkAlarm.schedule(at),
    newId: () => replyPorts.newId(),
  });
  return {
    ports,
    connectionPorts,
    membrane,
    browserPorts,
    replyPorts,
    settings,
    wakeToLock: (at) => keysAlarm.schedule(at),
    retention,
    tabLoads,
    directoryJobs,
    outbox,
    bulkRuns,
    contactWrites: new ContactWrites(ports, browserCompletionPorts),
    indexJobs: new IndexJobs(new FullTextIndexer(database), new Alarm('index')),
    cardPorts: browserCardPorts,
    cardLoads: new CardLoads(browserCardPorts),
  };
}

/** What an administrator entered may not be a valid address. */
function isAddress(text: string | undefined): text is string {
  return text !== undefined && URL.canParse(text);
}

async function registerForAll(): Promise<void> {
  await registerContentScripts(await database.connections.toArray());
}

/** The build puts the list into the package: it is as large as a platform's code, and seldom needed. */
async function readNamedCharacters(): Promise<ReadonlyMap<string, string>> {
  const answer = await fetch(browser.runtime.getURL('/named-characters.json'));
  return new Map(Object.entries(v.parse(v.record(v.string(), v.string()), await answer.json())));
}
