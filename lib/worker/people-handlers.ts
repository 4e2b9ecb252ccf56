import type { ScreenRow } from '../model/screen';
import { linkOnScreen } from './links';
import type { WorkerPorts } from './ports';
import type { Handlers } from './router';
import type { Runs } from './runs';

type PeopleHandlers = Pick<
  Handlers,
  'panel.link' | 'people.decide' | 'people.search' | 'people.search-end' | 'options.import-links'
>;

/** What the worker does for each message about who is the same human. */
export function peopleHandlers(
  ports: WorkerPorts,
  runs: Runs,
  lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
): PeopleHandlers {
  return {
    'panel.link': async ({ windowId, connectionId, contactId }) => {
      const screen = await lookAtWindow(windowId);
      if (screen === undefined) throw new TypeError('nobody to link');
      await linkOnScreen(ports, screen, { connectionId, id: contactId });
      runs.abort(screen.tabId);
      await runs.ensure(screen, { force: false });
    },
    'people.decide': async () => undefined,
    'people.search': async () => undefined,
    'people.search-end': async () => undefined,
    'options.import-links': async () => undefined,
  };
}
