import { expect, test } from 'vitest';
import type { RemoteNotes } from '../../../../lib/platforms/contract/notes';
import { copyTargetOf } from '../../../../lib/worker/notes/copy-target';
import { replaceNatives } from '../../../../lib/worker/notes/replace-natives';
import { NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';

test('of a helpdesk’s own notes only what changed is written, and what is gone there goes', async () => {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const target = await copyTargetOf(sam.ports, sam.anchor);
  if (target === undefined) throw new Error('nobody');
  const { nativeNotes } = sam.database;
  const read = async (...texts: string[]) => {
    sam.clock += 1_000;
    const natives = texts.map((text): RemoteNotes['natives'][number] => {
      return { id: text.slice(0, 1), kind: 'note', text, author: undefined };
    });
    await replaceNatives(sam.ports, target, { copies: [], natives, dropped: 0 });
    const rows = await nativeNotes.toArray();
    return Object.fromEntries(rows.map(({ text, fetchedAt }) => [text, fetchedAt]));
  };
  const first = await read('a', 'b');
  expect(Object.keys(first)).toEqual(['a', 'b']);
  expect(await read('a', 'b')).toEqual(first);
  expect(await read('a', 'bb', 'c')).toEqual({ a: first.a, bb: sam.clock, c: sam.clock });
  expect(await read('c')).toEqual({ c: sam.clock - 1_000 });
});
