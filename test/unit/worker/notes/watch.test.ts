import { expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';

async function open() {
  const { hands } = openDesk();
  const requests: Record<string, number> = {};
  const failing = new Set<string>();
  const sam = new NotesBrowser({
    name: 'Sam',
    hands,
    wrap: (inner, { name }) => ({
      send: async (request) => {
        requests[name] = (requests[name] ?? 0) + 1;
        if (failing.has(name)) throw new TransportError('rate-limited', { status: 429 });
        return inner.send(request);
      },
    }),
  });
  await sam.open();
  const kim = new NotesBrowser({ name: 'Kim', hands });
  await kim.open();
  const watch = async () => {
    for (const name of Object.keys(requests)) requests[name] = 0;
    await sam.handlers['notes.watch']({ anchor: sam.anchor }, { kind: 'panel' });
    return { ...requests };
  };
  return { sam, kim, watch, failing };
}

test('a colleague’s note and edit are there with the next look, one request a connection', async () => {
  const { sam, kim, watch } = await open();
  await watch();
  const id = await kim.save('new');
  await kim.outbox.wake();
  sam.clock += 13_000;
  expect(await watch()).toEqual({ chatwoot: 1, kustomer: 1, chaport: 1, chatra: 1 });
  expect((await sam.database.notes.get(id))?.text).toBe('new');
  await kim.save('edited', { id });
  await kim.outbox.wake();
  sam.clock += 13_000;
  await watch();
  expect((await sam.database.notes.get(id))?.text).toBe('edited');
});

test('looks that come too soon ask nobody, and a failing platform has a minute of rest', async () => {
  const { sam, watch, failing } = await open();
  await watch();
  expect(Object.values(await watch()).every((count) => count === 0)).toBe(true);
  failing.add('chatra');
  sam.clock += 13_000;
  expect((await watch()).chatra).toBe(1);
  sam.clock += 13_000;
  expect(await watch()).toMatchObject({ chaport: 1, chatra: 0 });
  sam.clock += 60_000;
  expect((await watch()).chatra).toBe(1);
});
