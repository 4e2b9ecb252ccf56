import dns from 'node:dns';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Coverage } from '../../../lib/model/coverage';
import type { WorkerPorts } from '../../../lib/worker/ports';
import { overBothWays, type Way } from '../platforms/reach';
import { type FaultyPlatform, openPlatforms, openWorker } from './fault-desk';
import { faults, type MatrixFault } from './faults';
import { type Operation, operations, well } from './operations';

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

async function setUp(name: string, { isKnown }: Operation, on: Way) {
  const way = platforms.get(name);
  if (way === undefined) throw new TypeError(name);
  const others = [...platforms.values()].filter((each) => each !== way);
  const worker = await openWorker(platforms, on, way);
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
