import { describe, expect, test } from 'vitest';
import { bestMatches, matchesQuery, queryIdentifiers } from '../../../lib/identity/people-query';
import { contact } from './people';

test.each([
  [' Ana@Mail.org', [{ kind: 'email', value: 'ana@mail.org' }]],
  ['Ana Souza <Ana@Mail.org>', [{ kind: 'email', value: 'ana@mail.org' }]],
  ['mailto:ana@mail.org', [{ kind: 'email', value: 'ana@mail.org' }]],
  ['+49 151 1489 2607', [{ kind: 'phone', value: '+4915114892607' }]],
  ['+49 151–1489‑2607', [{ kind: 'phone', value: '+4915114892607' }]],
  ['tel:+49-151-1489-2607', [{ kind: 'phone', value: '+4915114892607' }]],
  ['crm-1001', [{ kind: 'external-id', value: 'crm-1001' }]],
  ['Ana Souza', []],
  ['', []],
])('%j may be %j', (query, expected) => {
  expect(queryIdentifiers(query)).toEqual(expected);
});

describe('what fits', () => {
  const ana = contact('north', 'a1b2', {
    name: 'Ána  Souza',
    emails: ['Ana@mail.org'],
    phones: ['0151 1489 2607'],
    externalIds: ['crm-1001'],
    socials: [{ network: 'Twitter', username: 'anas_ouza' }],
  });

  test.each([
    'ana',
    'SOUZA an',
    'ana@',
    '"Souza, Ana" <ana@mail.org>',
    'mailto:Ana@mail.org',
    '0151 1489',
    '0151–1489‑2607',
    '0151−14892607',
    '14892607',
    'a1b2',
    'crm-1001',
    '@anas',
    'AnaS_ouza',
  ])('%j', (query) => {
    expect(matchesQuery(query)(ana)).toBe(true);
  });

  test.each(['', 'bo', 'ana ek', '151', '99999', 'crm-1'])('not %j', (query) => {
    expect(matchesQuery(query)(ana)).toBe(false);
  });

  test.each([
    ["o'brien", 'O’Brien', true],
    ['अनिल', 'अनिल', true],
    ['अनिल', 'अनील', false],
    ['ปิติ', 'ปีติ', false],
    ['رضائي', 'رضائی', true],
  ])('%s is found by what it is written with: %s', (query, name, isFound) => {
    expect(matchesQuery(query)(contact('north', '5', { name }))).toBe(isFound);
  });

  test('comes before what only contains it', () => {
    const mariana = contact('north', '2', { name: 'Mariana', lastSeenAt: 9 });
    const anabel = contact('north', '3', { name: 'Anabel' });
    const exact = contact('north', '4', { name: 'Ana' });
    const order = bestMatches([mariana, anabel, exact], 'ana').map(({ id }) => id);
    expect(order).toEqual(['4', '3', '2']);
  });
});
