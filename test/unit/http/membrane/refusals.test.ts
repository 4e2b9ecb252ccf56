import { expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/errors';
import { Refusals } from '../../../../lib/http/membrane/refusals';
import { path } from '../../../../lib/http/path';

const desk = { connectionId: 'con1', apiOrigin: 'https://app.chatwoot.com' };
const asked = { method: 'GET', path: path`/api/v1/profile` } as const;
const error = new TransportError('unauthorised', { status: 401 });

function refusals() {
  const clock = { now: 1_000_000 };
  return { clock, kept: new Refusals(() => clock.now) };
}

test('what was refused is remembered for half an hour, by connection, host and question', () => {
  const { clock, kept } = refusals();
  kept.keep(desk, asked, error);
  expect(kept.find(desk, asked)).toBe(error);
  expect(kept.find(desk, { ...asked, method: 'POST' })).toBeUndefined();
  expect(kept.find(desk, { ...asked, query: { page: '2' } })).toBeUndefined();
  expect(kept.find({ ...desk, connectionId: 'con2' }, asked)).toBeUndefined();
  expect(kept.find({ ...desk, apiOrigin: 'https://desk.example' }, asked)).toBeUndefined();
  clock.now += 30 * 60_000;
  expect(kept.find(desk, asked)).toBeUndefined();
});

test('what was refused before the clock was put back may be asked', () => {
  const { clock, kept } = refusals();
  kept.keep(desk, asked, error);
  clock.now -= 30 * 24 * 3_600_000;
  expect(kept.find(desk, asked)).toBeUndefined();
});

test('a connection that was put right begins with nothing, and the others keep theirs', () => {
  const { kept } = refusals();
  const other = { ...desk, connectionId: 'con2' };
  for (const each of [desk, other]) kept.keep(each, asked, error);
  kept.forget('con1');
  expect(kept.find(desk, asked)).toBeUndefined();
  expect(kept.find(other, asked)).toBe(error);
});

test('of endless different refusals only so many are kept', () => {
  const { kept } = refusals();
  const pages = Array.from({ length: 501 }, (_, at) => ({ ...asked, query: { page: `${at}` } }));
  for (const each of pages) kept.keep(desk, each, error);
  expect(pages.filter((each) => kept.find(desk, each) !== undefined)).toHaveLength(1);
});
