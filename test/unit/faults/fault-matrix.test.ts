import dns from 'node:dns';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Coverage } from '../../../lib/model/coverage';
import { type ContactRef, contactRef } from '../../../lib/model/ids';
import { DirectoryJobs } from '../../../lib/worker/directory/jobs';
import { emptyDirectory, jobStarted } from '../../../lib/worker/directory/progress';
import { refreshNotes } from '../../../lib/worker/notes/refresh';
import { lookUpPerson } from '../../../lib/worker/person-lookup/look-up-person';
import type { WorkerPorts } from '../../../lib/worker/ports';
import type { ReplyPorts } from '../../../lib/worker/replies/ports';
import { refreshReplies } from '../../../lib/worker/replies/refresh';
import { loadTab } from '../../../lib/worker/tab-load';
import { overBothWays, type Way } from '../platforms/reach';
import { type FaultyPlatform, openPlatforms, openWorker } from './fault-desk';
import { faults, type MatrixFault } from './faults';

let platforms: Map<string, FaultyPlatform>;

/** Names are looked up in no network: whoever has none here is unknown at once. */
function lookUpNobody(hostname: string, ...rest: unknown[]) {
  const done = rest.at(-1);
  if (typeof done === 'function') done(Object.assign(new Error(hostname), { code: 'ENOTFOUND' }));
}

beforeAll(async () => {
  platforms = await openPlatforms();
  vi.spyOn(dns, 'lookup').mockImplementation(lookUpNobody as typeof dns.lookup);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await Promise.all([...platforms.values()].map((each) => each.close()));
});
beforeEach(() => {
  for (const each of platforms.values()) {
    each.fault = undefined;
    each.requests.length = 0;
    each.emulator.reset();
  }
});

const noTeam: ReplyPorts = {
  teamAddress: async () => undefined,
  keepTeamAddress: async () => undefined,
  fetchTeamFile: async () => ({ kind: 'unchanged' }),
  newId: () => 'id',
};

/** Something the worker does with a platform, and what it says and holds of it afterwards. */
interface Operation {
  name: string;
  platforms: readonly string[];
  /** The one that is reached through Membrane, too: another for each, as the way is the same for all. */
  alsoThroughMembrane: string;
  /** Contacts of the platform are known before. */
  isKnown: boolean;
  run(ports: WorkerPorts, way: FaultyPlatform, others: FaultyPlatform[]): Promise<void>;
  coverage(ports: WorkerPorts, way: FaultyPlatform): Promise<Coverage | undefined>;
  held(ports: WorkerPorts, way: FaultyPlatform): Promise<number>;
  /** What it says of a fault in its own way. */
  expected?(platform: string, fault: MatrixFault): MatrixFault['expected'];
  /** It keeps why it failed, and no state. */
  tellsReasonOnly?: true;
  /** More requests are not to be made for it while a platform fails. */
  mostRequests: number;
}

const signal = () => AbortSignal.timeout(20_000);
const anchorBeside = (others: FaultyPlatform[]) => {
  const [other] = others;
  if (other === undefined) throw new TypeError('nobody else');
  return other.contact;
};

const sourceCoverage: Operation['coverage'] = async ({ database }, { connection }) => {
  const rows = await database.sources.toArray();
  return rows.find(({ connectionId }) => connectionId === connection.id)?.coverage;
};

const well: Coverage = { state: 'complete', dropped: 0, checkedAt: 0 };

/** The person is on screen, and found where they are. */
async function beside({ database }: WorkerPorts, { connection, contact }: FaultyPlatform) {
  const key: [ContactRef, string] = [contactRef(contact), connection.id];
  if ((await database.sources.get(key)) !== undefined) return;
  const [anchor, connectionId] = key;
  const found = { contactIds: [contact.id], updatedAt: 1 };
  await database.sources.put({ anchor, connectionId, phase: 'settled', ...found });
}

async function showOnScreen({ database }: WorkerPorts, { connection, contact }: FaultyPlatform) {
  if ((await database.screens.get(1)) !== undefined) return;
  const { platform, id: connectionId, apiOrigin: origin } = connection;
  const hints = { emails: [], phones: [] };
  const person = platform === 'chatra' ? { conversationId: contact.id } : { contactId: contact.id };
  const context = { platform, view: 'person', ...person, hints, composer: 'reply' } as const;
  const shown = { connectionId, origin, context, subject: 'ana', phase: 'identifying' } as const;
  await database.screens.put({ tabId: 1, windowId: 1, round: 0, ...shown });
}

/** What the operation says of some faults, by platform and the fault's name. */
const otherwise =
  (said: Readonly<Record<string, MatrixFault['expected']>>) =>
  (platform: string, { name }: MatrixFault): MatrixFault['expected'] =>
    said[`${platform} ${name.replace(/, (directly|through Membrane)$/, '')}`];

/** That an id of the page's address is not one of the API's is said in these ways, too. */
const nobody = { state: 'unknown-identity', reason: 'no-identifier' } as const;

const operations: readonly Operation[] = [
  {
    name: 'finding the person',
    platforms: ['chatwoot', 'kustomer'],
    alsoThroughMembrane: 'kustomer',
    isKnown: false,
    run: (ports, _way, others) =>
      lookUpPerson(ports, anchorBeside(others), { signal: signal(), force: true }),
    coverage: sourceCoverage,
    held: ({ database }, { connection }) =>
      database.contacts.where('connectionId').equals(connection.id).count(),
    mostRequests: 12,
  },
  {
    name: 'the history',
    platforms: ['chatwoot', 'kustomer', 'chaport'],
    alsoThroughMembrane: 'chaport',
    isKnown: true,
    run: (ports, way) => lookUpPerson(ports, way.contact, { signal: signal(), force: true }),
    coverage: sourceCoverage,
    // A visitor without chats may be answered so.
    expected: otherwise({ 'chaport 404': well }),
    held: ({ database }, { connection }) =>
      database.messages.filter((each) => each.connectionId === connection.id).count(),
    mostRequests: 24,
  },
  {
    name: 'notes',
    platforms: ['chatwoot', 'kustomer', 'chaport', 'chatra'],
    alsoThroughMembrane: 'chatra',
    isKnown: true,
    run: async (ports, way) => {
      await beside(ports, way);
      await refreshNotes(ports, contactRef(way.contact), { signal: signal(), force: true });
    },
    coverage: async ({ database }, { connection, contact }) => {
      const row = await database.sources.get([contactRef(contact), connection.id]);
      const failure = row?.unreadNotes?.[0]?.failure;
      return failure === undefined || failure === 'no-handle' ? well : failure;
    },
    held: ({ database }, { connection }) =>
      database.nativeNotes.filter((each) => each.connectionId === connection.id).count(),
    mostRequests: 12,
  },
  {
    name: 'who is on screen',
    platforms: ['chaport', 'chatra'],
    alsoThroughMembrane: 'chaport',
    isKnown: false,
    run: async (ports, way) => {
      await showOnScreen(ports, way);
      const screen = await ports.database.screens.get(1);
      if (screen !== undefined) await loadTab(ports, screen, { force: true }, signal());
    },
    coverage: async ({ database }, { connection }) => {
      const screen = await database.screens.get(1);
      return screen?.connectionId === connection.id ? (screen.problem ?? well) : well;
    },
    held: ({ database }, { connection }) =>
      database.contacts.where('connectionId').equals(connection.id).count(),
    expected: (platform, fault) =>
      // Chatra's page tells who that is; the API completes it, and the notes say where it fails.
      platform === 'chatra'
        ? well
        : otherwise({
            'chaport 403': nobody,
            'chaport 404': nobody,
            'chaport an empty object': nobody,
          })(platform, fault),
    mostRequests: 40,
  },
  {
    name: 'the list of all visitors',
    platforms: ['chaport'],
    alsoThroughMembrane: 'chaport',
    isKnown: false,
    run: async (ports, { connection }) => {
      const { directories } = ports.database;
      const row = await directories.get(connection.id);
      await directories.put(jobStarted(row ?? emptyDirectory(connection.id)));
      await new DirectoryJobs(ports, { schedule: async () => undefined }).wake();
    },
    coverage: async ({ database }, { connection }) => {
      const row = await database.directories.get(connection.id);
      return { ...well, reason: row?.problem };
    },
    tellsReasonOnly: true,
    held: ({ database }, { connection }) =>
      database.contacts.where('connectionId').equals(connection.id).count(),
    mostRequests: 12,
  },
  {
    name: 'canned responses',
    platforms: ['chatwoot', 'kustomer'],
    alsoThroughMembrane: 'chatwoot',
    isKnown: true,
    run: (ports) => refreshReplies(ports, noTeam, { olderThanMs: 0 }),
    coverage: async ({ database }, { connection }) =>
      (await database.replySources.get(connection.id))?.coverage,
    // Its responses come in several lists; those that could be read are held.
    expected: otherwise({
      'kustomer JSON of another kind': { state: 'partial', reason: 'bad-answer' },
      'kustomer an empty object': { state: 'partial', reason: 'bad-answer' },
    }),
    held: ({ database }, { connection }) =>
      database.replies.filter((each) => each.source === connection.id).count(),
    mostRequests: 12,
  },
];

async function setUp(name: string, { isKnown }: Operation, on: Way) {
  const way = platforms.get(name);
  if (way === undefined) throw new TypeError(name);
  const others = [...platforms.values()].filter((each) => each !== way);
  const worker = await openWorker(platforms, on);
  const known = isKnown ? [way, ...others] : others;
  await worker.ports.database.contacts.bulkPut(known.map(({ contact }) => contact));
  return { ...worker, way, others };
}

const states = ['complete', 'partial', 'captured', 'not-found', undefined];

/** What an operation said and holds after it ended. */
async function after(operation: Operation, ports: WorkerPorts, way: FaultyPlatform) {
  return {
    coverage: await operation.coverage(ports, way),
    held: await operation.held(ports, way),
  };
}

function expectTold(
  operation: Operation,
  platform: string,
  fault: MatrixFault,
  coverage: Coverage | undefined,
  on: Way,
): void {
  const told = toldBy(coverage);
  if (fault.isHarmless === true) expect(told).toEqual(toldBy(well));
  const expected = operation.expected?.(platform, fault) ?? fault.expected;
  if (expected === undefined) return;
  // What breaks on the way is Membrane's trouble where it is between.
  const isRelays = on === 'through Membrane' && told.reason === 'relay-trouble';
  const { state, reason = told.reason } = expected;
  const due = { state, reason: isRelays ? told.reason : reason };
  expect(operation.tellsReasonOnly === true ? told.reason : told).toEqual(
    operation.tellsReasonOnly === true ? due.reason : due,
  );
  if (operation.tellsReasonOnly === true) expect(told.reason).toBeDefined();
  if (coverage?.state === 'limited') expect(coverage.retryAt).toBeGreaterThan(Date.now());
}

function toldBy(coverage: Coverage | undefined) {
  return { state: coverage?.state, reason: coverage?.reason };
}

function expectFewHarmlessRequests({ requests }: FaultyPlatform, most: number): void {
  expect(requests.length).toBeLessThanOrEqual(most);
  const sent = requests.map(({ method, url = '', headers }) => {
    return { method, path: url.split('?')[0] ?? '', cookie: headers.cookie };
  });
  // Searches are posted; nothing else is while something is only read.
  expect(
    sent.filter(({ method, path }) => method !== 'GET' && !/(filter|search)$/.test(path)),
  ).toEqual([]);
  expect(sent.filter(({ cookie, path }) => cookie !== undefined || path === '/elsewhere')).toEqual(
    [],
  );
}

describe.each(operations)('practice 15: $name', (operation) => {
  describe.each(operation.platforms)('%s', (name) => {
    const isOverBoth = name === operation.alsoThroughMembrane;
    const cases = overBothWays(faults).filter(({ way }) => isOverBoth || way === 'directly');
    test.each(cases)('$name', async (given) => {
      const { way: on, ...fault } = given;
      const { ports, clock, way, others } = await setUp(name, operation, on);
      const seen = (each: FaultyPlatform) => after(operation, ports, each);
      await operation.run(ports, way, others);
      const before = await seen(way);
      const othersBefore = await Promise.all(others.map(seen));
      expect(before.held).toBeGreaterThan(0);

      // With the fault it ends, says so, loses nothing, and asks no more than it should.
      clock.now += 10 * 60_000;
      way.fault = fault;
      way.requests.length = 0;
      await operation.run(ports, way, others);
      const during = await seen(way);
      expectTold(operation, name, fault, during.coverage, on);
      expect(during.held).toBe(before.held);
      expectFewHarmlessRequests(way, operation.mostRequests);
      for (const [index, other] of (await Promise.all(others.map(seen))).entries()) {
        expect(other.held).toBe(othersBefore[index]?.held);
        expect(states).toContain(other.coverage?.state);
      }

      // Without it everything is well again, and nothing was lost on the way.
      way.fault = undefined;
      clock.now += 10 * 60_000;
      await operation.run(ports, way, others);
      const recovered = await seen(way);
      expect(recovered.held).toBe(before.held);
      expect(toldBy(recovered.coverage)).toEqual(toldBy(before.coverage));
    });
  });
});
