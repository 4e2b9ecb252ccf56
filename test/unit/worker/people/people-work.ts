import type { peopleHandlers } from '../../../../lib/worker/people/handlers';
import { PeopleSearches } from '../../../../lib/worker/people/search-people';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import { TabLoads } from '../../../../lib/worker/tab-loads';

type PeopleWork = Parameters<typeof peopleHandlers>[2];

/** What `peopleHandlers` needs beside its ports; what a test does not give leads nowhere. */
export function peopleWork(ports: WorkerPorts, given: Partial<PeopleWork> = {}): PeopleWork {
  return {
    tabLoads: new TabLoads(ports),
    searches: new PeopleSearches(ports),
    deliverNotes: () => undefined,
    stopCards: () => undefined,
    ...given,
  };
}
