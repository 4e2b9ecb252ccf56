import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TransportError } from '../../../../../lib/http/transport-error';
import { CheckedReader } from '../../history-reader';
import { MessageServer, range } from '../message-server';

const all = Number.POSITIVE_INFINITY;

function serverOf(...conversations: number[][]): MessageServer {
  const server = new MessageServer();
  for (const [index, times] of conversations.entries()) server.write(index + 1, times);
  return server;
}

async function readWhole(server: MessageServer, wanted: number): Promise<CheckedReader> {
  const reader = new CheckedReader(server.readable);
  await reader.readAll(wanted);
  expect(reader.coverage).toMatchObject({ state: 'complete', dropped: 0 });
  reader.expectWhole();
  return reader;
}

describe('ids and times that disagree', () => {
  const cases: [string, number[]][] = [
    ['400 imported after 25 live ones', [...range(1_000_000, 25), ...range(1, 400)]],
    ['the last one a second older than the first', [...range(100, 20), 99]],
    ['the last one older, and 20 others', [...range(100, 21), 1]],
    ['3,000 imported after 3,000 live ones', [...range(1_000_000, 3_000), ...range(1, 3_000)]],
    ['every other one imported', range(1, 2_600).map((each) => (each % 2 === 0 ? each : -each))],
    ['all backwards', range(1, 2_600).toReversed()],
    ['2,600 in one second', Array<number>(2_600).fill(7)],
    ['hundreds in each second', range(1, 2_600).map((each) => Math.floor(each / 700))],
  ];
  describe.each(cases)('%s', (_name, times) => {
    test.each([1, 60, all])('are read whole, %d wanted', async (wanted) => {
      await readWhole(serverOf(times, range(500, 30)), wanted);
    });
  });

  const step = fc.record({
    wanted: fc.constantFrom(1, 20, 60, 250, all),
    parts: fc.integer({ min: 1, max: 6 }),
  });
  const time = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 100_000 }));
  const times = fc.oneof(
    { weight: 4, arbitrary: fc.array(time, { maxLength: 90, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(time, { minLength: 900, maxLength: 3_000, size: 'max' }) },
  );

  it('are whole in the end, however read and broken off, and no claim is ever untrue', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(times, { minLength: 1, maxLength: 30, size: 'small' }),
        fc.array(step, { maxLength: 6 }),
        fc.constantFrom(1, 7, 4_000),
        async (conversations, steps, idsBetween) => {
          const server = new MessageServer();
          for (const [index, each] of conversations.entries())
            server.write(index + 1, each, idsBetween);
          const reader = new CheckedReader(server.readable);
          for (const { wanted, parts } of steps) {
            if (reader.calls > 0 && reader.cursor === undefined) break;
            await reader.read(wanted, parts);
          }
          if (reader.calls === 0 || reader.cursor !== undefined) await reader.readAll(60);
          expect(reader.coverage?.state).toBe('complete');
          reader.expectWhole();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('requests', () => {
  const orders: [string, number[]][] = [
    ['in order', range(1, 1_000)],
    ['imported', [...range(1_000_000, 500), ...range(1, 500)]],
    ['backwards', range(1, 1_000).toReversed()],
    ['in one second', Array<number>(1_000).fill(7)],
    ['twenty last ones in one second', [...range(1, 980), ...Array<number>(20).fill(2_000)]],
  ];
  test.each(orders)('for 1,000 messages, %s: at most four', async (_name, times) => {
    for (const first of [60, all]) {
      const server = serverOf(times);
      const reader = new CheckedReader(server.readable);
      await reader.read(first);
      if (reader.cursor !== undefined) await reader.read(all);
      expect(reader.coverage?.state).toBe('complete');
      reader.expectWhole();
      expect(server.fake.requests.length).toBeLessThanOrEqual(4);
    }
  });

  test('for 60 conversations with 19,996 messages: at most 125', async () => {
    // Most are short, a few are long, as it is in life; half of each was imported.
    const sizes = range(1, 59).map((each) => (each % 20 === 0 ? 2_500 : each * 7));
    sizes.push(19_996 - sizes.reduce((sum, each) => sum + each, 0));
    const server = serverOf(
      ...sizes.map((size, index) => [
        ...range(index * 9_000 + 4_500, size - Math.floor(size / 2)),
        ...range(index * 9_000, Math.floor(size / 2)),
      ]),
    );
    const reader = new CheckedReader(server.readable);
    await reader.read(60);
    await reader.read(all);
    expect(reader.coverage?.state).toBe('complete');
    expect(reader.stored.size).toBe(19_996);
    expect(server.fake.requests.length).toBeLessThanOrEqual(125);
  });

  test('of one screen are few, also where thousands were imported before the last message', async () => {
    const server = serverOf([...range(1_000_000, 500), ...range(1, 16_000), 1_000_500]);
    const reader = new CheckedReader(server.readable);
    await reader.read(60);
    expect(server.fake.requests.length).toBeLessThan(16);
    await reader.readAll(60);
    expect(reader.coverage?.state).toBe('complete');
    reader.expectWhole();
  });

  test('of the first screen begin with the newest page', async () => {
    const server = serverOf(range(1, 500));
    await new CheckedReader(server.readable).read(60);
    expect(server.fake.requests[1]?.query).toEqual({});
  });
});

describe('answers that are too large', () => {
  const heavy = (most: number, weights: (id: number) => number = () => 1) => {
    const server = serverOf(range(1, 700), [...range(5_000, 90), ...range(1, 90)]);
    Object.assign(server, { byteLimit: most, bytesOf: weights });
    return server;
  };

  test.each([300, 100, 25])('are asked for in smaller windows: at most %d fit', async (most) => {
    await readWhole(heavy(most), all);
    await readWhole(heavy(most), 60);
  });

  test('also where not even one page fits', async () => {
    await readWhole(heavy(7), all);
    await readWhole(heavy(7), 60);
  });

  test('leave out and count a message that is too large by itself', async () => {
    const server = heavy(100, (id) => (id === 350 ? 101 : 1));
    const reader = new CheckedReader({ ...server.readable, truth: without(server, '350') });
    await reader.readAll(all);
    expect(reader.coverage).toMatchObject({ state: 'complete', dropped: 1 });
    reader.expectWhole();
  });

  test('everywhere are a failure, and soon', async () => {
    const server = heavy(-1);
    const reader = new CheckedReader({ ...server.readable, truth: new Map() });
    await expect(reader.readAll(all)).rejects.toThrow('too-large');
    expect(server.fake.requests.length).toBeLessThan(40);
  });

  test('are not taken for a server that fails altogether', async () => {
    const server = heavy(1_000);
    server.beforeAnswer = () => {
      throw new TransportError('server-error', { status: 502 });
    };
    const reader = new CheckedReader(server.readable);
    await expect(reader.read(all)).rejects.toThrow('server-error');
    server.beforeAnswer = () => undefined;
    await reader.readAll(all);
    expect(reader.coverage?.state).toBe('complete');
    reader.expectWhole();
  });
});

function without(server: MessageServer, id: string): Map<string, number> {
  return new Map([...server.truth].filter(([each]) => each !== id));
}
