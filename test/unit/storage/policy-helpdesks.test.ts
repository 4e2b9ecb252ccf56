import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { definitions } from '../../../lib/platforms/registry';
import { readManagedPolicy, readPolicy } from '../../../lib/storage/policy';
import { policyRefusal, readHelpdeskPolicy } from '../../../lib/worker/apply-policy';

const known = definitions.map((each) => each.describe());
const helpdesk = { platform: 'chatwoot', origin: 'https://desk.example', account: '3' };

it('a policy names only helpdesks that there are, and tells the others', () => {
  const zendesk = { platform: 'zendesk', origin: 'https://z.example' };
  const raw = { platforms: ['chatwot', 'chatra'], helpdesks: [zendesk, helpdesk] };
  const { policy, problems } = readPolicy(raw, known);
  const what = 'not a helpdesk that Deskside knows';
  expect(policy.platforms).toEqual(['chatra']);
  expect(policy.helpdesks).toEqual(readPolicy({ helpdesks: [helpdesk] }).policy.helpdesks);
  expect(problems).toEqual([
    { entry: 'platforms', item: 1, what },
    { entry: 'helpdesks', item: 1, what },
  ]);
  expect(readPolicy({ platforms: ['chatwot'] }, known).policy.platforms).toBeUndefined();
});

it('a policy holds no key of a helpdesk, and tells where one was', () => {
  const raw = {
    helpdesks: [
      { ...helpdesk, token: 'secret' },
      { platform: 'chatra', x: '1' },
    ],
  };
  const { policy, problems } = readPolicy(raw, known);
  expect(policy.helpdesks?.map(({ fields }) => fields)).toEqual([
    { origin: 'https://desk.example', account: '3' },
    {},
  ]);
  expect(problems.map(({ entry, item }) => `${entry} ${item}`)).toEqual([
    'helpdesks 1',
    'helpdesks 2',
  ]);
  const whole = { platforms: ['chatwoot', 'kustomer'], helpdesks: [helpdesk] };
  expect(readPolicy(whole, known)).toEqual(readPolicy(whole));
  expect(readPolicy(whole, known).problems).toEqual([]);
});

it.each([
  ['https://API.getmembrane.com:443/', 'https://api.getmembrane.com'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ['https://a\\b', undefined],
  ['https://%', undefined],
])('a policy takes %s for Membrane’s address only as an origin', (membraneBase, origin) => {
  const { policy, problems } = readPolicy({ membraneBase });
  expect(policy.membraneBase).toBe(origin);
  expect(problems).toHaveLength(origin === undefined ? 1 : 0);
});

it('what a policy forbids in one feature holds although another cannot be read', () => {
  const { policy, problems } = readPolicy({ features: { directKeys: false, membrane: 'no' } });
  expect(policyRefusal(policy, { platform: 'chatwoot', isThroughMembrane: false })).toBeDefined();
  expect(problems.map(({ entry }) => entry)).toEqual(['features.membrane']);
});

it('a policy of which no helpdesk is known forbids none to the worker', async () => {
  await browser.storage.managed.set({ platforms: ['chatwot'] });
  expect((await readManagedPolicy()).policy.platforms).toEqual(['chatwot']);
  const policy = await readHelpdeskPolicy();
  expect(policyRefusal(policy, { platform: 'chatwoot', isThroughMembrane: false })).toBeUndefined();
});
