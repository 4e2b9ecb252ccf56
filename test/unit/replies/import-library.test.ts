import { expect, it } from 'vitest';
import { ImportLibrary } from '../../../lib/replies/import-library';
import { reply } from './samples';

const own = [
  reply({ id: 'a', title: 'Refund', body: 'one' }),
  reply({ id: 'b', title: 'Refund', body: 'two' }),
  reply({ id: 'c', title: 'Hello', shortcut: 'hi', body: 'three' }),
];

/** Ids of the responses that these entries are about, in their order. */
function found(...entries: Parameters<ImportLibrary['find']>[0][]) {
  const library = new ImportLibrary(
    own,
    entries.map((each) => ({ reply: each })),
  );
  return entries.map((entry) => library.find(entry)?.id);
}

const entry = (part: Parameters<typeof reply>[0], id?: string) => ({ ...reply(part), id });

it('finds each response without a shortcut once, the one that says the same before others', () => {
  const [one, two, other] = ['one', 'two', 'other'].map((body) => entry({ title: 'refund', body }));
  if (one === undefined || two === undefined || other === undefined) throw new Error('no entry');
  const same = entry({ title: 'Refund', body: 'two' });
  expect(found(other, same)).toEqual(['a', 'b']);
  expect(found(one, two, other)).toEqual(['a', 'b', undefined]);
});

it('goes by the id before everything else', () => {
  const named = entry({ title: 'Hello', shortcut: 'hi', body: 'new' }, 'c');
  const namesake = entry({ title: 'Theirs', shortcut: 'HI', body: 'theirs' });
  expect(found(namesake)).toEqual(['c']);
  expect(found(namesake, named)).toEqual([undefined, 'c']);
});
