import { describe, expect, it } from 'vitest';
import { mergePerson } from '../../../lib/identity/person';
import { bestName, initials, isSameName } from '../../../lib/identity/person-name';
import type { Contact } from '../../../lib/model/contact';

function contact(given: Partial<Contact>): Contact {
  return {
    connectionId: 'cw',
    id: '1',
    platform: 'chatwoot',
    emails: [],
    phones: [],
    emailKeys: [],
    phoneKeys: [],
    externalIds: [],
    fetchedAt: 0,
    ...given,
  };
}

describe('mergePerson', () => {
  it('lets the contact on screen win, and fills gaps from the others', () => {
    const person = mergePerson([
      contact({ company: 'Acme', lastSeenAt: 5, avatarUrl: 'https://a.example/1.png' }),
      contact({
        id: '2',
        company: 'Other',
        language: 'sv',
        lastSeenAt: 9,
        timeZone: 'Europe/Oslo',
      }),
      contact({ id: '3', avatarUrl: 'https://a.example/1.png', location: 'Lund' }),
    ]);
    expect(person).toMatchObject({
      company: 'Acme',
      language: 'sv',
      timeZone: 'Europe/Oslo',
      location: 'Lund',
      lastSeenAt: 9,
      avatarUrls: ['https://a.example/1.png'],
    });
  });

  it('lists an e-mail once by its normal form, with the platforms that have it', () => {
    const { identifiers } = mergePerson([
      contact({ emails: ['other@example.com', 'Ana@Example.com'] }),
      contact({ id: '2', platform: 'kustomer', emails: ['ana@example.com '] }),
    ]);
    expect(identifiers).toEqual([
      {
        kind: 'email',
        value: 'Ana@Example.com',
        key: 'ana@example.com',
        platforms: ['chatwoot', 'kustomer'],
      },
      {
        kind: 'email',
        value: 'other@example.com',
        key: 'other@example.com',
        platforms: ['chatwoot'],
      },
    ]);
  });

  it('lists a phone once however it is written, in the spelling that reads best', () => {
    const { identifiers } = mergePerson([
      contact({ phones: ['+46701234567'], phoneKeys: ['+46701234567'] }),
      contact({ platform: 'chaport', phones: ['070-123 45 67'], phoneKeys: ['+46701234567'] }),
      contact({ platform: 'kustomer', phones: ['+46 70 123 45 67'], phoneKeys: ['+46701234567'] }),
    ]);
    expect(identifiers).toEqual([
      {
        kind: 'phone',
        value: '+46 70 123 45 67',
        key: '+46701234567',
        platforms: ['chatwoot', 'chaport', 'kustomer'],
      },
    ]);
  });

  it('keeps a number that has no normal form, and several numbers apart', () => {
    const { identifiers } = mergePerson([
      contact({ phones: ['123456789012345678901234567890', '+4670111', 'ask Ana'], phoneKeys: [] }),
    ]);
    expect(identifiers.map((entry) => entry.value)).toEqual([
      '123456789012345678901234567890',
      '+4670111',
      'ask Ana',
    ]);
  });

  it('says which platform knows the person under which name', () => {
    const person = mergePerson([
      contact({ name: 'Ana Souza' }),
      contact({ id: '2', platform: 'chaport', placeholderName: 'Visitor #12' }),
      contact({ id: '3', platform: 'kustomer', name: 'A. Souza-Lima' }),
    ]);
    expect(person.name).toBe('Ana Souza');
    expect(person.namesDiffer).toBe(true);
    expect(person.names.map((entry) => [entry.name, entry.isPlaceholder])).toEqual([
      ['Ana Souza', false],
      ['Visitor #12', true],
      ['A. Souza-Lima', false],
    ]);
  });

  it('has no name where platforms only made one up', () => {
    const person = mergePerson([contact({ placeholderName: 'late-fog-12', name: '  ' })]);
    expect(person).toMatchObject({ name: undefined, placeholderName: 'late-fog-12' });
    expect(person.namesDiffer).toBe(false);
  });

  it('is nobody for no contacts', () => {
    expect(mergePerson([])).toMatchObject({ name: undefined, identifiers: [], names: [] });
  });
});

describe('names', () => {
  it.each([
    [['ana', 'Ana Souza'], 'Ana Souza'],
    [['ana@example.com', 'Ana'], 'Ana'],
    [['Ana Maria', 'Ana Souza', 'ana souza'], 'Ana Souza'],
    [['+46 70 123', 'Li'], 'Li'],
    [['  Ana   Souza '], 'Ana Souza'],
    [[], undefined],
  ])('takes the best of %j', (names, best) => {
    expect(bestName(names)).toBe(best);
  });

  it('ignores case, spacing and how accents are encoded', () => {
    expect(isSameName('José  Ruiz', 'jose\u0301 ruiz')).toBe(true);
    expect(isSameName('José', 'Jose')).toBe(false);
  });

  it.each([
    ['Ana Souza', 'AS'],
    ['Ana Maria Souza', 'AS'],
    ['ana', 'A'],
    ['山田 太郎', '山太'],
    ['𝒜na', '𝒜'],
    ['😀', ''],
    ['', ''],
  ])('abbreviates %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
