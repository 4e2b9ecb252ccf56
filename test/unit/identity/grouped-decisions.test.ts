import { expect, test } from 'vitest';
import { groupDecisions } from '../../../lib/identity/grouped-decisions';
import { ref } from '../refs';
import { contact, decision } from './people';

const [ana, anna, bo, cy] = [
  contact('north', '1'),
  contact('east', '1'),
  contact('south', '1'),
  contact('west', '1'),
];

test('who left a person of several contacts is told of once, from both sides', () => {
  const rows = [decision(ana, bo, 'unlinked', 5), decision(anna, bo, 'unlinked', 5)];
  for (const members of [[ref('north/1'), ref('east/1')], [ref('south/1')]]) {
    expect(groupDecisions(rows, new Set(members))).toEqual([
      { about: 'south/1', others: ['north/1', 'east/1'], link: rows[0] },
    ]);
  }
});

test('of a single pair the one outside the person is meant', () => {
  const row = decision(ana, bo, 'different', 5);
  expect(groupDecisions([row], new Set([ref('north/1')]))[0]?.about).toBe('south/1');
  expect(groupDecisions([row], new Set([ref('south/1')]))[0]?.about).toBe('north/1');
});

test('decisions of one moment about nobody in common stay apart, and the latest comes first', () => {
  const rows = [
    decision(ana, bo, 'same', 5),
    decision(anna, cy, 'same', 5),
    decision(ana, cy, 'different', 9),
  ];
  const acts = groupDecisions(rows, new Set([ref('north/1'), ref('east/1')]));
  expect(acts.map(({ about, link }) => [about, link.at])).toEqual([
    ['west/1', 9],
    ['south/1', 5],
    ['west/1', 5],
  ]);
});
