import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransportRequest } from '../../../../../lib/http/transport';
import { TransportError } from '../../../../../lib/http/transport-error';
import type { Contact } from '../../../../../lib/model/contact';
import { CheckedReader } from '../../history-reader';
import { ago, fakeChatwoot, rawConversation, rawMessage } from '../fake-chatwoot';

const A = '/api/v1/accounts/3';
const filter = `POST ${A}/conversations/filter`;

const contact: Contact = {
  connectionId: 'c-1',
  id: '41',
  platform: 'chatwoot',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: 0,
};

/** Conversations by id, each with the ids of its messages, which also order all in time. */
type Server = Map<number, number[]>;

/** How a server answers a question for many messages, where not as Chatwoot 4.15 does. */
type Quirk = 'ignores after' | 'ignores before' | 'fails' | 'gives 300' | 'none';

const limits = new Map<Quirk, number>([['gives 300', 300]]);

const epoch = ago(1_000_000);

/** The adapter over a server that keeps these conversations, a second per message id. */
function serving(server: Server, quirk: Quirk = 'none') {
  const routes = new Proxy<Record<string, (request: TransportRequest) => unknown>>(
    {},
    {
      get: (_target, address) => {
        const [, id] = /^GET .*\/conversations\/(\d+)\/messages$/.exec(String(address)) ?? [];
        if (id !== undefined)
          return (request: TransportRequest) => messages(server, id, request, quirk);
        return String(address) === filter
          ? (request: TransportRequest) => listed(server, request)
          : undefined;
      },
    },
  );
  const chatwoot = fakeChatwoot(routes);
  const times = [...server.values()].flat().map((id): [string, number] => [String(id), timeOf(id)]);
  return { ...chatwoot, contact, truth: new Map(times) };
}

function listed(server: Server, { query }: TransportRequest) {
  const page = Number(query?.page);
  const rows = [...server]
    .sort(([, one], [, other]) => Math.max(...other) - Math.max(...one))
    .slice((page - 1) * 25, page * 25)
    .map(([id, ids]) => {
      const last = Math.max(...ids);
      const at = epoch + last;
      const preview = { ...rawMessage(last), created_at: at };
      return rawConversation(id, { messages: [preview], last_activity_at: at, timestamp: at });
    });
  return { meta: { all_count: server.size }, payload: rows };
}

function messages(server: Server, id: string, { query }: TransportRequest, quirk: Quirk) {
  const ids = server.get(Number(id)) ?? [];
  const isBulk = query?.before !== undefined && query.after !== undefined;
  if (isBulk && quirk === 'fails') throw new TransportError('too-large');
  const asked = (name: 'before' | 'after', otherwise: number) =>
    Number((isBulk && quirk === `ignores ${name}` ? undefined : query?.[name]) ?? otherwise);
  const before = asked('before', Number.POSITIVE_INFINITY);
  const after = asked('after', 0);
  const between = ids.filter((each) => each >= after && each < before);
  const most = before === Number.POSITIVE_INFINITY ? 100 : (limits.get(quirk) ?? 1_000);
  const rows = after === 0 ? between.slice(-20) : between.slice(0, most);
  return {
    meta: {},
    payload: rows.map((each) => ({ ...rawMessage(each), created_at: epoch + each })),
  };
}

function timeOf(id: number): number {
  return (epoch + id) * 1_000;
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

describe('one screen at a time', () => {
  it('reads where the newest gap is, and no more than is wanted', async () => {
    const server = serving(
      new Map([
        [1, range(1, 500)],
        [2, range(501, 30)],
        [3, range(531, 50)],
      ]),
    );
    const reader = new CheckedReader(server);
    await reader.read(60);
    expect(reader.coverage).toMatchObject({ state: 'partial', more: true });
    expect(server.requests.length).toBeLessThanOrEqual(1 + 6);
    await reader.read(60);
    expect(server.requests.length).toBeLessThanOrEqual(1 + 6 + 4);
    await reader.readAll(60);
    reader.expectWhole();
  });

  it('asks for further conversations only when their turn comes', async () => {
    const many = new Map(range(1, 90).map((id): [number, number[]] => [id, range(id * 10, 10)]));
    const server = serving(many);
    const pages = () => server.requests.filter(({ method }) => method === 'POST').length;
    const reader = new CheckedReader(server);
    await reader.read(60);
    expect(pages()).toBe(1);
    await reader.readAll(60);
    expect(pages()).toBe(4);
    expect(reader.coverage?.state).toBe('complete');
    reader.expectWhole();
  });

  it('finds a conversation that jumped ahead while the list was read', async () => {
    const many = new Map(range(1, 60).map((id): [number, number[]] => [id, range(id * 10, 5)]));
    const server = serving(many);
    const reader = new CheckedReader(server);
    await reader.read(60);
    // The oldest conversation gets a new message and moves from the last page to the first.
    many.get(1)?.push(1_000);
    await reader.readAll(60);
    expect(reader.coverage?.state).toBe('complete');
    expect([10, 11, 12, 13, 14].filter((id) => !reader.stored.has(String(id)))).toEqual([]);
  });

  it('finds a conversation that moved up because others were deleted', async () => {
    const many = new Map(range(1, 60).map((id): [number, number[]] => [id, range(id * 10, 5)]));
    const server = serving(many);
    const reader = new CheckedReader(server);
    await reader.read(60);
    for (const id of [58, 59, 60]) many.delete(id);
    await reader.readAll(60);
    const kept = [...many.values()].flat().filter((id) => !reader.stored.has(String(id)));
    expect(kept).toEqual([]);
  });

  it('calls no list whole that has fewer conversations than the server counts', async () => {
    const many = new Map(range(1, 60).map((id): [number, number[]] => [id, range(id * 10, 2)]));
    const server = serving(many);
    const hidden = { ...server, api: withoutOne(many, 30) };
    const reader = new CheckedReader(hidden);
    await reader.readAll(Number.POSITIVE_INFINITY);
    const short = { state: 'partial', reason: 'more-on-platform', more: undefined };
    expect(reader.coverage).toMatchObject(short);
    await reader.look(60);
    expect(reader.coverage).toMatchObject(short);
    const found = new CheckedReader(server);
    await found.readAll(Number.POSITIVE_INFINITY);
    expect(found.coverage?.state).toBe('complete');
  });

  it('ends when a server gives the same page of conversations for ever', async () => {
    const many = new Map(range(1, 25).map((id): [number, number[]] => [id, range(id * 10, 2)]));
    const { api, requests } = fakeChatwoot(
      new Proxy(
        {},
        {
          get: (_target, address) =>
            String(address) === filter
              ? () => ({ meta: { all_count: 500 }, payload: listed(many, request(1)).payload })
              : (each: TransportRequest) =>
                  messages(many, each.path.split('/').at(-2) ?? '', each, 'none'),
        },
      ),
    );
    const reader = new CheckedReader({ api, contact, truth: new Map() });
    await reader.readAll(Number.POSITIVE_INFINITY);
    expect(requests.filter(({ method }) => method === 'POST').length).toBeLessThan(8);
    expect(reader.coverage).toMatchObject({ state: 'partial', reason: 'more-on-platform' });
    expect(reader.coverage?.more).toBeUndefined();
  });
});

/** The adapter over a server that lists the newest conversation twice, in the place of another. */
function withoutOne(server: Server, hidden: number) {
  const answer = (each: TransportRequest) => {
    const page = listed(server, each);
    const id = server.size;
    const rows = listed(new Map([[id, server.get(id) ?? []]]), request(1)).payload;
    return { ...page, payload: page.payload.flatMap((row) => (row.id === hidden ? rows : [row])) };
  };
  const route = (each: TransportRequest) =>
    messages(server, each.path.split('/').at(-2) ?? '', each, 'none');
  const get = (_target: object, address: string | symbol) =>
    String(address) === filter ? answer : route;
  return fakeChatwoot(new Proxy({}, { get })).api;
}

function request(page: number): TransportRequest {
  return {
    method: 'POST',
    path: '' as never,
    query: { page },
    signal: new AbortController().signal,
  };
}

describe('a conversation of 50,000 messages', () => {
  it('is read with few calls when all is wanted, and no part is larger than an answer', async () => {
    const server = serving(new Map([[1, range(1, 50_000)]]));
    const { api, requests } = server;
    const seen = new Uint8Array(50_001);
    let largest = 0;
    const { signal } = new AbortController();
    for await (const part of api.history?.(contact, { signal, wanted: Number.POSITIVE_INFINITY }) ??
      []) {
      largest = Math.max(largest, part.messages.length);
      for (const { id } of part.messages) seen[Number(id)] = 1;
      expect((part.cursor ?? '').length).toBeLessThan(500);
    }
    expect(seen.reduce((sum, each) => sum + each, 0)).toBe(50_000);
    expect(largest).toBe(1_000);
    expect(requests.length).toBeLessThan(60);
  });

  it('can be broken off in the middle and goes on there', async () => {
    const server = serving(new Map([[1, range(1, 5_000)]]));
    const reader = new CheckedReader(server);
    await reader.read(Number.POSITIVE_INFINITY, 5);
    await reader.read(60);
    await reader.readAll(Number.POSITIVE_INFINITY);
    reader.expectWhole();
    expect(server.requests.length).toBeLessThan(20);
  });

  it.each<Quirk>(['ignores after', 'ignores before', 'fails', 'gives 300'])(
    'is whole in the end where the server %s',
    async (quirk) => {
      const server = serving(
        new Map([
          [1, range(1, 1_234)],
          [2, range(2_000, 20)],
        ]),
        quirk,
      );
      const reader = new CheckedReader(server);
      await reader.readAll(Number.POSITIVE_INFINITY);
      expect(reader.coverage?.state).toBe('complete');
      reader.expectWhole();
    },
  );
});

describe('any history, read in any steps and broken off anywhere', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 60 });
  const steps = fc.array(
    fc.record({
      wanted: fc.constantFrom(1, 20, 60, 250, Number.POSITIVE_INFINITY),
      parts: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 8 },
  );
  const quirks = fc.constantFrom<Quirk>('none', 'none', 'ignores after', 'gives 300', 'fails');

  it('is whole in the end, each message once, and never claimed to be more than it is', async () => {
    await fc.assert(
      fc.asyncProperty(counts, steps, quirks, fc.integer(), async (sizes, some, quirk, seed) => {
        const reader = new CheckedReader(serving(interleaved(sizes, seed), quirk));
        for (const { wanted, parts } of some) {
          if (reader.calls > 0 && reader.cursor === undefined) break;
          await reader.read(wanted, parts);
        }
        if (reader.calls === 0 || reader.cursor !== undefined) await reader.readAll(60);
        expect(reader.coverage?.state).toBe('complete');
        reader.expectWhole();
      }),
      { numRuns: 40 },
    );
  });
});

/** Conversations of these sizes whose messages alternate in time in an order made from `seed`. */
function interleaved(sizes: readonly number[], seed: number): Server {
  const server: Server = new Map(sizes.map((_, index) => [index + 1, []]));
  const turns = sizes.flatMap((size, index) =>
    range(0, size).map((turn) => ({
      id: index + 1,
      at: Math.imul(seed ^ (turn + index * 997), 0x9e3779b1) >>> 0,
    })),
  );
  turns.sort((one, other) => one.at - other.at || one.id - other.id);
  for (const [index, { id }] of turns.entries()) server.get(id)?.push(index + 1);
  return server;
}
