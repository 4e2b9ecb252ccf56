import { expect, it } from 'vitest';
import { spokenName, withoutRemarks } from '../../../lib/identity/spoken-name';

it.each([
  ['Dr. Müller, Hans', 'Dr. Hans Müller', 'Müller'],
  ['Müller, Dr. Hans', 'Dr. Hans Müller', 'Müller'],
  ['Acme GmbH, Berlin', 'Acme GmbH, Berlin', ''],
  ['Umbrella Corp., Raccoon City', 'Umbrella Corp., Raccoon City', ''],
  ['Smith Jr., John', 'John Smith Jr.', 'Smith Jr.'],
  ['Ana Souza, Dr.', 'Ana Souza, Dr.', 'Souza'],
  ['Ana Souza, Prof. Dr.', 'Ana Souza, Prof. Dr.', 'Souza'],
  ['Ana Souza, Dr. med.', 'Ana Souza, Dr. med.', 'Souza'],
  ['Dr. med. Souza, Ana', 'Dr. med. Ana Souza', 'Souza'],
  ['Souza, Prof. Dr.', 'Prof. Dr. Souza', 'Souza'],
  ['Señora Souza, Ana', 'Señora Ana Souza', 'Souza'],
  ['Draper, Don', 'Don Draper', 'Draper'],
  ['Ana Souza (Acme, Berlin)', 'Ana Souza (Acme, Berlin)', undefined],
  ['Souza (Acme), Ana', 'Ana Souza', 'Souza'],
  ['Grace Hopper, CEO', 'Grace Hopper, CEO', 'Hopper'],
  ['Grace Hopper, USA', 'Grace Hopper, USA', 'Hopper'],
  ['Grace Hopper, Sales Manager', 'Grace Hopper, Sales Manager', 'Hopper'],
  ['Jones, Smith & Partners', 'Jones, Smith & Partners', ''],
  ['Grace, she/her', 'Grace', undefined],
  ['Grace Hopper, she / her', 'Grace Hopper', undefined],
  ['Hopper, Grace, she/her', 'Grace Hopper', 'Hopper'],
  ['Doe, John, PhD', 'John Doe', 'Doe'],
  ['Hopper, Grace, Mrs.', 'Grace Hopper', 'Hopper'],
  ['Hopper، Grace', 'Grace Hopper', 'Hopper'],
  ['スミス、ジョン', 'ジョン スミス', 'スミス'],
  ['SOUZA LIMA, ANA', 'ANA SOUZA LIMA', 'SOUZA LIMA'],
  ['Souza, ANA', 'ANA Souza', 'Souza'],
  ['Souza Lima, Ana Maria', 'Ana Maria Souza Lima', 'Souza Lima'],
  ['Souza, Ana, Berlin', 'Souza, Ana, Berlin', undefined],
])('says %s as it is spoken', (written, name, lastName) => {
  expect(spokenName(written)).toEqual({ name, lastName });
});

it.each([
  ['山田、太郎', '山田太郎', '太郎', '山田'],
  ['李, 明', '李明', '明', '李'],
  ['李，小明（VIP）', '李小明', '小明', '李'],
  ['김, 민수', '김민수', '민수', '김'],
  ['田中, エミリー', '田中エミリー', 'エミリー', '田中'],
])(
  'says %s with the family name first, and without a blank',
  (written, name, firstName, lastName) => {
    expect(spokenName(written)).toEqual({ name, firstName, lastName });
  },
);

it.each([
  ['Ana (VIP) Souza', 'Ana Souza'],
  ['Ana [Acme (Berlin), new] Souza', 'Ana Souza'],
  ['Ana Souza (Acme, Berl', 'Ana Souza'],
  ['王小明【VIP，上海】', '王小明'],
  ['(Ana)', ''],
])('leaves out the remarks in %s', (name, rest) => {
  expect(withoutRemarks(name)).toBe(rest);
});
