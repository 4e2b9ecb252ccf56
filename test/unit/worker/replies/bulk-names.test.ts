import { expect, it } from 'vitest';
import { BulkWorld } from './bulk-world';

const desk = 'chatwoot-1';

it('changes a Chatwoot response with a slash in its code, and leaves the code', async () => {
  const world = new BulkWorld();
  const account = await world.chatwoot();
  const [slash, plain] = account.cannedResponses;
  if (slash === undefined || plain === undefined) throw new TypeError('the world is empty');
  slash.shortCode = '/hi';
  const api = world.apis.get(desk);
  const stored = (await api?.replies?.(AbortSignal.timeout(60_000)))?.replies;
  const found = stored?.find(({ shortcut }) => shortcut === '/hi');
  if (found === undefined) throw new TypeError('not listed');
  await api?.saveReply?.({ ...found, body: 'new' }, AbortSignal.timeout(60_000));
  expect(slash).toMatchObject({ shortCode: '/hi', content: 'new' });

  const mine = await world.own({ title: 'Words', shortcut: `/${plain.shortCode}`, body: 'mine' });
  const code = plain.shortCode;
  await world.act(await world.plan('publish', mine, { target: desk }), 'start');
  expect(plain).toMatchObject({ shortCode: code, content: 'mine' });
});

it('publishes onto a shortcut of Kustomer without renaming it', async () => {
  const world = new BulkWorld();
  const emulator = await world.kustomer();
  const mine = await world.own({ title: 'A greeting', shortcut: '/greeting', body: 'Hi!' });
  await world.act(await world.plan('publish', mine, { target: 'kustomer-1' }), 'start');
  expect(emulator.shortcut('greeting')).toMatchObject({ text: 'Hi!' });
  expect(emulator.shortcut('A greeting')).toBeUndefined();
});
