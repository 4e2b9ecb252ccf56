import { expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { BulkWorld } from './bulk-world';

const message = 'You stopped it.';

/** Six responses to be published; while the third is on its way somebody stops that, and `then` happens. */
async function stopAtThird(then: (world: BulkWorld, run: string) => Promise<void>) {
  const world = new BulkWorld();
  await world.chatwoot();
  const codes = Array.from({ length: 6 }, (_each, index) => `c${index}`);
  const own = codes.map((code) => ({ title: code, shortcut: code, body: code }));
  const run = await world.plan('publish', await world.own(...own), { target: 'chatwoot-1' });
  world.onWritten = async (write) => {
    if (write !== 2) return;
    await world.runs.act({ run, action: 'stop' });
    await then(world, run);
  };
  return { world, run };
}

it('still says that it was stopped once the response on its way has arrived', async () => {
  const { world, run } = await stopAtThird(async () => undefined);
  const expected = { state: 'stopped', message, counts: { done: 3, open: 3 } };
  expect(await world.act(run, 'start')).toMatchObject(expected);
});

it.each([
  ['is one too many', new TransportError('rate-limited', { status: 429, retryAt: 9e15 })],
  ['is refused', new TransportError('forbidden', { status: 403 })],
  ['gets no answer', new TransportError('timeout')],
])('gives no other reason and no time when the response on its way %s', async (_case, error) => {
  const { world, run } = await stopAtThird(() => Promise.reject(error));
  const after = await world.act(run, 'start');
  expect(after).toMatchObject({ state: 'stopped', message });
  expect(after.retryAt).toBeUndefined();
});

it('is taken back although the response that was on its way was refused', async () => {
  const { world, run } = await stopAtThird(async ({ runs }, id) => {
    await runs.act({ run: id, action: 'undo' });
    throw new TransportError('forbidden', { status: 403 });
  });
  const expected = { state: 'ended', phase: 'undo', counts: { done: 0 } };
  expect(await world.act(run, 'start')).toMatchObject(expected);
});
