import { expect, it } from 'vitest';
import { createWorld } from '../../../helpdesks/world/world';
import { onChatwoot } from '../../platforms/emulated';
import { ReplyWorld } from './reply-world';

const source = 'chatwoot-1';

it('creates in Chatwoot, follows a change made there, and tells a conflict', async () => {
  const { emulator, records } = onChatwoot(createWorld(Date.UTC(2026, 10, 20, 12)));
  const [account] = emulator.installation('app.chatwoot.com').accounts;
  const api = records[0]?.api;
  if (account === undefined || api === undefined) throw new TypeError('the world is empty');
  const world = new ReplyWorld();
  await world.connect(source, api);
  await world.refresh();
  const before = await world.titles(source);
  expect(before).toContain('hello');

  const saved = await world.save({ source, shortcut: 'lost', title: 'Lost', body: 'So sorry.' });
  expect(saved).toMatchObject({ kind: 'ok' });
  const row = account.cannedResponses.find(({ shortCode }) => shortCode === 'lost');
  expect(row).toMatchObject({ content: 'So sorry.' });
  expect(await world.titles(source)).toEqual(expect.arrayContaining([...before, 'lost']));

  if (row !== undefined) row.content = 'We are looking for it.';
  await world.refresh(true);
  const stored = await world.database.replies.get([source, String(row?.id)]);
  expect(stored?.body).toBe('We are looking for it.');

  expect(await world.save({ source, shortcut: 'hello', body: 'Mine' })).toMatchObject({
    kind: 'conflict',
    why: 'taken',
    message: expect.stringContaining('“hello”'),
  });
  expect(account.cannedResponses.filter(({ shortCode }) => shortCode === 'hello')).toHaveLength(1);
});
