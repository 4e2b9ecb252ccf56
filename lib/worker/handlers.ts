import type { OptionsSection } from '../messaging/history-commands';
import type { ScreenRow } from '../model/screen';
import { keepLanguage } from '../storage/language-choice';
import { shownScreen } from '../storage/shown-screen';
import type { CardLoads } from './cards/card-loads';
import { cardHandlers } from './cards/handlers';
import type { CardPorts } from './cards/ports';
import type { ContactWrites } from './completion/contact-writes';
import {
  describeDraft,
  removeConnection,
  saveConnection,
  testDraft,
} from './connections/connections';
import { keyHandlers } from './connections/key-handlers';
import type { ConnectionPorts } from './connections/ports';
import type { DirectoryJobs } from './directory/jobs';
import type { IndexJobs } from './full-text/jobs';
import { setUpHandlers } from './helpdesk-offers';
import { forgetStored } from './history/forget-stored';
import { SCREEN_ITEMS } from './history/load';
import { endVisits } from './history/record-visits';
import { applyRetention, type RetentionPorts } from './history/retention';
import type { WalkLink } from './history/walk-link';
import { orderWalk } from './history/walks';
import { membraneHandlers } from './membrane/handlers';
import type { Membrane } from './membrane/membrane';
import { noteHandlers } from './notes/handlers';
import type { NoteOutbox } from './notes/outbox';
import { pageHandlers } from './page-handlers';
import { peopleHandlers } from './people/handlers';
import { closeOutlived } from './people/open-by-hand';
import { applyPhoneRegion } from './people/phone-region';
import { PeopleSearches } from './people/search-people';
import type { SettingsPorts, WorkerPorts } from './ports';
import type { ActivityPorts } from './refresh-on-activity';
import type { BulkRuns } from './replies/bulk-runs';
import { replyHandlers } from './replies/handlers';
import { pickerHandlers } from './replies/picker';
import type { ReplyPorts } from './replies/ports';
import type { Handlers } from './router';
import { runInBackground } from './run-in-background';
import { reassessScreens } from './screens';
import type { TabLoads } from './tab-loads';
import { lacksRoom, unlessFull, writeOrForget } from './write-with-room';

/** What the handlers need from the browser. */
export interface BrowserPorts extends ActivityPorts {
  /** The tab in front of a window, as the browser says now. */
  activeTab(windowId: number): Promise<number | undefined>;
  openOptions(platform: string | undefined, section?: OptionsSection): Promise<void>;
  walkLink: WalkLink;
}

/** Everything that handles messages, as the worker put it together. */
export interface Services {
  ports: WorkerPorts;
  connectionPorts: ConnectionPorts;
  membrane: Membrane;
  browserPorts: BrowserPorts;
  replyPorts: ReplyPorts;
  settings: SettingsPorts;
  /** Has the worker woken when the keys are to lock (epoch ms). */
  wakeToLock(at: number | undefined): Promise<void>;
  retention: RetentionPorts;
  tabLoads: TabLoads;
  directoryJobs: DirectoryJobs;
  outbox: NoteOutbox;
  bulkRuns: BulkRuns;
  contactWrites: ContactWrites;
  indexJobs: IndexJobs;
  cardPorts: CardPorts;
  cardLoads: CardLoads;
}

/** What the worker does for each message. */
export function createHandlers(services: Services): Handlers {
  const { ports, connectionPorts, browserPorts, settings, tabLoads, directoryJobs } = services;
  const searches = new PeopleSearches(ports);
  const screenOfWindow = async (windowId: number) => {
    const tabId = await browserPorts.activeTab(windowId);
    if (tabId === undefined) return undefined;
    const { windows } = ports.database;
    // What is already stored needs no new storage: on a full disk reading still works.
    if ((await windows.get(windowId))?.tabId !== tabId) {
      const put = () => windows.put({ windowId, tabId });
      await writeOrForget(ports, put, () => windows.delete(windowId));
    }
    await closeOutlived(ports, tabLoads, windowId);
    await endVisits(ports);
    return shownScreen(ports.database, windowId);
  };
  const withScreen = async <T>(
    windowId: number,
    work: (screen: ScreenRow) => T | Promise<T>,
  ): Promise<T | undefined> => {
    const screen = await screenOfWindow(windowId);
    return screen && work(screen);
  };

  return {
    ...peopleHandlers(ports, screenOfWindow, {
      tabLoads,
      searches,
      deliverNotes: () => runInBackground('delivery of notes', () => services.outbox.wake()),
      stopCards: () => services.cardLoads.stopAll(),
    }),
    ...replyHandlers(ports, screenOfWindow, services.replyPorts),
    'completion.offers': ({ contacts }) => services.contactWrites.offers(contacts),
    'completion.write': (request) => services.contactWrites.write(request),
    'completion.undo': ({ id }) => services.contactWrites.undo(id),
    'completion.look': () => services.contactWrites.wake(),
    'bulk.plan': (request) => services.bulkRuns.plan(request),
    'bulk.act': (command) => services.bulkRuns.act(command),
    'index.go-on': async () => {
      // This has no time limit; the panel reads its progress in the database.
      runInBackground('full-text index', () => services.indexJobs.goOn());
    },
    ...pickerHandlers(browserPorts),
    ...noteHandlers(ports, services.outbox, settings.readSettings),
    ...membraneHandlers(services.membrane, connectionPorts),
    ...keyHandlers(connectionPorts, services.wakeToLock),
    ...cardHandlers(services.cardPorts, services.cardLoads, screenOfWindow),
    ...pageHandlers(ports, browserPorts, tabLoads),
    ...setUpHandlers(ports.database),
    'panel.watch': async ({ windowId }) => {
      const load = (screen: ScreenRow) => tabLoads.load(screen, { force: false });
      const told = await unlessFull(() => withScreen(windowId, load));
      return told ?? (lacksRoom(ports.database) ? 'storage-full' : undefined);
    },
    'panel.refresh': async ({ windowId, connectionId: only }) => {
      await services.membrane.personTriesAgain(only);
      return withScreen(windowId, (screen) => tabLoads.load(screen, { force: true, only }));
    },
    'panel.more': ({ windowId, connectionId }) =>
      withScreen(windowId, async (screen) => {
        await tabLoads.loadOlder(screen, { only: connectionId, wanted: SCREEN_ITEMS });
      }),
    'panel.all': ({ windowId, anchor }) =>
      withScreen(windowId, (screen) =>
        (anchor ?? screen.anchor) === screen.anchor
          ? tabLoads.loadOlder(screen, { wanted: Number.POSITIVE_INFINITY })
          : undefined,
      ),
    'panel.stop': ({ windowId }) =>
      withScreen(windowId, (screen) => tabLoads.abortOlder(screen.tabId)),
    'panel.walk': ({ windowId, action }) =>
      withScreen(windowId, (screen) => orderWalk(ports, browserPorts.walkLink, screen, action)),
    'panel.directory': (command) => directoryJobs.command(command),
    'panel.open-settings': ({ platform, section }) => browserPorts.openOptions(platform, section),
    'options.describe': (draft) => describeDraft(connectionPorts, draft),
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
    'options.past-answers': ({ isOn }) => settings.changeSettings({ pastAnswers: isOn }),
    'options.notes': ({ noteScope, agentName }) =>
      settings.changeSettings({ noteScope, agentName }),
    'options.language': ({ language }) => keepLanguage(language),
    'options.forget': () => forgetStored(ports, tabLoads, services.cardLoads),
  };
}
