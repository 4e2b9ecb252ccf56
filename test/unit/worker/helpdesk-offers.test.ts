import { expect, test } from 'vitest';
import type { Connection } from '../../../lib/model/connection';
import { definitions } from '../../../lib/platforms/registry';
import type { Policy } from '../../../lib/storage/policy';
import { helpdeskOffers, type OpenTab } from '../../../lib/worker/helpdesk-offers';

const offered = (tabs: OpenTab[], policy: Policy = {}, connections: Connection[] = []) =>
  helpdeskOffers({ definitions, policy, tabs, connections });
const inShort = (...given: Parameters<typeof offered>) =>
  offered(...given).offers.map(({ platform, source, host, isSure, connectionId }) =>
    [platform, source, host, !isSure && 'unsure', connectionId && 'connected']
      .filter((each) => typeof each === 'string' && each !== '')
      .join(' '),
  );

const all = definitions.map(({ name }) => name);
const others = (...known: string[]) =>
  all.filter((name) => !known.includes(name)).map((name) => `${name} platform`);

function connected(more: Partial<Connection>): Connection {
  return {
    id: 'c1',
    platform: 'kustomer',
    label: 'Acme',
    apiOrigin: 'https://acme.api.kustomerapp.com',
    pageOrigin: 'https://acme.kustomerapp.com',
    transport: 'direct',
    health: { state: 'ok' },
    facts: {},
    fields: { org: 'acme' },
    createdAt: 1,
    ...more,
  };
}

const tabs: [string, string, string | undefined][] = [
  ['https://app.chatwoot.com/app/accounts/3/dashboard', '', 'chatwoot tab app.chatwoot.com'],
  ['https://app.chatwoot.com/app/login', '', 'chatwoot tab app.chatwoot.com'],
  ['https://help.acme.example/app/accounts/1/x', '(2) Chatwoot', 'chatwoot tab help.acme.example'],
  ['https://chatwoot.acme.example/app/login', '', 'chatwoot tab chatwoot.acme.example'],
  ['https://a.example/app/accounts/1/conversations/5', 'Desk', 'chatwoot tab a.example unsure'],
  ['http://localhost:3000/app/accounts/1/', 'Chatwoot', 'chatwoot tab localhost:3000'],
  ['https://acme.kustomerapp.com/app/customers/1', '', 'kustomer tab acme.kustomerapp.com'],
  ['https://app.chaport.ru/#/chats', '', 'chaport tab app.chaport.ru'],
  ['https://app.chatra.io/conversations/x', '', 'chatra tab app.chatra.io'],
  // What is no helpdesk, or none that a key may be sent to.
  ['http://help.acme.example/app/accounts/1/', 'Chatwoot', undefined],
  ['https://a.example/app/login', 'Sign in', undefined],
  ['https://a.example/blog?u=/app/accounts/1/', 'Chatwoot', undefined],
  ['https://a.example/accounts/1', 'About Chatwoot', undefined],
  ['https://cdn.kustomerapp.com/', '', undefined],
  ['https://kustomerapp.com.evil.example/app', '', undefined],
  ['https://evilkustomerapp.com/app', '', undefined],
  ['https://app.chaport.com.evil.example/', '', undefined],
  ['https://www.chatra.io/', 'Chatra', undefined],
  ['chrome://settings', '', undefined],
  ['not an address', 'Chatwoot', undefined],
];

test.each(tabs)('an open tab at %s (%s) is %s', (url, title, found) => {
  const list = inShort([{ url, title }]);
  if (found === undefined) expect(list).toEqual(others());
  else expect(list[0]).toBe(found);
});

test('answers and account come from the address, and one account is offered once', () => {
  const { offers } = offered([
    { url: 'https://desk.example/app/accounts/7/dashboard', title: 'Chatwoot' },
    { url: 'https://desk.example/app/accounts/7/conversations/1', title: 'Chatwoot' },
    { url: 'https://desk.example/app/accounts/8/dashboard', title: 'Chatwoot' },
    { url: 'https://app.chaport.com/', title: '' },
  ]);
  const answers = offers.filter(({ source }) => source === 'tab').map(({ fields }) => fields);
  expect(answers).toEqual([
    { origin: 'https://desk.example', account: '7' },
    { origin: 'https://desk.example', account: '8' },
    { region: 'com' },
  ]);
  expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
});

test('what only looks like a helpdesk comes after what is one, and leaves its platform to be chosen', () => {
  const list = inShort([
    { url: 'https://a.example/app/accounts/1/', title: 'Desk' },
    { url: 'https://app.chatra.io/', title: '' },
  ]);
  expect(list).toEqual([
    'chatra tab app.chatra.io',
    'chatwoot tab a.example unsure',
    ...others('chatra'),
  ]);
});

test('the organisation’s helpdesks come first, with its answers; forbidden ones are not offered', () => {
  const policy: Policy = {
    platforms: ['chatwoot', 'kustomer'],
    helpdesks: [
      { platform: 'kustomer', fields: { org: 'acme' }, label: 'Acme support' },
      { platform: 'chatra', fields: {} },
    ],
  };
  const open = [
    { url: 'https://app.chatra.io/', title: '' },
    { url: 'https://acme.kustomerapp.com/app', title: '' },
    { url: 'https://app.chatwoot.com/app/accounts/1/', title: '' },
  ];
  const { offers } = offered(open, policy);
  expect(offers).toMatchObject([
    {
      platform: 'kustomer',
      source: 'organisation',
      label: 'Acme support',
      fields: { org: 'acme' },
    },
    { platform: 'chatwoot', source: 'tab' },
  ]);
  expect(offers).toHaveLength(2);
});

test('an organisation’s helpdesk with answers that are not complete is shown all the same', () => {
  const { offers } = offered([], { helpdesks: [{ platform: 'kustomer', fields: { org: '' } }] });
  expect(offers[0]).toMatchObject({ platform: 'kustomer', source: 'organisation' });
  expect(offers[0]?.host).toBeUndefined();
});

test('the ways that the organisation allows are told', () => {
  expect(offered([]).ways).toEqual({ direct: true, membrane: true });
  const policy = { features: { directKeys: false, membrane: true } };
  expect(offered([], policy).ways).toEqual({ direct: false, membrane: true });
});

test('what is connected is said to be, whether its tab is open or not', () => {
  expect(inShort([], {}, [connected({})])).toEqual([
    'kustomer connected acme.kustomerapp.com connected',
    ...others('kustomer'),
  ]);
  expect(inShort([{ url: 'https://acme.kustomerapp.com/app' }], {}, [connected({})])[0]).toBe(
    'kustomer tab acme.kustomerapp.com connected',
  );
  const other = [{ url: 'https://globex.kustomerapp.com/app' }];
  expect(inShort(other, {}, [connected({})]).slice(0, 2)).toEqual([
    'kustomer tab globex.kustomerapp.com',
    'kustomer connected acme.kustomerapp.com connected',
  ]);
});

test('tabs whose address the browser hides are counted, and thousands of tabs end in a short list', () => {
  expect(offered([{}, { url: '' }, { url: 'https://a.example/' }]).hiddenTabs).toBe(2);
  const many = Array.from({ length: 5_000 }, (_, index) => ({
    url: `https://org-${index}.kustomerapp.com/app`,
    title: '',
  }));
  expect(offered(many).offers).toHaveLength(30);
});
