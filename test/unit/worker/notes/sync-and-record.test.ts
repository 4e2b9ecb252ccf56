import { describe, expect, it } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { SourceWriter } from '../../../../lib/worker/source-writer';
import { NotesBrowser, refOf } from './notes-browser';
import { openDesk } from './notes-desk';

async function open() {
  const { hands } = openDesk();
  const broken = new Set<string>();
  const wrap = (transport: Transport, { name }: { name: string }): Transport => ({
    send: async (request) => {
      if (broken.has(name)) throw new TransportError('server-error', { status: 500 });
      return transport.send(request);
    },
  });
  const sam = new NotesBrowser({ name: 'Sam', hands, wrap });
  await sam.open();
  const unread = async () => {
    const rows = await sam.database.sources.toArray();
    return Object.fromEntries(
      rows.flatMap(({ connectionId, unreadNotes = [] }) =>
        unreadNotes.map(({ contactId, failure }) => [`${connectionId}/${contactId}`, failure]),
      ),
    );
  };
  return { hands, sam, broken, unread };
}

const serverError = { state: 'unreachable', reason: 'server-error', httpStatus: 500 };

describe('notes that could not be read', () => {
  it.each(['chatwoot', 'kustomer', 'chaport', 'chatra'])(
    '%s: are told for the person on screen, and no longer once they were read',
    async (name) => {
      const { hands, sam, broken, unread } = await open();
      await sam.refresh();
      expect(await unread()).toEqual({});
      broken.add(name);
      await sam.refresh();
      const ref = refOf(hands.find((hand) => hand.name === name));
      expect(await unread()).toEqual({ [ref]: expect.objectContaining(serverError) });
      await sam.refresh();
      expect(Object.keys(await unread())).toEqual([ref]);
      broken.clear();
      sam.clock += 120_000;
      await sam.handlers['notes.watch']({ anchor: sam.anchor }, { kind: 'panel' });
      expect(await unread()).toEqual({});
    },
  );

  it('are still told after the person was looked up again', async () => {
    const { hands, sam, broken, unread } = await open();
    broken.add('kustomer');
    await sam.refresh();
    const hand = hands.find(({ name }) => name === 'kustomer');
    if (hand === undefined) throw new Error('nobody');
    const writer = new SourceWriter(sam.ports, sam.anchor, hand.connection);
    await writer.write({ phase: 'loading' });
    expect(await unread()).toEqual({ [refOf(hand)]: expect.objectContaining(serverError) });
  });

  it('for want of the platform’s id are told as such', async () => {
    const { hands, sam, unread } = await open();
    const { contact } = hands.find(({ name }) => name === 'chatra') ?? {};
    if (contact === undefined) throw new Error('nobody');
    await sam.database.contacts.put({ ...contact, handle: undefined });
    await sam.refresh();
    expect(await unread()).toEqual({ [`chatra-1/${contact.id}`]: 'no-handle' });
  });
});
