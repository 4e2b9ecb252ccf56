import { describe, expect, test } from 'vitest';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import type { Contact } from '../../../lib/model/contact';
import { contact, decision, membersOf, suggestedBy } from './people';

const rules = { ownDomains: ['ourshop.com'] };
const ana = { emailKeys: ['ana@mail.org'] };

describe('evidence', () => {
  test.each<[string, Partial<Contact>]>([
    ['a role address', { emailKeys: ['info@acme.com'] }],
    ['a disposable address', { emailKeys: ['ana@mailinator.com'] }],
    ['an address typed to please a form', { emailKeys: ['test@test.com'] }],
    ['an address of the own company', { emailKeys: ['bo@ourshop.com'] }],
    ['an address of a branch of the own company', { emailKeys: ['bo@de.ourshop.com'] }],
    ['an id that is no id', { externalIds: ['undefined'] }],
    ['a short id of two platforms', { externalIds: ['42'] }],
    ['a name', { name: 'Ana Souza' }],
  ])('%s joins nobody', (_what, shared) => {
    const [one, other] = [contact('north', '1', shared), contact('east', '1', shared)];
    expect(membersOf(resolvePerson(one, [other], [], rules))).toEqual(['north/1']);
  });

  test.each<[string, string, string]>([
    ['plus addressing', 'ana+shop@mail.org', 'ana@mail.org'],
    ['confusable letters', 'аna@mail.org', 'ana@mail.org'],
    ['confusable domains', 'ana@mаil.org', 'ana@mail.org'],
    ['unicode domains', 'ana@müller.de', 'ana@muller.de'],
  ])('%s is somebody else', (_what, one, other) => {
    const person = resolvePerson(
      contact('north', '1', { emailKeys: [one] }),
      [contact('east', '1', { emailKeys: [other] })],
      [],
      rules,
    );
    expect(membersOf(person)).toEqual(['north/1']);
  });

  test('an address that 500 contacts carry joins none of them', () => {
    const many = Array.from({ length: 500 }, (_each, index) => contact('north', `${index}`, ana));
    const person = resolvePerson(contact('east', '1', ana), many, [], rules);
    expect(membersOf(person)).toEqual(['east/1']);
    expect(suggestedBy(person)).toEqual([]);
  });

  const named = (names: readonly (string | undefined)[], platforms: readonly string[]) =>
    names.map((name, index) =>
      contact(platforms[index % platforms.length] ?? '', `${index}`, { ...ana, name }),
    );

  test.each<[string, (string | undefined)[]]>([
    ['ten names', Array.from({ length: 10 }, (_each, index) => `Pupil ${index}`)],
    ['four names', ['Ana Souza', 'Bo Ek', 'Cy Lind', 'Di Berg']],
  ])('an address under %s over several platforms joins none of them', (_what, names) => {
    for (const platforms of [['north'], ['north', 'east'], ['north', 'east', 'south', 'west']]) {
      const [anchor, ...others] = named(names, platforms);
      if (anchor === undefined) throw new TypeError('nobody');
      expect(resolvePerson(anchor, others, [], rules).members).toHaveLength(1);
    }
  });

  test('seven records of one woman are one person, however each writes her name', () => {
    const names = [
      'Ana Souza',
      'ana',
      'A. Souza',
      'ANA SOUZA',
      undefined,
      'Souza, Ana',
      'Ana  Souza',
    ];
    for (const platforms of [['north'], ['north', 'east']]) {
      const [anchor, ...others] = named(names, platforms);
      if (anchor === undefined) throw new TypeError('nobody');
      expect(resolvePerson(anchor, others, [], rules).members).toHaveLength(7);
    }
  });

  test('an id that several differently named contacts carry keeps nobody apart', () => {
    const crowd = ['Bo Ek', 'Cy Lind', 'Di Berg', 'Eva Roth'].map((name, index) =>
      contact('north', `c${index}`, { name, externalIds: ['web-shop'] }),
    );
    const one = contact('north', '1', { ...ana, name: 'Ana', externalIds: ['web-shop'] });
    const other = contact('north', '2', { ...ana, name: 'Ana', externalIds: ['crm-1001'] });
    const person = resolvePerson(one, [other, ...crowd], [], rules);
    expect(membersOf(person)).toEqual(['north/1', 'north/2']);
  });

  test('two contacts of one platform with one address are one person', () => {
    const person = resolvePerson(
      contact('north', '1', ana),
      [contact('north', '2', ana)],
      [],
      rules,
    );
    expect(membersOf(person)).toEqual(['north/1', 'north/2']);
  });

  test.each(['(0049) 151 1489 2607', 'Tel. 0049 151 14892607'])(
    'does not say that %s is written without country code',
    (written) => {
      const phoneKeys = ['+4915114892607'];
      const one = contact('north', '1', { phoneKeys });
      const other = contact('east', '1', { phones: [written], phoneKeys });
      const [, member] = resolvePerson(one, [other], [], rules).members;
      expect(member?.why).toMatchObject([
        { evidence: [{ spellings: [{ written, difference: 'other-spelling' }] }] },
      ]);
    },
  );

  test('says how a number is written without country code', () => {
    const one = contact('north', '1', { phoneKeys: ['+4915114892607'] });
    const other = contact('east', '1', {
      phones: ['0151 1489 2607'],
      phoneKeys: ['+4915114892607'],
    });
    const [, member] = resolvePerson(one, [other], [], rules).members;
    expect(member?.why).toEqual([
      {
        via: 'north/1',
        evidence: [
          {
            kind: 'phone',
            value: '+4915114892607',
            spellings: [
              {
                ref: 'east/1',
                platform: 'east',
                written: '0151 1489 2607',
                difference: 'no-country-code',
              },
            ],
          },
        ],
      },
    ]);
  });
});

describe('two who are apart', () => {
  const one = contact('north', '1', { ...ana, externalIds: ['crm-1001'] });
  const two = contact('north', '2', { ...ana, externalIds: ['crm-1002'] });
  const between = contact('east', '1', ana);

  test('pull nobody who could belong to either', () => {
    const person = resolvePerson(one, [two, between], [], rules);
    expect(membersOf(person)).toEqual(['north/1']);
    expect(suggestedBy(person)).toEqual(['east/1']);
    expect(person.conflicts.map(({ apart }) => apart?.why.kind)).toContain('different-ids');
  });

  test('leave alone who has more in common with one of them', () => {
    const sure = contact('east', '1', { ...ana, externalIds: ['crm-1001'] });
    const sharing = { ...rules, sharedIdConnections: ['north', 'east'] };
    expect(membersOf(resolvePerson(one, [two, sure], [], sharing))).toEqual(['east/1', 'north/1']);
  });

  test('may be joined by somebody who knows better', () => {
    const person = resolvePerson(one, [two], [decision(one, two, 'same', 1)], rules);
    expect(membersOf(person)).toEqual(['north/1', 'north/2']);
  });
});

describe('decisions', () => {
  const one = contact('north', '1', ana);
  const two = contact('east', '1', ana);
  const three = contact('south', '1', ana);

  test('taking one out leaves the others together', () => {
    const decisions = [decision(one, three, 'unlinked', 1), decision(two, three, 'unlinked', 1)];
    const person = resolvePerson(one, [two, three], decisions, rules);
    expect(membersOf(person)).toEqual(['east/1', 'north/1']);
    expect(suggestedBy(person)).toEqual(['south/1']);
  });

  test('of a cycle of confirmed and rejected pairs the later word holds, and it is told', () => {
    const [a, b, c] = [contact('north', '1'), contact('east', '1'), contact('south', '1')];
    const decisions = [
      decision(a, b, 'same', 1),
      decision(a, c, 'different', 2),
      decision(b, c, 'same', 3),
    ];
    expect(membersOf(resolvePerson(c, [a, b], decisions, rules))).toEqual(['east/1', 'south/1']);
    const alone = resolvePerson(a, [b, c], decisions, rules);
    expect(membersOf(alone)).toEqual(['north/1']);
    expect(alone.conflicts).toEqual([
      {
        one: 'east/1',
        other: 'north/1',
        apart: {
          one: 'south/1',
          other: 'north/1',
          why: { kind: 'decision', decision: decision(a, c, 'different', 2) },
        },
        evidence: [{ kind: 'by-hand', by: undefined, at: 1 }],
      },
    ]);
  });

  test('a link through a contact that is gone still holds', () => {
    const [a, b, gone] = [contact('north', '1'), contact('east', '1'), contact('south', '1')];
    const decisions = [decision(a, gone, 'same', 1), decision(gone, b, 'same', 2)];
    expect(membersOf(resolvePerson(a, [b], decisions, rules))).toEqual(['east/1', 'north/1']);
  });

  test('a later decision about the same pair replaces the earlier one', () => {
    const decisions = [decision(one, two, 'different', 1), decision(one, two, 'same', 2)];
    expect(membersOf(resolvePerson(one, [two], decisions, rules))).toEqual(['east/1', 'north/1']);
  });
});

describe('suggestions', () => {
  test.each<[string, Partial<Contact>, Partial<Contact>]>([
    ['the same full name', { name: 'Ana Souza' }, { name: 'ana  souza' }],
    [
      'the same first name and company',
      { name: 'Ana', company: 'Acme' },
      { name: 'Ana', company: 'ACME' },
    ],
    [
      'the same digits without country',
      { phoneKeys: ['+4915114892607'] },
      { phones: ['0151 14892607'] },
    ],
  ])('%s', (_what, one, other) => {
    const person = resolvePerson(
      contact('north', '1', one),
      [contact('east', '1', other)],
      [],
      rules,
    );
    expect(membersOf(person)).toEqual(['north/1']);
    expect(suggestedBy(person)).toEqual(['east/1']);
  });

  test.each<[string, Partial<Contact>, Partial<Contact>]>([
    ['a first name', { name: 'Ana' }, { name: 'Ana' }],
    ['a company', { company: 'Acme' }, { company: 'Acme' }],
    ['three digits', { phones: ['110'] }, { phones: ['110'] }],
    ['thirty digits', { phones: ['1'.repeat(30)] }, { phones: ['1'.repeat(30)] }],
    [
      'numbers of two countries',
      { phoneKeys: ['+4915114892607'] },
      { phoneKeys: ['+4315114892607'] },
    ],
  ])('not for %s alone', (_what, one, other) => {
    const person = resolvePerson(
      contact('north', '1', one),
      [contact('east', '1', other)],
      [],
      rules,
    );
    expect(suggestedBy(person)).toEqual([]);
  });
});
