import { expect, it } from 'vitest';
import { spokenName, withoutTitles } from '../../../lib/identity/spoken-name';

it.each([
  ['Dr. Müller, Hans', 'Dr. Hans Müller', 'Müller'],
  ['Müller, Dr. Hans', 'Dr. Hans Müller', 'Müller'],
  ['Acme GmbH, Berlin', 'Acme GmbH, Berlin', ''],
  ['Umbrella Corp., Raccoon City', 'Umbrella Corp., Raccoon City', ''],
  ['Smith Jr., John', 'John Smith Jr.', 'Smith Jr.'],
])('says %s as it is spoken', (written, name, lastName) => {
  expect(spokenName(written)).toEqual({ name, lastName });
});

it('leaves out the titles before a name, and nothing else', () => {
  expect(withoutTitles(['Prof.', 'dr', 'Ana', 'Ms'])).toEqual(['Ana', 'Ms']);
  expect(withoutTitles(['Mr.'])).toEqual([]);
});
