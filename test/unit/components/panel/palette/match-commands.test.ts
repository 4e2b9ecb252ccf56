import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchCommands } from '../../../../../components/panel/palette/match-commands';

const commands = [
  { title: 'New note' },
  { title: 'Search the timeline' },
  { title: 'Open in Kustomer', otherWords: 'Amélie' },
  { title: 'Open the settings' },
  { title: '打开设置' },
  { title: 'Where is my parcel', otherWords: 'wismo', isOnlyFound: true },
];
const titles = (query: string) => matchCommands(commands, query).map(({ title }) => title);

test.each([
  ['note', ['New note']],
  ['open', ['Open in Kustomer', 'Open the settings']],
  ['set open', ['Open the settings']],
  ['amelie', ['Open in Kustomer']],
  ['WISMO', ['Where is my parcel']],
  ['设置', ['打开设置']],
  // Slips of the finger.
  ['kustmer', ['Open in Kustomer']],
  ['timelien', ['Search the timeline']],
  ['quite another thing', []],
])('%s', (query, wanted) => {
  expect(titles(query)).toEqual(wanted);
});

test('a title that begins with the query comes first', () => {
  const list = [{ title: 'Manage the settings' }, { title: 'Settings' }];
  expect(matchCommands(list, 'sett')[0]?.title).toBe('Settings');
});

test('unasked, everything in its own order but what is only found', () => {
  expect(titles('  ')).toEqual(commands.slice(0, 5).map(({ title }) => title));
});

test('whatever is typed, each command is there at most once, and its own title finds it', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (given, query) => {
      const list = given.map((title, id) => ({ title, id }));
      const found = matchCommands(list, query);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
  for (const { title } of commands) expect(titles(title)[0]).toBe(title);
});
