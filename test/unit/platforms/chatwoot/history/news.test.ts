import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TransportError } from '../../../../../lib/http/transport-error';
import { CheckedReader } from '../../history-reader';
import { MessageServer, range } from '../message-server';

const all = Number.POSITIVE_INFINITY;
const screen = 60;

/** Some conversations, read whole; the requests after that are counted. */
async function held(count: number, messages = 50) {
  const server = new MessageServer();
  for (const id of range(1, count)) server.write(id, range(id * 1_000, messages));
  const reader = lookingReader(server);
  await reader.readAll(all);
  expectAll({ server, reader });
  server.fake.requests.length = 0;
  const paths = () => server.fake.requests.map(({ path }) => path.split('/').slice(5).join('/'));
  return { server, reader, paths };
}

/** Until a look has come to its end, what was claimed before it still stands, so it is not checked. */
function lookingReader(server: MessageServer): CheckedReader {
  return new CheckedReader({ ...server.readable, truth: new Map() });
}

function expectAll({ server, reader }: { server: MessageServer; reader: CheckedReader }): void {
  expect(reader.coverage?.state).toBe('complete');
  expect([...reader.stored.keys()].sort()).toEqual([...server.truth.keys()].sort());
}

describe('a look for news', () => {
  test('where nothing is new reads the list, and the newest pages for changes', async () => {
    const desk = await held(10);
    const { bookmark } = desk.reader;
    await desk.reader.look(screen);
    expect(desk.paths()).toEqual([
      'conversations/filter',
      ...[10, 9, 8].map((id) => `conversations/${id}/messages`),
    ]);
    expect(desk.reader.bookmark).toBe(bookmark);
    expectAll(desk);
  });

  test.each<[string, (server: MessageServer) => void]>([
    ['one more message', (server) => server.write(4, [20_000])],
    ['messages imported into an old conversation', (server) => server.write(2, range(1, 400))],
    ['one that is a second older than the last', (server) => server.write(10, [10_048])],
    ['thousands imported', (server) => server.write(3, range(1, 2_500))],
    ['a conversation', (server) => server.write(77, range(30_000, 90))],
    ['an imported conversation', (server) => server.write(77, range(1, 90))],
  ])('finds %s', async (_what, change) => {
    const desk = await held(30);
    change(desk.server);
    await desk.reader.look(screen);
    if (desk.reader.cursor !== undefined) await desk.reader.readAll(all);
    expectAll(desk);
  });

  test('finds messages that left the list as it was, where they are recent', async () => {
    const desk = await held(3);
    desk.server.quiet = true;
    desk.server.write(2, [2_047, 2_048, 1, 2]);
    await desk.reader.look(screen);
    expectAll(desk);
  });

  describe('finds deleted messages in conversations to which nobody wrote since', () => {
    /** Looks again, and tells which messages that showed to be deleted. */
    async function lookForDeleted(
      { server, reader }: Awaited<ReturnType<typeof held>>,
      deleted = new Set<string>(),
    ) {
      const { signal } = new AbortController();
      const options = { signal, bookmark: reader.bookmark, wanted: screen };
      for await (const part of server.fake.api.history?.(server.readable.contact, options) ?? []) {
        for (const { id } of part.messages.filter((each) => each.deleted)) deleted.add(id);
        Object.assign(reader, { bookmark: part.bookmark, coverage: part.coverage });
      }
      expect(reader.coverage?.state).toBe('complete');
      return [...deleted];
    }

    test('one after the other', async () => {
      const desk = await held(12, 15);
      const { server } = desk;
      const [first, later] = [5, 2].map((number) => server.conversations[number]?.messages[4]?.id);
      if (first === undefined || later === undefined) throw new TypeError('no message');
      server.deleted.add(first);
      expect(await lookForDeleted(desk)).toEqual([String(first)]);
      server.deleted.add(later);
      expect(await lookForDeleted(desk)).toEqual([String(later)]);
      server.fake.requests.length = 0;
      await lookForDeleted(desk);
      expect(server.fake.requests).toHaveLength(4);
    });

    test.each([
      ['on the newest page', 50, 45],
      ['further back', 50, 4],
      ['where one answer does not hold all', 2_600, 1_300],
    ])('%s', async (_where, messages, at) => {
      const desk = await held(5, messages);
      const deleted = desk.server.conversations.map((each) => String(each.messages[at]?.id));
      for (const id of deleted) desk.server.deleted.add(Number(id));
      const found = new Set<string>();
      for (let looks = 0; looks < 5; looks += 1) {
        await lookForDeleted(desk, found);
      }
      expect([...found].sort()).toEqual(deleted.sort());
      desk.server.fake.requests.length = 0;
      await lookForDeleted(desk);
      expect(desk.paths()).toHaveLength(4);
    });

    test.each(range(2, 4))('again where a request failed after %i others', async (answered) => {
      const desk = await held(2, 50);
      const deleted = desk.server.conversations.map((each) => String(each.messages[4]?.id));
      for (const id of deleted) desk.server.deleted.add(Number(id));
      const found = new Set<string>();
      let left = answered;
      desk.server.beforeAnswer = () => {
        left -= 1;
        if (left < 0) throw new TransportError('offline');
      };
      await expect(lookForDeleted(desk, found)).rejects.toThrow(TransportError);
      left = 100;
      await lookForDeleted(desk, found);
      expect([...found].sort()).toEqual(deleted.sort());
    });
  });

  test('asks only for what lies above the greatest id of a conversation with news', async () => {
    const desk = await held(3, 500);
    desk.server.write(2, range(1, 5));
    await desk.reader.look(1);
    const [, window] = desk.server.fake.requests;
    expect(window?.query).toEqual({ after: 1_001, before: Number.MAX_SAFE_INTEGER });
    expectAll(desk);
  });

  test('tells which conversations are gone', async () => {
    const desk = await held(30);
    desk.server.delete(17);
    await desk.reader.look(screen);
    expectAll(desk);
    expect(desk.reader.stored.has('801')).toBe(false);
  });

  test.each(range(1, 6))(
    'goes on where the first one was broken off after part %i',
    async (parts) => {
      const server = new MessageServer();
      for (const id of range(1, 30)) server.write(id, range(id * 1_000, 3));
      const reader = lookingReader(server);
      expect(await reader.look(screen, parts)).toBe(parts);
      await reader.look(screen);
      const newest = [...server.truth].sort(([, one], [, other]) => other - one).slice(0, screen);
      expect(newest.filter(([id]) => !reader.stored.has(id))).toEqual([]);
      await reader.readAll(all);
      expectAll({ server, reader });
    },
  );

  test.each(range(1, 4))('goes on where it was broken off after part %i', async (parts) => {
    const desk = await held(10);
    for (const id of [2, 5, 9]) desk.server.write(id, range(20_000 + id * 100, 4));
    desk.server.write(77, range(30_000, 4));
    expect(await desk.reader.look(screen, parts)).toBe(parts);
    await desk.reader.look(screen);
    expectAll(desk);
  });

  test('takes none for gone while the list has rows that cannot be read', async () => {
    const desk = await held(5);
    desk.server.unreadable.add(3);
    await desk.reader.look(screen);
    expectAll(desk);
  });

  test('goes through a long list only when its length has changed', async () => {
    const desk = await held(260, 2);
    await desk.reader.look(screen);
    const pages = () => desk.paths().filter((path) => path === 'conversations/filter').length;
    expect(pages()).toBe(4);
    desk.server.delete(1);
    await desk.reader.look(screen);
    expect(pages()).toBe(4 + 11);
    expectAll(desk);
  });

  test('does not go through all of a long list because of one row that is not readable', async () => {
    const server = new MessageServer();
    for (const id of range(1, 260)) server.write(id, range(id * 1_000, 2));
    server.unreadable.add(3);
    const reader = lookingReader(server);
    await reader.readAll(all);
    server.fake.requests.length = 0;
    await reader.look(screen);
    const lists = server.fake.requests.filter(({ path }) => path.endsWith('/filter'));
    expect(lists).toHaveLength(4);
  });

  test('counts a new message that is too large to be read', async () => {
    const desk = await held(3);
    Object.assign(desk.server, { byteLimit: 200, bytesOf: (id: number) => (id > 150 ? 201 : 1) });
    desk.server.write(2, [9_000]);
    await desk.reader.look(screen);
    if (desk.reader.cursor !== undefined) await desk.reader.readAll(all);
    expect(desk.reader.coverage).toMatchObject({ state: 'complete', dropped: 1 });
  });

  test('leaves what is not read yet to the one who asks for it', async () => {
    const server = new MessageServer();
    for (const id of range(1, 40)) server.write(id, range(id * 1_000, 300));
    const reader = lookingReader(server);
    await reader.read(screen);
    const { size } = reader.stored;
    await reader.look(screen);
    await reader.look(screen);
    expect(reader.stored.size).toBe(size);
    await reader.readAll(all);
    expectAll({ server, reader });
  });

  test('begins anew where the bookmark cannot be read', async () => {
    const desk = await held(2);
    desk.reader.bookmark = '{"v":1}';
    await desk.reader.look(screen);
    await desk.reader.readAll(all);
    expectAll(desk);
  });
});

describe('whatever happens on the server between any steps', () => {
  const time = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 50_000 }));
  const change = fc.record({
    kind: fc.constant('write' as const),
    id: fc.integer({ min: 1, max: 40 }),
    times: fc.oneof(
      { weight: 5, arbitrary: fc.array(time, { minLength: 1, maxLength: 60 }) },
      { weight: 1, arbitrary: fc.array(time, { minLength: 990, maxLength: 1_200, size: 'max' }) },
    ),
  });
  const removal = fc.record({
    kind: fc.constant('delete' as const),
    id: fc.integer({ min: 1, max: 40 }),
  });
  const step = fc.record({
    kind: fc.constantFrom('read' as const, 'look' as const),
    wanted: fc.constantFrom(1, 60, all),
    parts: fc.integer({ min: 1, max: 7 }),
  });
  const events = fc.array(fc.oneof(change, change, step, step, removal), { maxLength: 14 });

  it('a look and a read to the end hold all there is', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (some) => {
        const server = new MessageServer();
        const reader = lookingReader(server);
        for (const event of some.filter(isPossible)) await happen(event, server, reader);
        for (const wanted of [screen, all]) {
          await reader.look(screen);
          if (reader.cursor !== undefined) await reader.readAll(wanted);
        }
        expectAll({ server, reader });
      }),
      { numRuns: 150 },
    );
  });
});

type Happening =
  | { kind: 'write'; id: number; times: number[] }
  | { kind: 'delete'; id: number }
  | { kind: 'read' | 'look'; wanted: number; parts: number };

/** A server gives the id of a conversation that was deleted to no other one. */
function isPossible(event: Happening, at: number, all: readonly Happening[]): boolean {
  const isGone = (id: number) =>
    all.slice(0, at).some((each) => each.kind === 'delete' && each.id === id);
  return event.kind !== 'write' || !isGone(event.id);
}

async function happen(event: Happening, server: MessageServer, reader: CheckedReader) {
  if (event.kind === 'write') server.write(event.id, event.times);
  else if (event.kind === 'delete') server.delete(event.id);
  else if (event.kind === 'look' || reader.bookmark === undefined || reader.cursor !== undefined)
    await reader[event.kind](event.wanted, event.parts);
}
