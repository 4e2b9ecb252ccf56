import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TransportError } from '../../../../lib/http/transport-error';
import { definitionOf } from '../../../../lib/platforms/registry';
import { findMembraneRoute, type RouteSearch } from '../../../../lib/worker/membrane/route';
import type { AccountName } from '../../../helpdesks/membrane/apps';
import type { MembraneSwitches } from '../../../helpdesks/membrane/switches';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { membraneIdOf, membraneOf } from '../../platforms/through-membrane';

let served: ServedMembrane;
beforeAll(async () => {
  served = await serveMembrane();
});
beforeEach(() => {
  served.membrane.reset();
  for (const helpdesk of served.helpdesks) helpdesk.reset();
});
afterAll(() => served.stop());

const origins: Record<string, string> = {
  chatwoot: 'https://app.chatwoot.com',
  kustomer: 'https://acme.api.kustomerapp.com',
  chaport: 'https://app.chaport.com',
  chatra: 'https://app.chatra.io',
};

function searchFor(platform: string, more: Partial<RouteSearch> = {}): RouteSearch {
  const account = platform === 'chatwoot' ? '1' : undefined;
  return {
    ...membraneOf(served),
    profile: definitionOf(platform).relay,
    connectionId: membraneIdOf(served, platform),
    target: { apiOrigin: origins[platform] ?? '', account },
    contacts: [],
    ...more,
  };
}

const find = (search: RouteSearch) => findMembraneRoute(search, AbortSignal.timeout(20_000));

const bases: [string, Partial<MembraneSwitches>, string][] = [
  ['chatwoot', { chatwootBase: '' }, ''],
  ['chatwoot', { chatwootBase: '/api/v1' }, '/api/v1'],
  ['chatwoot', { chatwootBase: '/api/v1/accounts/1' }, '/api/v1/accounts/1'],
  ['kustomer', { kustomerBase: '' }, ''],
  ['kustomer', { kustomerBase: '/v1' }, '/v1'],
  ['chaport', { chaportBase: '' }, ''],
  ['chaport', { chaportBase: '/api/v1' }, '/api/v1'],
  ['chaport', { chaportBase: '/api' }, '/api'],
  ['chatra', { chatraBase: '' }, ''],
  ['chatra', { chatraBase: '/api' }, '/api'],
];

describe.each(['shown', 'formula', 'hidden'] as const)('actions with their request %s', (form) => {
  const all = form === 'hidden' ? bases.filter(([platform]) => platform !== 'chatra') : bases;
  test.each(all)('%s with %o is asked less "%s"', async (platform, switches, prefix) => {
    Object.assign(served.membrane.switches, switches, { actionRequests: form });
    expect(await find(searchFor(platform))).toEqual({ kind: 'prefix', prefix });
    const methods = served.helpdesks.flatMap(({ log }) => log.api().map(({ method }) => method));
    expect(methods.every((method) => method === 'GET')).toBe(true);
  });
});

test('Chatra: where no action tells the base, only a client that is known proves it', async () => {
  served.membrane.switches.actionRequests = 'hidden';
  const [client] = served.chatra.data.clients;
  const contact = {
    ...{ connectionId: 'chatra-1', platform: 'chatra', id: 'c', fetchedAt: 0 },
    ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
    handle: client?.id ?? '',
  };
  expect(await find(searchFor('chatra'))).toEqual({ kind: 'actions' });
  served.membrane.switches.actionKeys = 'none';
  expect(await find(searchFor('chatra'))).toEqual({ kind: 'actions' });
  const known = searchFor('chatra', { contacts: [contact] });
  const proven = definitionOf('chatra').relay.prefixes(undefined);
  expect(proven).toContain('/api');
  expect(
    await find({
      ...known,
      profile: { ...known.profile, probe: () => known.profile.contactPath?.(contact) },
    }),
  ).toEqual({
    kind: 'prefix',
    prefix: '/api',
  });
});

test('a base that nobody expects leads to whole addresses, on the vendor’s own hosts only', async () => {
  served.membrane.switches.chatwootBase = '/api/v1/accounts/1';
  const stranger = { apiOrigin: 'https://app.chatwoot.com', account: '7' };
  const search = searchFor('chatwoot', { target: stranger });
  expect(await find(search)).toEqual({ kind: 'absolute' });
  const ofOwn = { ...search.profile, isVendorHost: () => false };
  expect(await find({ ...search, profile: ofOwn })).toBeUndefined();
  for (const absoluteAddresses of ['refused', 'merged-slashes'] as const) {
    Object.assign(served.membrane.switches, { absoluteAddresses });
    expect(await find(search), absoluteAddresses).toBeUndefined();
  }
});

test.each([
  ['chatwoot', 'Chatwoot cloud'],
  ['chaport', 'Chaport com'],
] as [string, AccountName][])(
  '%s: dead credentials are told from a wrong base',
  async (platform) => {
    const held = served.membrane.tenants.find('desk', platform);
    held.isKeyDead = true;
    const error: TransportError = await find(searchFor(platform)).then(
      () => Promise.reject(new Error('a way was found')),
      (reason) => reason,
    );
    expect(error.failure).toBe('relay-reconnect');
  },
);

test('Kustomer’s own refusal proves the base, too', async () => {
  served.membrane.tenants.find('desk', 'kustomer').account = 'Kustomer acme, expired';
  expect(await find(searchFor('kustomer'))).toEqual({ kind: 'prefix', prefix: '/v1' });
});
