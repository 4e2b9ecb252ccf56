import type { ScreenRow } from '../model/screen';
import { contactOfRef } from '../storage/panel-queries';
import { decide } from './decide';
import { importDecisions } from './decisions';
import { JoinedContacts } from './joined-contacts';
import { linkOnScreen } from './links';
import { peopleRules } from './people-rules';
import type { PeopleSearches } from './people-searches';
import type { WorkerPorts } from './ports';
import type { Handlers } from './router';
import type { Runs } from './runs';
import { settlePerson } from './settle-person';

type PeopleHandlers = Pick<
  Handlers,
  'panel.link' | 'people.decide' | 'people.search' | 'people.search-end' | 'options.import-links'
>;

/** What the worker does for each message about who is the same human. */
export function peopleHandlers(
  ports: WorkerPorts,
  runs: Runs,
  searches: PeopleSearches,
  lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
): PeopleHandlers {
  const showAgain = async (screen: ScreenRow) => {
    runs.abort(screen.tabId);
    await showDecision(ports, screen);
    await runs.ensure(screen, { force: false });
  };
  return {
    'panel.link': async ({ windowId, connectionId, contactId }) => {
      const screen = await lookAtWindow(windowId);
      if (screen === undefined) throw new TypeError('nobody to link');
      await linkOnScreen(ports, screen, { connectionId, id: contactId });
      await showAgain(screen);
    },
    'people.decide': async ({ windowId, one, other, verdict }) => {
      const before = await decide(ports, { one, other, verdict });
      const screen = await lookAtWindow(windowId);
      if (screen !== undefined) await showAgain(screen);
      return { before };
    },
    'people.search': ({ windowId, query }) => searches.search(windowId, query),
    'people.search-end': ({ windowId }) => searches.end(windowId),
    'options.import-links': ({ links }) => importDecisions(ports.database, links),
  };
}

/** A decision shows at once, by what is stored, before any platform is asked. */
async function showDecision(ports: WorkerPorts, screen: ScreenRow): Promise<void> {
  if (screen.anchor === undefined) return;
  const { connectionId, id } = contactOfRef(screen.anchor);
  const anchor = await ports.database.contacts.get([connectionId, id]);
  if (anchor === undefined) return;
  await settlePerson(ports, new JoinedContacts(ports, anchor, await peopleRules(ports)));
}
