import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { path } from '../../../lib/http/encode-path';
import { withRetry } from '../../../lib/http/retry';
import { TransportError } from '../../../lib/http/transport-error';
import type { Connection } from '../../../lib/model/connection';
import type { Contact } from '../../../lib/model/contact';
import type { PlatformApi } from '../../../lib/platforms/contract/api';
import { throughMembrane } from '../../../lib/worker/membrane/through-membrane';
import { createWorld } from '../../helpdesks/world/world';
import { type ServedMembrane, serveMembrane } from '../helpdesks/membrane-server';
import { apiOver, onChaport, onChatra, onChatwoot, onKustomer } from './emulated';
import { transportThroughMembrane } from './through-membrane';

const world = createWorld(Date.now());

/** What every platform does for the main job, asked directly and through Membrane: the same comes back. */
let served: ServedMembrane;
beforeAll(async () => {
  served = await serveMembrane({}, world);
});
beforeEach(() => {
  served.membrane.reset();
  for (const helpdesk of served.helpdesks) helpdesk.reset();
});
afterAll(() => served.stop());

const direct = {
  chatwoot: onChatwoot(world),
  kustomer: onKustomer(world),
  chaport: onChaport(world),
  chatra: onChatra(world),
};
type Name = keyof typeof direct;
const names = Object.keys(direct).filter((name): name is Name => name in direct);

async function apiThroughMembrane(name: Name): Promise<PlatformApi> {
  const connection: Connection = { ...direct[name].connection, facts: {} };
  const transport = withRetry(await transportThroughMembrane(served, connection));
  return throughMembrane(apiOver(connection, transport), name);
}

const signal = AbortSignal.timeout(60_000);
const withoutTimes = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner) => (/^(fetched|checked)At$/.test(key) ? 0 : inner)),
  );

/** Everything of a history, however it was divided on the way. */
async function wholeHistory(api: PlatformApi, contact: Contact) {
  const conversations = new Map<string, unknown>();
  const messages = new Map<string, unknown>();
  if (api.history === undefined) return undefined;
  let coverage: unknown;
  for await (const part of api.history(contact, { signal, wanted: Number.POSITIVE_INFINITY })) {
    for (const each of part.conversations) conversations.set(each.id, each);
    for (const each of part.messages) messages.set(each.id, each);
    coverage = part.coverage;
  }
  return withoutTimes([[...conversations].toSorted(byId), [...messages].toSorted(byId), coverage]);
}

function byId([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b);
}

const bases = [
  { chatwootBase: '', kustomerBase: '', chaportBase: '', chatraBase: '' },
  { chatwootBase: '/api/v1', kustomerBase: '/v1', chaportBase: '/api/v1', chatraBase: '/api' },
  { chatwootBase: '/api/v1/accounts/1', chaportBase: '/api' },
] as const;

describe.each(bases)('bases %o', (switches) => {
  beforeEach(() => {
    Object.assign(served.membrane.switches, switches);
  });

  test.each(names)(
    '%s: check, history, notes and replies are what they are directly',
    async (name) => {
      const { records, connection, transport } = direct[name];
      const plain = apiOver({ ...connection, facts: {} }, transport);
      const through = await apiThroughMembrane(name);
      const checked = await plain.check(signal);
      // Keys cannot be proven through Membrane, where there are none; nothing is said about them.
      const warnings = name === 'chatra' ? [] : checked.warnings;
      expect(await through.check(signal)).toEqual({ ...checked, warnings });
      const [record, other] = records;
      for (const { contact } of [record, other].flatMap((each) => each ?? [])) {
        expect(await wholeHistory(through, contact)).toEqual(await wholeHistory(plain, contact));
        expect(await through.notes?.read(contact, signal)).toEqual(
          await plain.notes?.read(contact, signal),
        );
        expect(await through.tagsOf?.(contact, signal)).toEqual(
          await plain.tagsOf?.(contact, signal),
        );
      }
      expect(await through.replies?.(signal)).toEqual(await plain.replies?.(signal));
      if (name === 'chaport') {
        const page = await through.directoryPage?.(undefined, signal);
        const next = await through.directoryPage?.(page?.next, signal);
        const first = await plain.directoryPage?.(undefined, signal);
        expect(withoutTimes(page)).toEqual(withoutTimes(first));
        expect(withoutTimes(next)).toEqual(
          withoutTimes(await plain.directoryPage?.(first?.next, signal)),
        );
      }
      for (const { log } of served.helpdesks) {
        expect(log.entries.every(({ headers }) => !('membrane-token' in headers))).toBe(true);
      }
    },
  );
});

test.each(names)('%s: a contact is completed, and taken back, as it is directly', async (name) => {
  const { records, connection, transport } = direct[name];
  const { contactFields: plain } = apiOver({ ...connection, facts: {} }, transport);
  const { contactFields: through } = await apiThroughMembrane(name);
  const [record] = records;
  if (record === undefined || plain === undefined || through === undefined) {
    throw new Error('there is nobody');
  }
  const told = async () => [...(await through.read(record.contact, signal)).fields];
  const before = await told();
  expect(before).toEqual([...(await plain.read(record.contact, signal)).fields]);
  const asRead = await through.read(record.contact, signal);
  const replaced = asRead.fields.get('name')?.replaced;
  await through.write(asRead, { field: 'name', out: replaced, put: 'Zoe Archer' }, signal);
  const during = await through.read(record.contact, signal);
  expect(during.fields.get('name')?.texts).toContain('Zoe Archer');
  await through.write(during, { field: 'name', out: 'Zoe Archer', put: replaced }, signal);
  expect(await told()).toEqual(before);
});

test.each(['chatwoot', 'kustomer'] as const)(
  '%s: a response is made, changed and deleted through Membrane',
  async (name) => {
    const api = await apiThroughMembrane(name);
    const listed = async () =>
      ((await api.replies?.(signal))?.replies ?? []).map(({ title, body }) => [title, body]);
    const before = await listed();
    const draft = { title: 'parcel', shortcut: 'parcel', body: 'On **its** way', tags: [] };
    const more = { variants: [], platforms: [] };
    const saved = await api.saveReply?.({ ...draft, ...more }, signal);
    if (saved === undefined) throw new Error('responses cannot be written');
    expect(await listed()).toContainEqual(['parcel', 'On **its** way']);
    await api.saveReply?.({ ...draft, ...more, id: saved.id, body: 'It arrived' }, signal);
    expect(await listed()).toContainEqual(['parcel', 'It arrived']);
    await api.removeReply?.(saved.id, signal);
    expect(await listed()).toEqual(before);
  },
);

test.each(names)('%s: a connection that is gone is never "no such customer"', async (name) => {
  const through = await apiThroughMembrane(name);
  const held = served.membrane.tenants.find('desk', name);
  held.archivedAt = 'now';
  const [record] = direct[name].records;
  if (record === undefined) throw new Error('there is nobody');
  const error = await through.check(signal).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TransportError);
  expect(error).toMatchObject({ failure: 'relay-gone' });
  const read = through.notes?.read(record.contact, signal).catch((reason: unknown) => reason);
  expect(await read).toMatchObject({ failure: 'relay-gone' });
});

test.each(names)(
  '%s: dead credentials are Membrane’s matter, in words without a key',
  async (name) => {
    const through = await apiThroughMembrane(name);
    served.membrane.tenants.find('desk', name).isKeyDead = true;
    for (const switched of ['stays-ready', 'disconnects'] as const) {
      served.membrane.switches.afterRefusedKey = switched;
      const error: unknown = await through.check(signal).catch((reason: unknown) => reason);
      const reason = Reflect.get(Object(error), 'reason') ?? Reflect.get(Object(error), 'failure');
      expect(reason, switched).toBe('relay-reconnect');
      expect(String(Reflect.get(Object(error), 'message'))).not.toMatch(/\bkeys?\b|token/i);
    }
  },
);

test('what Chatwoot refuses for want of a right is asked for once, and other things go on', async () => {
  const transport = await transportThroughMembrane(served, direct.chatwoot.connection);
  const body = JSON.stringify({ error: 'You are not authorized to do this action' });
  const refusal = { kind: 'status', status: 401, body } as const;
  served.chatwoot.faults.add({ fault: refusal, path: /conversations\/7$/ });
  const ask = (id: number) =>
    transport
      .send({ method: 'GET', path: path`/api/v1/accounts/1/conversations/${id}`, signal })
      .catch((error: unknown) => error);
  for (let time = 0; time < 3; time += 1) {
    expect(await ask(7)).toMatchObject({ failure: 'unauthorised', status: 401, body });
  }
  expect(served.chatwoot.log.api(/conversations\/7$/)).toHaveLength(1);
  expect(await ask(150)).toMatchObject({ status: 200 });
});

test('at most four calls to Membrane are under way at once', async () => {
  const transport = await transportThroughMembrane(served, direct.kustomer.connection);
  served.membrane.log.clear();
  served.membrane.faults.add({ fault: { kind: 'held' } });
  const calls = Array.from({ length: 9 }, () =>
    transport.send({ method: 'GET', path: path`/v1/orgs/current`, signal }),
  );
  await expect.poll(() => served.membrane.log.entries.length).toBe(4);
  served.membrane.faults.clear();
  await Promise.all(calls);
  expect(served.membrane.log.entries).toHaveLength(9);
});

test.each([
  [404, 'not-found'],
  [403, 'forbidden'],
  [422, 'refused'],
])(
  'a helpdesk that refuses with a page (%d) is not taken for trouble of Membrane’s',
  async (status, failure) => {
    const transport = await transportThroughMembrane(served, direct.chatra.connection);
    const page = { kind: 'status', status, body: '<!doctype html><title>No</title>' } as const;
    const ask = () =>
      transport
        .send({ method: 'GET', path: path`/api/clients/nobody`, signal })
        .catch((error: unknown) => error);
    served.chatra.faults.add({ fault: page });
    expect(await ask()).toMatchObject({ failure, status, isOfRelay: false });
    // What stands before Membrane may answer so, too: then Membrane’s own calls meet it as well.
    served.membrane.faults.add({ fault: page });
    expect(await ask()).toMatchObject({ failure: 'server-error', isOfRelay: true });
  },
);
