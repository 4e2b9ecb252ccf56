import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../lib/storage/policy';
import { policyRefusal, presetSettings } from '../../../lib/worker/apply-policy';
import schema from '../../../public/managed-settings.json';

const whole = {
  platforms: ['chatwoot', 'kustomer'],
  helpdesks: [
    { platform: 'chatwoot', label: 'Support', origin: 'https://desk.example', account: '3' },
  ],
  membraneBase: 'https://membrane.example/',
  teamUrl: 'https://files.example/responses.json',
  ownDomains: ['Example.com'],
  retentionDays: 90,
  noteScope: 'here',
  teamNoteKey: 'a key of the whole team',
  features: { directKeys: false },
  cards: [
    {
      name: 'Orders',
      key: 'order',
      address: 'https://shop.example/?email={email}',
      header: 'X-Key',
    },
  ],
};

describe('a policy', () => {
  it('is read whole, and its schema names the same entries', () => {
    const { policy, problems } = readPolicy(whole);
    expect(problems).toEqual([]);
    expect(policy).toEqual({
      ...whole,
      helpdesks: [
        {
          platform: 'chatwoot',
          label: 'Support',
          fields: { origin: 'https://desk.example', account: '3' },
        },
      ],
      membraneBase: 'https://membrane.example',
      ownDomains: ['example.com'],
    });
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(policy).sort());
  });

  it('with errors is used in part, and each error is told with its place', () => {
    const { policy, problems } = readPolicy({
      ...whole,
      retentionDays: 'ninety',
      ownDomains: ['example.org', 7, 'no domain'],
      helpdesks: [{ label: 'No name' }, ...whole.helpdesks],
      membraneBase: 'http://membrane.example',
      cards: [{ ...whole.cards[0], address: 'https://{name}.example/' }, ...whole.cards],
      teamNoteKey: 'short',
      colour: 'blue',
    });
    expect(policy.teamNoteKey).toBeUndefined();
    expect(policy).toMatchObject({ ownDomains: ['example.org'], noteScope: 'here' });
    expect(policy.helpdesks).toHaveLength(1);
    expect(policy.retentionDays).toBeUndefined();
    expect(policy.membraneBase).toBeUndefined();
    expect(policy.cards).toEqual(whole.cards);
    expect(problems.map(({ entry, item }) => [entry, item ?? []].flat().join(' ')).sort()).toEqual([
      'cards 1',
      'colour',
      'helpdesks 1',
      'membraneBase',
      'ownDomains 2',
      'ownDomains 3',
      'retentionDays',
      'teamNoteKey',
    ]);
  });

  it('is told without the English of the schema’s library', () => {
    const { problems } = readPolicy({
      retentionDays: 'ninety',
      cards: [{ key: 'a' }],
      helpdesks: 7,
    });
    expect(problems).toEqual([
      { entry: 'helpdesks', what: 'not a list' },
      { entry: 'retentionDays', what: 'not in the expected form' },
      { entry: 'cards', item: 1, what: 'name is not in the expected form' },
    ]);
  });

  it('of which no helpdesk could be read forbids none', () => {
    const { policy } = readPolicy({ platforms: ['Chat woot', 3] });
    const draft = { platform: 'chatwoot', isThroughMembrane: false };
    expect(policyRefusal(policy, draft)).toBeUndefined();
  });

  it('law: whatever stands in it, what is wrong with one entry changes no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), fc.anything(), (entry, broken) => {
        const { policy } = readPolicy({ ...whole, [entry]: broken });
        const { policy: right } = readPolicy(whole);
        expect({ ...policy, [entry]: undefined }).toEqual({ ...right, [entry]: undefined });
      }),
    );
  });
});

describe('what is preset', () => {
  it('goes into the settings, and nothing else does', () => {
    expect(presetSettings(readPolicy(whole).policy)).toEqual({
      ownDomains: ['example.com'],
      retentionDays: 90,
      noteScope: 'here',
    });
    expect(presetSettings({})).toEqual({});
  });

  it('decides what may be connected and how, each refusal in its own words', () => {
    const refuse = (platform: string, isThroughMembrane: boolean, policy = whole.features) =>
      policyRefusal(
        { platforms: whole.platforms, features: policy },
        { platform, isThroughMembrane },
      );
    expect(refuse('chatra', true)).toMatch(/this helpdesk/);
    expect(refuse('chatwoot', false)).toMatch(/helpdesk keys/);
    expect(refuse('chatwoot', true)).toBeUndefined();
    expect(
      policyRefusal(
        { features: { membrane: false } },
        { platform: 'chatwoot', isThroughMembrane: true },
      ),
    ).toMatch(/through Membrane/);
    expect(policyRefusal({}, { platform: 'chatra', isThroughMembrane: true })).toBeUndefined();
  });
});
