import { expect, test } from 'vitest';
import {
  isSetUpUnfinished,
  parseSetUp,
  readSetUp,
  watchSetUp,
  writeSetUp,
} from '../../../lib/storage/set-up-progress';

const parrot = { id: 'parrot', platform: 'parrot', fields: { org: 'acme' } };
const start = parseSetUp(undefined);

test('what was written is read again, and told to who watches', async () => {
  const seen: unknown[] = [];
  const stop = watchSetUp((state) => seen.push(state.stage));
  await writeSetUp({ ...start, stage: 'connect', chosen: [parrot], current: 'parrot' });
  expect(await readSetUp()).toMatchObject({
    stage: 'connect',
    chosen: [parrot],
    current: 'parrot',
  });
  stop();
  expect(seen).toEqual(['connect']);
});

test.each([
  undefined,
  null,
  'nonsense',
  [],
  { stage: 'elsewhere', chosen: 'none', current: 7, isSkipped: 'yes' },
])('what cannot be read is the beginning: %j', (stored) => {
  expect(parseSetUp(stored)).toEqual(start);
});

test('a bad helpdesk is left out, the others stay, and nothing unknown is kept', () => {
  const stored = {
    stage: 'connect',
    chosen: [{ id: 'bad' }, { ...parrot, token: 'canary' }, 7, { ...parrot, fields: { org: 7 } }],
    token: 'canary',
  };
  const state = parseSetUp(stored);
  expect(state.chosen).toEqual([parrot]);
  expect(JSON.stringify(state)).not.toContain('canary');
});

test('a list that nobody could have chosen is cut', () => {
  const chosen = Array.from({ length: 500 }, (_, index) => ({ ...parrot, id: `p${index}` }));
  expect(parseSetUp({ chosen }).chosen).toHaveLength(30);
});

test('unfinished is what was begun and has not come to the end', () => {
  expect(isSetUpUnfinished(start)).toBe(false);
  expect(isSetUpUnfinished({ ...start, chosen: [parrot] })).toBe(true);
  expect(isSetUpUnfinished({ ...start, chosen: [parrot], stage: 'done' })).toBe(false);
});
