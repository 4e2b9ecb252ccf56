import { expect, it } from 'vitest';
import { spokenName, withoutRemarks, withoutTitles } from '../../../lib/identity/spoken-name';

it.each([
  ['Dr. Müller, Hans', 'Dr. Hans Müller', 'Müller'],
  ['Müller, Dr. Hans', 'Dr. Hans Müller', 'Müller'],
  ['Acme GmbH, Berlin', 'Acme GmbH, Berlin', ''],
  ['Umbrella Corp., Raccoon City', 'Umbrella Corp., Raccoon City', ''],
  ['Smith Jr., John', 'John Smith Jr.', 'Smith Jr.'],
  ['Ana Souza, Dr.', 'Ana Souza, Dr.', 'Souza'],
  ['Ana Souza, Prof. Dr.', 'Ana Souza, Prof. Dr.', 'Souza'],
  ['Souza, Prof. Dr.', 'Prof. Dr. Souza', 'Souza'],
  ['Señora Souza, Ana', 'Señora Ana Souza', 'Souza'],
  ['Draper, Don', 'Don Draper', 'Draper'],
  ['Ana Souza (Acme, Berlin)', 'Ana Souza (Acme, Berlin)', undefined],
  ['Souza (Acme), Ana', 'Ana Souza', 'Souza'],
])('says %s as it is spoken', (written, name, lastName) => {
  expect(spokenName(written)).toEqual({ name, lastName });
});

it('leaves out the titles before a name, and nothing else', () => {
  expect(withoutTitles(['Prof.', 'dr', 'Ana', 'Ms'])).toEqual(['Ana', 'Ms']);
  expect(withoutTitles(['Mr.'])).toEqual([]);
});

it.each([
  ['Ana (VIP) Souza', 'Ana Souza'],
  ['Ana [Acme (Berlin), new] Souza', 'Ana Souza'],
  ['Ana Souza (Acme, Berl', 'Ana Souza'],
  ['王小明【VIP，上海】', '王小明'],
  ['(Ana)', ''],
])('leaves out the remarks in %s', (name, rest) => {
  expect(withoutRemarks(name)).toBe(rest);
});
