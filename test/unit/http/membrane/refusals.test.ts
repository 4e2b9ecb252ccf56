import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { path } from '../../../../lib/http/encode-path';
import { Refusals } from '../../../../lib/http/membrane/refusals';
import { TransportError } from '../../../../lib/http/transport-error';
import { refusalMemory } from '../../../../lib/storage/membrane-refusals';

const desk = { connectionId: 'con1', apiOrigin: 'https://app.chatwoot.com' };
const asked = { method: 'GET', path: path`/api/v1/profile` } as const;
const error = new TransportError('unauthorised', { status: 401, body: '{"error":"no"}' });

beforeEach(() => fakeBrowser.reset());

function refusals() {
  const clock = { now: 1_000_000 };
  const kept = new Refusals(() => clock.now, refusalMemory);
  /** As a worker that was stopped begins again. */
  const restarted = () => new Refusals(() => clock.now, refusalMemory);
  return { clock, kept, restarted };
}

test('what was refused is remembered for half an hour, by connection, host and question', async () => {
  const { clock, kept } = refusals();
  await kept.keep(desk, asked, error);
  expect(await kept.find(desk, asked)).toStrictEqual(error);
  expect(await kept.find(desk, { ...asked, method: 'POST' })).toBeUndefined();
  expect(await kept.find(desk, { ...asked, query: { page: '2' } })).toBeUndefined();
  expect(await kept.find({ ...desk, connectionId: 'con2' }, asked)).toBeUndefined();
  expect(await kept.find({ ...desk, apiOrigin: 'https://desk.example' }, asked)).toBeUndefined();
  clock.now += 30 * 60_000;
  expect(await kept.find(desk, asked)).toBeUndefined();
});

test('what was refused before the clock was put back may be asked', async () => {
  const { clock, kept } = refusals();
  await kept.keep(desk, asked, error);
  clock.now -= 30 * 24 * 3_600_000;
  expect(await kept.find(desk, asked)).toBeUndefined();
});

test('a connection that was put right begins with nothing, and the others keep theirs', async () => {
  const { kept, restarted } = refusals();
  const other = { ...desk, connectionId: 'con2' };
  await Promise.all([desk, other].map((each) => kept.keep(each, asked, error)));
  await kept.forget('con1');
  for (const each of [kept, restarted()]) {
    expect(await each.find(desk, asked)).toBeUndefined();
    expect(await each.find(other, asked)).toStrictEqual(error);
  }
});

test('nothing of what was asked about a customer is kept', async () => {
  const { kept } = refusals();
  const email = 'jane@shop.example';
  const about = {
    method: 'GET',
    path: path`/v1/customers/email=${email}`,
    query: { q: email },
  } as const;
  await kept.keep(desk, about, error);
  expect(await kept.find(desk, about)).toStrictEqual(error);
  const stored = JSON.stringify(await fakeBrowser.storage.session.get());
  expect(stored).toContain('con1');
  expect(stored).not.toMatch(/jane|shop|customers/);
});

test('of endless different refusals only so many are kept', async () => {
  const { kept } = refusals();
  const pages = Array.from({ length: 501 }, (_, at) => ({ ...asked, query: { page: `${at}` } }));
  for (const each of pages) await kept.keep(desk, each, error);
  const found = await Promise.all(pages.map((each) => kept.find(desk, each)));
  expect(found.filter((each) => each !== undefined)).toHaveLength(1);
});

test('a stopped worker forgets none of them, and their half hour goes on', async () => {
  const { clock, kept, restarted } = refusals();
  const second = { ...asked, query: { page: '2' } };
  await Promise.all([asked, second].map((each) => kept.keep(desk, each, error)));
  const next = restarted();
  expect(await next.find(desk, asked)).toStrictEqual(error);
  expect(await next.find(desk, second)).toStrictEqual(error);
  expect(await fakeBrowser.storage.local.get()).toEqual({});
  clock.now += 30 * 60_000;
  expect(await restarted().find(desk, asked)).toBeUndefined();
  // What is over is not kept with what is new.
  await next.keep(desk, { ...asked, method: 'POST' }, error);
  expect(Object.keys(await refusalMemory.read('con1'))).toHaveLength(1);
});

test('what cannot be read back counts as nothing, and what cannot be stored holds for this worker', async () => {
  await fakeBrowser.storage.session.set({ 'membrane-refusals:con1': { question: 'yes' } });
  expect(await refusals().kept.find(desk, asked)).toBeUndefined();
  const fails = () => Promise.reject(new Error('full'));
  const kept = new Refusals(() => 0, { read: fails, write: fails });
  await kept.keep(desk, asked, error);
  expect(await kept.find(desk, asked)).toStrictEqual(error);
});
