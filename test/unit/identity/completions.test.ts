import { describe, expect, test } from 'vitest';
import { completionsOf } from '../../../lib/identity/completions';
import { isAlteredValue, isSameValue } from '../../../lib/identity/contact-field-values';
import { withPhoneKeys } from '../../../lib/identity/phone-keys';
import type { FieldRule } from '../../../lib/model/completion';
import { contact } from '../worker/world';

const all: FieldRule[] = [
  { field: 'name' },
  { field: 'email', isUnique: true },
  { field: 'phone', needsCountryCode: true },
  { field: 'company' },
  { field: 'external-id' },
];
const told = (...given: Parameters<typeof completionsOf>) =>
  completionsOf(...given).map(
    ({ field, value, target }) => `${field} ${value} to ${target.connectionId}`,
  );
const rules = { ownDomains: ['acme.example'] };
const bare = contact('b', '1', { placeholderName: 'Visitor #4' });

test.each([
  ['a masked address', { emails: ['a***@example.com'] }],
  ['an office', { emails: ['info@example.com'], emailKeys: ['info@example.com'] }],
  ['an own address', { emails: ['sam@acme.example'], emailKeys: ['sam@acme.example'] }],
  ['an address for a name', { name: 'ana@example.com' }],
  ['a number for a name', { name: '+4915117643902' }],
  ['a masked name', { name: 'A** L***' }],
  ['a made-up number', { phones: ['+4911111111111'], phoneKeys: ['+4911111111111'] }],
  ['an id of another system', { externalIds: ['crm-88213'] }],
  ['a secret id', { handle: 'secret-client-id' }],
  ['a label', { placeholderName: 'quiet-river-412' }],
  ['a company of blanks', { company: '   ' }],
  ['a company of signs', { company: '--' }],
  ['a company that a program did not know', { company: 'N/A' }],
  ['a company that was not filled in', { company: '{{ contact.company }}' }],
  ['an object for a company', { company: '[object Object]' }],
  ['an object for a name', { name: '[object Object]' }],
  ['a name that was not filled in', { name: '#{user.firstName}' }],
  ['another name that was not filled in', { name: '{{first_name}} Lind' }],
  ['a name that is not set', { name: '(not set)' }],
  ['a name masked with letters', { name: 'Axxxx Lxxx' }],
  ['a name masked with blocks', { name: 'A███ L███' }],
  ['an address masked with letters', { emails: ['axxxxx@example.com'] }],
  ['a name that is too long', { name: 'Ana '.repeat(100) }],
])('%s is not offered', (_what, more) => {
  expect(told([contact('a', '1', more), bare], { fieldsOf: () => all, rules })).toEqual([]);
});

test.each([
  'Booking.com',
  '1&1',
  '3M',
  '24/7 Laundry',
  '株式会社',
  'Unknown Worlds',
  'None & Sons',
])('%s is a company, and is offered', (company) => {
  const source = contact('a', '1', { company });
  expect(told([source, bare], { fieldsOf: () => all, rules })).toEqual([`company ${company} to b`]);
});

test('a made-up name is as good as none: a real one is offered', () => {
  const source = contact('a', '1', { name: 'Ana Lind' });
  const target = contact('b', '1', { name: '[object Object]' });
  expect(told([source, target], { fieldsOf: () => all, rules })).toEqual(['name Ana Lind to b']);
});

test('a number goes in E.164 as it is dialled; one whose country is a guess only where any text fits', () => {
  const source = (phone: string) =>
    withPhoneKeys(contact('a', '1', { phones: [phone], region: 'SE' }), undefined);
  const offer = (phone: string, needsCountryCode: boolean) =>
    told([source(phone), bare], {
      fieldsOf: () => [{ field: 'phone', needsCountryCode }],
      rules,
    }).filter((each) => each.endsWith('to b'));
  const known = contact('a', '1', { phones: ['+46 70-345 91 27'], phoneKeys: ['+46703459127'] });
  expect(told([known, bare], { fieldsOf: () => all, rules })).toEqual(['phone +46703459127 to b']);
  expect(offer('070-345 91 27', true)).toEqual([]);
  expect(offer('070-345 91 27', false)).toEqual(['phone 070-345 91 27 to b']);
});

describe('a number without country code', () => {
  const anyText: FieldRule[] = [{ field: 'phone', isList: true }];
  const offers = (...contacts: Parameters<typeof completionsOf>[0]) =>
    told(contacts, { fieldsOf: ({ id }) => (id === 'target' ? anyText : []), rules });
  const local = (id: string, ...phones: string[]) =>
    withPhoneKeys(contact('a', id, { phones, region: 'SE' }), undefined);

  test('is not passed on because another one of the record proves something', () => {
    expect(offers(local('1', '08-111 11 11', '070-345 91 27'), contact('b', 'target'))).toEqual([
      'phone 070-345 91 27 to b',
    ]);
  });

  test('is not offered where it is there with its country code', () => {
    const target = contact('b', 'target', {
      phones: ['+46703459127'],
      phoneKeys: ['+46703459127'],
    });
    expect(offers(local('1', '070-345 91 27'), target)).toEqual([]);
  });

  test('is offered once, however it is written', () => {
    const target = contact('b', 'target');
    const known = contact('a', '2', { phones: ['+46 70-345 91 27'], phoneKeys: ['+46703459127'] });
    const bySpace = local('1', '070-345 91 27');
    expect(offers(bySpace, local('3', '0703459127'), target)).toEqual(['phone 070-345 91 27 to b']);
    expect(offers(known, bySpace, target)).toEqual(['phone +46703459127 to b']);
  });

  test('is offered where its country dials another digit before it', () => {
    const russian = withPhoneKeys(contact('a', '1', { phones: ['8 912 345-27-81'], region: 'RU' }));
    expect(offers(russian, contact('b', 'target'))).toEqual(['phone 8 912 345-27-81 to b']);
  });
});

test('an id goes only where the settings say that it means the same', () => {
  const source = contact('a', '1', { externalIds: ['crm-88213'] });
  const shared = { ...rules, sharedIdConnections: ['a', 'b'] };
  expect(told([source, bare], { fieldsOf: () => all, rules: shared })).toEqual([
    'external-id crm-88213 to b',
  ]);
});

test('what another record of the same account carries is not offered where one only may', () => {
  const one = contact('b', '2', { emails: ['ana@example.com'], emailKeys: ['ana@example.com'] });
  expect(told([one, bare], { fieldsOf: () => all, rules })).toEqual([]);
});

test('nothing is offered to a contact that is gone', () => {
  const source = contact('a', '1', { name: 'Ana Lind' });
  const gone = { ...bare, goneAt: 1 };
  expect(told([source, gone], { fieldsOf: () => all, rules })).toEqual([]);
});

describe('values', () => {
  test.each([
    ['email', 'Ana@Example.com ', 'ana@example.com', true],
    ['phone', '+46 70-345 91 27', '+46703459127', true],
    ['phone', '46703459127', '+46703459127', true],
    ['phone', '', '', true],
    ['name', 'ana  LIND', 'Ana Lind', true],
    ['external-id', 'Crm-1', 'crm-1', false],
    ['company', 'Lind AB', 'Lind', false],
  ] as const)('%s: %j and %j', (field, one, other, same) => {
    expect(isSameValue(field, one, other)).toBe(same);
  });

  test.each([
    ['O’Neil & Co', 'O’Neil &amp; Co', true],
    ['Ana Lind von', 'Ana Li', true],
    ['Ana Lind', 'Bo Berg', false],
    ['Ana Lind', '', false],
    ['José Lind Ayala', 'Jose\u0301 Lind', true],
    ['❤️ Ana Lind', '❤ Ana Lind', true],
    ['राम', 'रीमा', false],
    ['สมชัย', 'สมชย', false],
  ])('%j comes out as %j', (given, now, altered) => {
    expect(isAlteredValue(given, now)).toBe(altered);
  });
});
