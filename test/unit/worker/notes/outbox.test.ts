import { expect, test, vi } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';

/** Chaport answers nothing, for ever, and even an abort is late to reach it. */
async function withStuckPlatform() {
  const { hands } = openDesk();
  let isStuck = true;
  const sam = new NotesBrowser({
    name: 'Sam',
    hands,
    wrap: (transport, { name }) => ({
      send: (request) =>
        name === 'chaport' && isStuck
          ? new Promise((_resolve, reject) => {
              request.signal?.addEventListener('abort', () => reject(request.signal?.reason));
            })
          : transport.send(request),
    }),
  });
  await sam.open();
  const free = () => {
    isStuck = false;
  };
  return { sam, free };
}

/** Beside other suites a delivery takes its time. */
const patient = { timeout: 15_000 };

const others = { chatwoot: 'delivered', kustomer: 'delivered', chatra: 'delivered' };

test('practice 15: an endless platform holds up no delivery on another, also of what comes later', async () => {
  const { sam } = await withStuckPlatform();
  const first = await sam.save('the first');
  void sam.outbox.wake().catch(() => undefined);
  await vi.waitFor(async () => expect(await sam.states(first)).toMatchObject(others), patient);
  const second = await sam.save('the second');
  void sam.outbox.wake().catch(() => undefined);
  await vi.waitFor(async () => expect(await sam.states(second)).toMatchObject(others), patient);
  expect(await sam.states(second)).toMatchObject({ chaport: 'waiting' });
  sam.kill();
});

test('practice 15: what takes too long is tried again later, and arrives once', async () => {
  const { sam, free } = await withStuckPlatform();
  const id = await sam.save('in the end');
  const delivering = sam.outbox.wake();
  await vi.waitFor(async () => expect(await sam.states(id)).toMatchObject(others), patient);
  sam.limit.abort(new DOMException('too long', 'TimeoutError'));
  await delivering;
  expect(await sam.states(id)).toMatchObject({ chaport: 'retrying: timeout' });
  expect(sam.alarm).toBeGreaterThan(sam.clock);
  free();
  sam.limit = new AbortController();
  sam.clock = (sam.alarm ?? 0) + 1;
  await sam.outbox.wake();
  expect(await sam.states(id)).toMatchObject({ ...others, chaport: 'delivered' });
});

test('a field that changed texts is tried again once its account is saved anew, and not before', async () => {
  const { hands } = openDesk();
  let isChanging = true;
  const sam = new NotesBrowser({
    name: 'Sam',
    hands,
    wrap: (transport, { name }) => ({
      send: (request) => {
        if (name !== 'chaport' || request.method !== 'PUT' || !isChanging)
          return transport.send(request);
        const notes = String(request.body?.notes).replaceAll('&', '&amp;');
        return transport.send({ ...request, body: { notes } });
      },
    }),
  });
  await sam.open();
  const id = await sam.save('R&D');
  await sam.outbox.wake();
  expect(await sam.states(id)).toEqual({ ...others, chaport: 'blocked: changes-text' });
  isChanging = false;
  await sam.outbox.connectionsChanged();
  expect(await sam.states(id)).toEqual({ ...others, chaport: 'blocked: changes-text' });
  for (const { connection } of hands) connection.facts = {};
  sam.kill();
  await sam.outbox.connectionsChanged();
  expect(await sam.states(id)).toEqual({ ...others, chaport: 'delivered' });
});

test('a retry after the contact seemed to be gone looks for the copy before it writes one', async () => {
  const { hands } = openDesk();
  let isGone = false;
  const sam = new NotesBrowser({
    name: 'Sam',
    hands,
    wrap: (transport) => ({
      send: async (request) => {
        if (isGone) throw new TransportError('not-found', { status: 404 });
        return transport.send(request);
      },
    }),
  });
  await sam.open();
  const id = await sam.save('stands there once');
  await sam.outbox.wake();
  isGone = true;
  await sam.refresh();
  isGone = false;
  for (const hand of hands) {
    const { connectionId } = hand.contact;
    expect(await sam.states(id)).toMatchObject({ [hand.name]: 'blocked: contact-gone' });
    const [row] = await sam.database.replicas.where({ noteId: id, connectionId }).toArray();
    await sam.command('notes.retry', id, row?.contact);
    expect(await sam.states(id)).toMatchObject({ [hand.name]: 'delivered' });
    const texts = (await hand.see()).map(({ text }) => text).join('\n');
    expect(texts.split('stands there once')).toHaveLength(2);
  }
});
