import { keepCapture, keepContact } from './capture';
import type { ConnectionPorts } from './connection-ports';
import { describeDraft, removeConnection, saveConnection, testDraft } from './connections';
import type { From, Handlers } from './router';
import type { Runs } from './runs';
import { showContext, type TabPlace } from './screens';
import { TabQueue } from './tab-queue';

/** The browser's part of the handlers; the worker puts it in. */
export interface BrowserPorts {
  /** The tab in front of a window, as the browser says now. */
  activeTab(windowId: number): Promise<number | undefined>;
  openOptions(platform: string | undefined): Promise<void>;
}

/** What the worker does for each message. */
export function createHandlers(
  ports: ConnectionPorts,
  runs: Runs,
  browserPorts: BrowserPorts,
): Handlers {
  const queue = new TabQueue();
  const lookAtWindow = async (windowId: number) => {
    const tabId = await browserPorts.activeTab(windowId);
    if (tabId === undefined) return undefined;
    await ports.database.windows.put({ windowId, tabId });
    return ports.database.screens.get(tabId);
  };

  return {
    'page.context': async ({ context }, from) => {
      const place = placeOf(from);
      await queue.run(place.tabId, async () => {
        await keepContact(ports, place, context);
        runs.keepSubject(place.tabId, await showContext(ports, place, context));
      });
    },
    'page.capture': async (capture, from) => {
      const place = placeOf(from);
      await queue.run(place.tabId, () => keepCapture(ports, place, capture));
    },
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
    'panel.connect': ({ platform }) => browserPorts.openOptions(platform),
    'options.describe': async (draft) => describeDraft(ports, draft),
    'options.test': (draft) => testDraft(ports, draft),
    'options.save': (draft) => saveConnection(ports, draft),
    'options.remove': ({ connectionId }) => removeConnection(ports, connectionId),
  };
}

function placeOf(from: From): TabPlace {
  if (from.place === undefined) throw new TypeError('not from a page');
  return from.place;
}
