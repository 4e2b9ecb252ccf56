import { beforeEach, expect, it } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { ShortcutRow } from '../../../helpdesks/kustomer/data/rows';
import { createWorld } from '../../../helpdesks/world/world';
import { apiOver, onKustomer } from '../../platforms/emulated';
import { BulkWorld } from './bulk-world';
import { ReplyWorld } from './reply-world';

const people = createWorld(Date.UTC(2026, 10, 20, 12));
const source = 'kustomer-1';

/** What a colleague does to the shortcut between our reading and our writing. */
const rewrite = (row: ShortcutRow) => Object.assign(row, { text: 'Theirs', rev: row.rev + 1 });
const touch = (row: ShortcutRow) => Object.assign(row, { rev: row.rev + 1 });

let isLate: boolean;
beforeEach(() => {
  isLate = true;
});

type Send = Transport['send'];

async function form(meanwhile: (row: ShortcutRow) => void, around = (send: Send) => send) {
  const { emulator, connection, transport } = onKustomer(people);
  const behind: Transport = {
    send: async (request) => {
      const row = emulator.shortcut('greeting');
      if (request.method === 'PUT' && row !== undefined && isLate) {
        isLate = false;
        meanwhile(row);
      }
      return around(transport.send)(request);
    },
  };
  const world = new ReplyWorld();
  await world.connect(source, apiOver(connection, behind));
  await world.refresh();
  const opened = await world.database.replies.where({ source, title: 'greeting' }).first();
  if (opened === undefined) throw new TypeError('no shortcut');
  const saved = await world.save({ ...opened, body: 'Mine' }, opened);
  return { saved, text: emulator.shortcut('greeting')?.text };
}

it('both texts are shown when Kustomer refuses a write as stale', async () => {
  expect(await form(rewrite)).toMatchObject({
    saved: { kind: 'conflict', why: 'changed', theirs: { title: 'greeting', body: 'Theirs' } },
    text: 'Theirs',
  });
});

it('a second write whose answer is lost is looked after as well', async () => {
  let writes = 0;
  const losing =
    (send: Send): Send =>
    async (request) => {
      const answer = await send(request);
      if (request.method !== 'PUT') return answer;
      writes += 1;
      throw new TransportError('timeout');
    };
  expect(await form(touch, losing)).toMatchObject({ saved: { kind: 'ok' }, text: 'Mine' });
  expect(writes).toBe(1);
});

it('a shortcut of which only something else was changed is written all the same', async () => {
  expect(await form(touch)).toMatchObject({ saved: { kind: 'ok' }, text: 'Mine' });
});

it.each([
  [rewrite, { left: 1, done: 0 }, 'Theirs'],
  [touch, { left: 0, done: 1 }, 'Mine'],
] as const)('a run of many keeps to the same (%#)', async (meanwhile, counts, text) => {
  const world = new BulkWorld();
  const emulator = await world.kustomer();
  const mine = await world.own({ title: 'greeting', shortcut: 'greeting', body: 'Mine' });
  const run = await world.plan('publish', mine, { target: source });
  world.fate = (write) => {
    const row = emulator.shortcut('greeting');
    if (write === 0 && row !== undefined) meanwhile(row);
    return 'ok';
  };
  await world.act(run, 'start');
  expect(await world.run(run)).toMatchObject({ state: 'ended', counts });
  expect(emulator.shortcut('greeting')?.text).toBe(text);
  const stored = await world.database.replies.where({ source, title: 'greeting' }).first();
  expect(stored?.body).toBe(text);
});
