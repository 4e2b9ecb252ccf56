import { describe, expect, it } from 'vitest';
import { nameDifference } from '../../../lib/identity/name-difference-words';
import { contact } from './people';

const labelOf = (platform: string) => platform.replace(/^./, (first) => first.toUpperCase());

describe('names that differ', () => {
  const differ = (north: string | undefined, east: string | undefined) =>
    nameDifference(
      [contact('north', '1', { name: north }), contact('east', '1', { name: east })],
      labelOf,
    );

  it.each([
    ['Ana Souza', 'A. Souza', 'full name in North · initials in East'],
    ['Ana Souza', 'AS', 'full name in North · initials in East'],
    ['Ana Souza', 'ana', 'full name in North · one word in East'],
    ['ana@mail.org', 'Ana Souza', 'an address as the name in North · full name in East'],
    ['Ana Souza', undefined, 'full name in North · no name in East'],
    ['Ana Souza', 'Ana Lima', 'Ana Souza in North · Ana Lima in East'],
    ['李小龍', 'Bruce', 'full name in North · one word in East'],
  ])('%s and %s', (north, east, words) => {
    expect(differ(north, east)).toBe(words);
  });

  it.each([
    ['Ana Souza', 'ana  souza'],
    [undefined, undefined],
  ])('not %s and %s', (north, east) => {
    expect(differ(north, east)).toBeUndefined();
  });

  it('name the platforms that write it alike together', () => {
    const contacts = [
      contact('north', '1', { name: 'Ana Souza' }),
      contact('east', '1', { name: 'Ana' }),
      contact('west', '1', { name: 'ana' }),
    ];
    expect(nameDifference(contacts, labelOf)).toBe(
      'full name in North · one word in East and West',
    );
  });
});
