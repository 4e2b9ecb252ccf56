import { type ContactKey, contactRef } from '../../model/ids';
import type { ScreenRow } from '../../model/screen';
import { placeRef } from '../../model/screen-place';
import type { WorkerPorts } from '../ports';
import type { Handlers } from '../router';
import type { Runs } from '../runs';
import { raiseRound, showAnew } from '../screens';
import { readTags } from './contact-tags';
import { decide } from './decide';
import { importDecisions } from './decisions';
import type { PeopleSearches } from './people-searches';
import { showDecision } from './show-decision';

type PeopleHandlers = Pick<
  Handlers,
  'people.decide' | 'people.tags' | 'people.search' | 'people.search-end' | 'options.import-links'
>;

/** What the worker does for each message about who is the same human. */
export function peopleHandlers(
  ports: WorkerPorts,
  runs: Runs,
  searches: PeopleSearches,
  lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
): PeopleHandlers {
  const show = async (screen: ScreenRow, concerned: ContactKey[]) => {
    runs.abort(screen.tabId);
    const place = placeRef(screen);
    if (concerned.some((key) => contactRef(key) === place)) await showAnew(ports, screen);
    else if (screen.anchor !== undefined) await showDecision(ports, screen.anchor, concerned);
  };
  return {
    'people.decide': async ({ windowId, one, other, verdict }) => {
      const before = await decide(ports, { one, other, verdict });
      const screen = await lookAtWindow(windowId);
      if (screen !== undefined) {
        await show(screen, [one, other]);
        // Who decided is not kept waiting: the panel, which watches, asks for the rest.
        await raiseRound(ports, screen.tabId);
      }
      return { before };
    },
    'people.tags': ({ contacts }) => readTags(ports, contacts),
    'people.search': ({ windowId, query }) => searches.search(windowId, query),
    'people.search-end': ({ windowId }) => searches.end(windowId),
    'options.import-links': ({ links }) => importDecisions(ports.database, links),
  };
}
