import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateWorld } from '../../helpdesks/world/generate';
import { createWorld } from '../../helpdesks/world/world';
import { type EmulatedRecord, onChaport, onChatwoot, onKustomer } from './emulated';
import { CheckedReader } from './history-reader';

const now = Date.UTC(2026, 10, 20, 12);
const world = createWorld(now);

/** Each platform with several answers to its open questions. */
const settings: Record<string, () => EmulatedRecord[]> = {
  Chatwoot: () => onChatwoot(world).records,
  'Chatwoot, imported': () => onChatwoot(world, { messageOrder: 'imported' }).records,
  'Chatwoot, backdated': () => onChatwoot(world, { messageOrder: 'backdated' }).records,
  'Chatwoot, tied': () => onChatwoot(world, { messageOrder: 'tied' }).records,
  'Chatwoot, in order': () => onChatwoot(world, { messageOrder: 'live' }).records,
  'Kustomer, oldest first': () => onKustomer(world).records,
  'Kustomer, newest first': () => onKustomer(world, { order: 'desc', empties: 'null' }).records,
  'Kustomer, in no order': () =>
    onKustomer(world, { order: 'random', deletedNotes: 'listed' }).records,
  'Kustomer, sorted by its server': () =>
    onKustomer(world, { order: 'random', nestedSort: true, empties: 'absent' }).records,
  'Kustomer, other numbers and errors': () =>
    onKustomer(world, { phoneStored: 'digits', phoneLookup: 'digits', errors: 'new' }).records,
  Chaport: () => onChaport(world).records,
  'Chaport, empty errors': () =>
    onChaport(world, { errorBody: 'empty', unsetFields: 'null', noChat: '404' }).records,
  'Chaport, errors as pages': () =>
    onChaport(world, { errorBody: 'html', noChat: '404', eventTimeType: 'epoch-ms' }).records,
  'Chaport, absolute links inside': () =>
    onChaport(world, {
      linkForm: 'absolute',
      linksPosition: 'inside',
      olderChatsListed: 1,
      eventTimeKey: 'createdAt',
      eventTimeType: 'epoch-ms',
      noChat: 'null',
    }).records,
  'Chaport, links in a circle': () =>
    onChaport(world, { linkLoop: true, olderChatsListed: 2 }).records,
};

describe.each(Object.entries(settings))('the people of the world on %s', (_name, recordsOf) => {
  test.each([1, 7, 60, Number.POSITIVE_INFINITY])(
    'are read whole, %d at a time',
    async (wanted) => {
      const records = recordsOf();
      expect(records.length).toBeGreaterThan(10);
      for (const record of records) {
        const reader = new CheckedReader(record);
        await reader.readAll(wanted);
        expect(reader.coverage?.state, record.name).toBe('complete');
        reader.expectWhole();
      }
    },
  );
});

describe('a Chatwoot server that lists 20 conversations only', () => {
  test.each(['4.14.1', '4.9.2', '4.0.1', '2.16.0'])(
    '%s: gives those whole, names the cap and claims no time',
    async (version) => {
      const { records } = onChatwoot(longWorld(900), { version });
      const [record] = records;
      if (record === undefined) throw new Error('nobody');
      const reader = new CheckedReader(record);
      do {
        await reader.read(60);
        expect(reader.coverage).toMatchObject({ state: 'partial', since: undefined });
      } while (reader.cursor !== undefined);
      expect(reader.coverage?.reason).toBe('platform-cap');
      await reader.look(60);
      expect(reader.coverage).toMatchObject({ reason: 'platform-cap', since: undefined });
    },
  );
});

describe('Chaport with hostile links', () => {
  test.each(['foreign-host', 'protocol-relative', 'outside-api'] as const)(
    '%s: none is followed, and the rest is not claimed',
    async (hostileLinkForm) => {
      const { emulator, records } = onChaport(world, { hostileLinks: 'more', hostileLinkForm });
      for (const record of records) {
        const reader = new CheckedReader(record);
        await reader.readAll(60);
        const { state, dropped } = reader.coverage ?? {};
        expect(state).toBe((dropped ?? 0) > 0 ? 'partial' : 'complete');
      }
      expect(emulator.log.api().every(({ path }) => path.startsWith('/api/v1/'))).toBe(true);
    },
  );
});

/** One person with so many messages on each platform. */
function longWorld(messages: number) {
  const base = generateWorld({ seed: 7, people: 1, messagesPerPerson: messages, now });
  const [person] = base.people;
  const record = [person?.chatwoot, person?.kustomer, person?.chaport, person?.chatra]
    .flatMap((records) => records ?? [])
    .reduce((one, other) => (other.conversations.length > one.conversations.length ? other : one));
  const long = { ...record, email: 'long@example.com' };
  return {
    ...base,
    people: [{ key: 'long', about: '', chatwoot: [long], kustomer: [long], chaport: [long] }],
  };
}

// The emulators build whole answers for each of hundreds of calls.
describe('a long history that is read in any steps and broken off anywhere', {
  timeout: 60_000,
}, () => {
  const long = longWorld(900);
  /** With the most requests that the first screen may take. */
  const platforms: [
    string,
    number,
    () => ReturnType<typeof onChatwoot | typeof onKustomer | typeof onChaport>,
  ][] = [
    ['Chatwoot', 20, () => onChatwoot(long)],
    ['Chatwoot, imported', 20, () => onChatwoot(long, { messageOrder: 'imported' })],
    ['Chatwoot, tied', 20, () => onChatwoot(long, { messageOrder: 'tied' })],
    ['Kustomer, newest first', 5, () => onKustomer(long, { order: 'desc' })],
    ['Kustomer, oldest first', 20, () => onKustomer(long, { order: 'asc' })],
    ['Chaport', 20, () => onChaport(long, { olderChatsListed: 5 })],
  ];
  test.each(platforms)('%s', async (_name, _most, open) => {
    const [record] = open().records;
    if (record === undefined) throw new Error('nobody');
    expect(record.truth.size).toBeGreaterThan(200);
    const step = fc.record({
      wanted: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(Number.POSITIVE_INFINITY)),
      parts: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const reader = new CheckedReader(record);
        for (const { wanted, parts } of steps) {
          await reader.read(wanted, parts);
          if (reader.cursor === undefined) break;
        }
        await reader.readAll(60);
        expect(reader.coverage?.state).toBe('complete');
        reader.expectWhole();
      }),
      { numRuns: 5 },
    );
  });

  test.each(platforms)(
    '%s needs at most %d requests for the first screen',
    async (_name, most, open) => {
      const { emulator, records } = open();
      const [record] = records;
      if (record === undefined) throw new Error('nobody');
      const reader = new CheckedReader(record);
      await reader.read(60);
      expect(reader.stored.size).toBeGreaterThanOrEqual(60);
      const requests = emulator.log.api().length;
      expect(requests).toBeLessThanOrEqual(most);
      // The same again, for what comes next.
      await reader.read(60);
      expect(emulator.log.api().length - requests).toBeLessThanOrEqual(most);
    },
  );
});
