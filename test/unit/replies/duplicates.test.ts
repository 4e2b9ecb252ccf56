import { expect, it } from 'vitest';
import { findDuplicates } from '../../../lib/replies/duplicates';
import { reply } from './samples';

const words =
  'Your parcel left our warehouse yesterday evening and should arrive within three days';

it('groups equal shortcuts, equal texts and similar texts, over all sources', () => {
  const replies = [
    reply({ id: '1', shortcut: 'Hi', body: 'Hello there!' }),
    reply({ id: '2', shortcut: 'hi', body: 'Something else entirely' }),
    reply({ id: '3', source: 'team', body: 'hello,  there' }),
    reply({ id: '4', body: words }),
    reply({ id: '5', body: `${words}, Ana` }),
    reply({
      id: '6',
      body: 'Your refund was sent to the bank this morning and arrives within five days',
    }),
    reply({ id: '7', shortcut: 'hi', body: 'Hello there', deletedAt: 1 }),
  ];
  expect(
    findDuplicates(replies).map(({ why, replies: group }) => [why, group.map(({ id }) => id)]),
  ).toEqual([
    ['shortcut', ['1', '2']],
    ['text', ['1', '3']],
    ['similar', ['4', '5']],
  ]);
});

it('finds nothing among different texts, nor among empty ones', () => {
  expect(findDuplicates([])).toEqual([]);
  expect(findDuplicates([reply({ id: '1' }), reply({ id: '2' })])).toEqual([]);
});

it.each([
  ['かき', 'かぎ'],
  ['हाँ', 'है'],
  ['ดี', 'ดู'],
])('takes %s and %s for different texts', (one, other) => {
  expect(findDuplicates([reply({ id: '1', body: one }), reply({ id: '2', body: other })])).toEqual(
    [],
  );
});
