import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { path, pathBelow } from '../../../../lib/http/encode-path';
import type { Transport, TransportRequest } from '../../../../lib/http/transport';
import { definitionOf, definitions } from '../../../../lib/platforms/registry';
import { createActionsTransport } from '../../../../lib/worker/membrane/actions-transport';
import { createWorld } from '../../../helpdesks/world/world';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { apiOver, onChaport, onChatra } from '../../platforms/emulated';
import { contract, shown } from '../../platforms/switches/contract';
import { membraneIdOf, membraneOf } from '../../platforms/through-membrane';

const world = createWorld(Date.now());
const platforms = ['chatra', 'chaport'] as const;

let served: ServedMembrane;
beforeAll(async () => {
  served = await serveMembrane({}, world);
});
beforeEach(() => {
  served.membrane.reset();
  for (const helpdesk of served.helpdesks) helpdesk.reset();
});
afterAll(() => served.stop());

const signal = AbortSignal.timeout(60_000);

function byActions(platform: (typeof platforms)[number]): Transport {
  const { api } = membraneOf(served);
  const connectionId = membraneIdOf(served, platform);
  const allowed = definitionOf(platform).relay.actions ?? [];
  return createActionsTransport({ api, connectionId, allowed, now: Date.now });
}

const runs = () =>
  served.membrane.log
    .api(/\/run$/)
    .map((each) => decodeURIComponent(each.path.split('/')[2] ?? ''));

test.each(['all', 'some', 'none'] as const)(
  'Chatra by its actions (keys: %s): a client is read, and a note is kept',
  async (actionKeys) => {
    served.membrane.switches.actionKeys = actionKeys;
    const { connection } = onChatra(world);
    const api = apiOver(connection, byActions('chatra'));
    const client = served.chatra.data.ofPerson('amelie');
    const record = onChatra(world).records.find(({ contact }) => contact.id === client.chatId);
    if (record === undefined) throw new TypeError('nobody');
    const page = shown('chatra', { conversationId: client.chatId, contactId: client.id });
    await contract.identifies(api, page, client.chatId);
    await contract.keepsNote(api, { ...record.contact, handle: client.id });
    expect(client.basic.notes).toContain('VIP');
    expect(served.membrane.log.api(/\/proxy\//)).toEqual([]);
  },
);

test('Chaport by its actions: who is on screen is known, and a note is kept', async () => {
  const { connection, records } = onChaport(world);
  const api = apiOver(connection, byActions('chaport'));
  const visitor = served.chaport.data.ofPerson('amelie');
  const record = records.find(({ contact }) => contact.id === visitor.id);
  if (record === undefined) throw new TypeError('nobody');
  await contract.identifies(api, shown('chaport', { contactId: visitor.id }), visitor.id);
  await contract.keepsNote(api, record.contact);
  expect(served.chaport.data.ofPerson('amelie').notes).toContain('VIP');
  expect(served.membrane.log.api(/\/proxy\//)).toEqual([]);
});

test('practice 12: no list holds what sends, edits or deletes a message, or administers', () => {
  const lists = definitions.flatMap(({ relay }) => relay.actions ?? []);
  expect(lists.length).toBeGreaterThan(0);
  const harmless = /^(?:get|list)-[a-z-]+$|^update-(?:client|visitor)$/;
  for (const { key, method } of lists) {
    expect(key).toMatch(harmless);
    expect(method).toBe(key.startsWith('update-') ? 'PUT' : 'GET');
  }
});

const segment = fc.oneof(
  fc.constantFrom('api', 'v1', 'clients', 'visitors', 'messages', 'pushedMessages', 'chats'),
  fc.constantFrom('operators', 'events', 'webhooks', 'status', 'me.json', 'c1'),
  fc.string({ minLength: 1, maxLength: 6 }).filter((text) => !/^\.{1,2}$/.test(text)),
);
const requests = fc.record({
  method: fc.constantFrom<TransportRequest['method']>('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  segments: fc.array(segment, { minLength: 1, maxLength: 6 }),
});

test.each(platforms)(
  'practice 12: whatever %s is asked for, only allowed actions run',
  async (platform) => {
    const transport = byActions(platform);
    const { actions = [] } = definitionOf(platform).relay;
    await fc.assert(
      fc.asyncProperty(requests, async ({ method, segments }) => {
        served.membrane.log.clear();
        const asked = pathBelow(
          path`/${segments[0] ?? ''}`,
          segments
            .slice(1)
            .map((each) => `/${encodeURIComponent(each)}`)
            .join(''),
        );
        const outcome: unknown = await transport
          .send({ method, path: asked, body: { text: 'Hello' }, signal })
          .catch((error: unknown) => Reflect.get(Object(error), 'failure'));
        const due = actions.find((each) => each.method === method && each.path.test(asked));
        if (due === undefined) {
          expect(outcome).toBe('relay-no-way');
          expect(runs()).toEqual([]);
        } else expect(runs()).toEqual([`act-${platform}-${due.key}`]);
      }),
      { numRuns: 80 },
    );
  },
);

test.each([
  ['POST', path`/api/messages`],
  ['POST', path`/api/pushedMessages`],
  ['PUT', path`/api/messages/${'m1'}`],
  ['DELETE', path`/api/clients/${'c1'}`],
  ['GET', path`/api/clients/${'c1'}/notes`],
] as const)('Chatra: %s %s goes no way', async (method, asked) => {
  const sent = byActions('chatra').send({ method, path: asked, signal });
  await expect(sent).rejects.toMatchObject({ failure: 'relay-no-way' });
  expect(runs()).toEqual([]);
});

test.each([
  [404, 'not-found'],
  [403, 'forbidden'],
  [401, 'unauthorised'],
  [500, 'server-error'],
])('a helpdesk’s %i within an output is the helpdesk’s refusal', async (status, failure) => {
  const output = { status, data: { message: 'no' } };
  const body = JSON.stringify({ output, actionRunId: 'run-1' });
  served.membrane.faults.add({ fault: { kind: 'status', status: 200, body }, path: /run$/ });
  const request = { path: path`/api/clients/${'c1'}`, signal } as const;
  for (const method of ['GET', 'PUT'] as const) {
    const sent = byActions('chatra').send({ ...request, method });
    const due = { failure, status, body: '{"message":"no"}', isOfRelay: false };
    await expect(sent).rejects.toMatchObject(due);
  }
});

test('a success within an output keeps its status', async () => {
  const output = { status: 201, data: { id: 'c1' } };
  const body = JSON.stringify({ output });
  served.membrane.faults.add({ fault: { kind: 'status', status: 200, body }, path: /run$/ });
  const asked = { method: 'GET', path: path`/api/clients/${'c1'}`, signal } as const;
  expect(await byActions('chatra').send(asked)).toEqual({ status: 201, body: { id: 'c1' } });
});

test('a made-up secret is asked of nobody, and an action that is gone is looked for anew', async () => {
  const transport = byActions('chatra');
  const [client] = served.chatra.data.clients;
  const request = { method: 'GET', path: path`/api/clients/${client?.id ?? ''}`, signal } as const;
  await expect(transport.send({ ...request, withMadeUpSecret: true })).rejects.toMatchObject({
    failure: 'forbidden',
  });
  expect(served.membrane.log.entries).toEqual([]);
  await transport.send(request);
  await transport.send(request);
  expect(served.membrane.log.api(/^\/actions$/)).toHaveLength(1);
  const body = JSON.stringify({ type: 'bad_request', key: 'not_found', message: 'gone' });
  served.membrane.faults.add({
    fault: { kind: 'status', status: 404, body },
    path: /run$/,
    times: 1,
  });
  await expect(transport.send(request)).rejects.toMatchObject({ failure: 'relay-gone' });
  await transport.send(request);
  expect(served.membrane.log.api(/^\/actions$/)).toHaveLength(2);
});
