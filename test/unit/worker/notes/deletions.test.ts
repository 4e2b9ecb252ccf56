import { describe, expect, test } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import { changedField } from '../../../../lib/notes/field-change';
import { copyOf } from '../../notes/samples';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, handOf, openDesk } from './notes-desk';

async function open() {
  const { hands } = openDesk();
  /** What a browser's calls to a platform meet, by both names. */
  const trouble = new Map<string, TransportError>();
  const browserOf = async (name: string) => {
    const wrap = (inner: Transport, hand: Hand): Transport => ({
      send: async (request) => {
        const error = trouble.get(name) ?? trouble.get(`${name} ${hand.name}`);
        if (error !== undefined) throw error;
        return inner.send(request);
      },
    });
    const browser = new NotesBrowser({ name, hands, wrap });
    await browser.open();
    return browser;
  };
  const [sam, kim, nia] = [await browserOf('Sam'), await browserOf('Kim'), await browserOf('Nia')];
  return { hands, trouble, sam, kim, nia };
}

/** Ids of the notes that each platform holds. */
async function idsOn(hands: readonly Hand[]): Promise<string[][]> {
  return Promise.all(
    hands.map(async (hand) =>
      (await hand.see()).flatMap(({ text }) => {
        const copy = readCopy(text);
        const copies = copy === undefined ? readField(text).copies : [copy];
        return copies.map(({ id }) => id);
      }),
    ),
  );
}

/** Sam’s note is on all platforms, and Kim has read it. */
async function openWithNote(text: string) {
  const opened = await open();
  const id = await opened.sam.save(text);
  await opened.sam.outbox.wake();
  await opened.kim.refresh();
  return { ...opened, id };
}

/** Of Sam’s note the copy in Kustomer was removed by hand, and Sam knows. */
async function openAndRemoveThere() {
  const { hands, sam, trouble } = await open();
  const kustomer = handOf(hands, 'kustomer');
  const id = await sam.save('goes');
  await sam.outbox.wake();
  for (const seen of await kustomer.see()) {
    if (readCopy(seen.text)?.id === id) await kustomer.remove(seen);
  }
  await sam.refresh();
  return { hands, sam, trouble, kustomer, id };
}

async function isLiving({ database }: NotesBrowser, id: string): Promise<boolean> {
  const note = await database.notes.get(id);
  return note !== undefined && note.deletedAt === undefined;
}

const scopes = [
  { kind: 'everywhere' },
  { kind: 'connection', connectionId: 'chatwoot-1' },
  { kind: 'connection', connectionId: 'kustomer-1' },
] as const;

describe('a colleague’s deletion goes through', () => {
  test.each(scopes)('in peace, whoever had read the copies again or not: %j', async (scope) => {
    for (const hasReadAgain of [true, false]) {
      const { hands, sam, kim, nia } = await open();
      const other = await sam.save('stays', { scope });
      const id = await sam.save('goes', { scope });
      await sam.outbox.wake();
      if (hasReadAgain) await sam.refresh();
      await kim.refresh();
      await kim.command('notes.delete', id);
      // Kim goes on writing: that a block is newer is no sign that a copy was overwritten.
      await kim.save('stays, edited', { id: other, scope });
      await kim.outbox.wake();
      for (let round = 0; round < 3; round += 1) {
        for (const browser of [sam, nia, kim]) await browser.refresh();
      }
      expect((await idsOn(hands)).flat()).not.toContain(id);
      for (const browser of [sam, nia]) expect(await isLiving(browser, id)).toBe(false);
      expect((await sam.database.notes.get(other))?.text).toBe('stays, edited');
    }
  });

  test('of the last note, after which another one is written into the same field', async () => {
    const { hands, sam, kim, id } = await openWithNote('goes');
    await kim.command('notes.delete', id);
    await kim.save('new');
    await kim.outbox.wake();
    await sam.refresh();
    await sam.refresh();
    expect((await idsOn(hands)).flat()).not.toContain(id);
    expect(await sam.database.notes.get(id)).toMatchObject({ deletedThere: true });
  });

  test('though one of its contacts is gone, which says so', async () => {
    const { trouble, sam, kim, id } = await openWithNote('goes');
    trouble.set('Sam kustomer', new TransportError('not-found', { status: 404 }));
    await sam.refresh();
    expect((await sam.states(id)).kustomer).toBe('blocked: contact-gone');
    await kim.command('notes.delete', id);
    await sam.refresh();
    expect(await sam.database.notes.get(id)).toMatchObject({ deletedThere: true });
    expect(await sam.states(id)).toEqual({});
  });

  test('from one platform alone, although its contact seems to be gone for a moment', async () => {
    const { trouble, sam, kustomer, id } = await openAndRemoveThere();
    trouble.set('Sam kustomer', new TransportError('not-found', { status: 404 }));
    await sam.refresh();
    trouble.clear();
    await sam.refresh();
    expect((await sam.states(id)).kustomer).toBe('removed-there');
    expect((await idsOn([kustomer])).flat()).toEqual([]);
  });

  test('from one platform alone, although its contact is gone and there is another one', async () => {
    const { hands, sam, kustomer, id } = await openAndRemoveThere();
    const { contact, connection } = kustomer;
    await sam.database.contacts.update([connection.id, contact.id], { goneAt: sam.clock });
    await sam.database.contacts.put({ ...contact, id: 'another' });
    await sam.database.sources.update([sam.anchor, connection.id], {
      contactIds: [contact.id, 'another'],
    });
    await sam.refresh();
    expect((await sam.states(id)).kustomer).toBe('removed-there');
    expect(await sam.database.replicas.where('noteId').equals(id).count()).toBe(hands.length);
  });

  test('a copy that was overwritten, on the other hand, is written again', async () => {
    const { hands, sam } = await open();
    const chaport = handOf(hands, 'chaport');
    await sam.save('first');
    await sam.outbox.wake();
    const [before] = await chaport.see();
    const id = await sam.save('second');
    await sam.outbox.wake();
    // A browser that had read the field before writes now: one more writing than it saw.
    const other = { ...copyOf(), id: 'other', text: 'of a browser that did not see it' };
    const stale = changedField(before?.text ?? '', { put: [other], remove: [] });
    await chaport.edit({ id: 'field', text: '' }, stale);
    await sam.refresh();
    expect((await sam.states(id)).chaport).toBe('delivered');
    expect((await idsOn([chaport])).flat()).toContain(id);
  });
});

describe('an edit is never swallowed', () => {
  test('saved after a deletion that the writer had not seen, it lives and asks who deleted', async () => {
    const { hands, sam, kim, id } = await openWithNote('one');
    await kim.command('notes.delete', id);
    await sam.save('two', { id });
    await sam.outbox.wake();
    await sam.refresh();
    const mine = await sam.database.notes.get(id);
    expect([mine?.text, mine?.deletedAt]).toEqual(['two', undefined]);
    await kim.refresh();
    expect(await kim.database.notes.get(id)).toMatchObject({ conflict: { text: 'two' } });
    expect((await idsOn(hands)).every((ids) => ids.includes(id))).toBe(true);
  });

  test('saved before the deletion of somebody who had not seen it, it asks', async () => {
    const { sam, kim, id } = await openWithNote('one');
    await sam.save('two', { id });
    await sam.outbox.wake();
    await kim.command('notes.delete', id);
    expect(await kim.database.notes.get(id)).toMatchObject({ conflict: { text: 'two' } });
    await sam.refresh();
    expect((await sam.database.notes.get(id))?.deletedAt).toBeUndefined();
  });

  test.each([1, 2, 3])(
    'whoever deletes after %i changes of their own is asked',
    async (changes) => {
      const { trouble, sam, kim, id } = await openWithNote('one');
      trouble.set('Kim', new TransportError('offline'));
      for (let count = 1; count <= changes; count += 1) await kim.save(`Kim ${count}`, { id });
      await kim.command('notes.delete', id);
      await sam.save('Sam', { id });
      await sam.outbox.wake();
      trouble.clear();
      kim.clock += 60 * 60_000;
      await kim.refresh();
      expect(await kim.database.notes.get(id)).toMatchObject({ conflict: { text: 'Sam' } });
    },
  );

  test('that lost to more changes of a colleague is asked about', async () => {
    const { trouble, sam, kim, id } = await openWithNote('one');
    trouble.set('Kim', new TransportError('offline'));
    await kim.save('Kim 1', { id });
    await kim.save('Kim 2', { id });
    await sam.save('Sam', { id });
    await sam.outbox.wake();
    trouble.clear();
    kim.clock += 60 * 60_000;
    await kim.refresh();
    const note = await kim.database.notes.get(id);
    expect([note?.text, note?.conflict?.text].sort()).toEqual(['Kim 2', 'Sam']);
  });
});

test('a deletion there that was only concluded ends when a copy is there after all', async () => {
  const { hands, sam, kim, id } = await openWithNote('one');
  await kim.command('notes.delete', id);
  await sam.refresh();
  expect(await sam.database.notes.get(id)).toMatchObject({ deletedThere: true });
  await kim.command('notes.restore', id);
  await sam.refresh();
  expect((await sam.database.notes.get(id))?.deletedAt).toBeUndefined();
  expect((await idsOn(hands)).every((ids) => ids.includes(id))).toBe(true);
});

test.each([
  ['here', 'sam'],
  ['by a colleague', 'kim'],
] as const)(
  'deleted %s while somebody edits it, a note comes back when its unchanged text is saved',
  async (_where, who) => {
    const { hands, id, ...browsers } = await openWithNote('one');
    const { sam } = browsers;
    await browsers[who].command('notes.delete', id);
    await sam.refresh();
    expect((await sam.database.notes.get(id))?.deletedAt).toBeDefined();
    await sam.save('one', { id });
    await sam.outbox.wake();
    expect((await sam.database.notes.get(id))?.deletedAt).toBeUndefined();
    expect(await idsOn(hands)).toEqual(hands.map(() => [id]));
  },
);

describe('a copy that is there, and of which a change was given up', () => {
  async function withCopyGivenUp() {
    const { hands, trouble, sam } = await open();
    const id = await sam.save('one');
    await sam.outbox.wake();
    trouble.set('Sam kustomer', new TransportError('refused', { status: 400 }));
    await sam.save('two', { id });
    await sam.outbox.wake();
    expect(await sam.states(id)).toMatchObject({ kustomer: 'failed: refused' });
    await sam.command('notes.discard', id, refOf(hands.find(({ name }) => name === 'kustomer')));
    trouble.clear();
    return { hands, trouble, sam, id };
  }

  test('goes when the note is deleted, however late', async () => {
    const { hands, trouble, sam, id } = await withCopyGivenUp();
    trouble.set('Sam kustomer', new TransportError('offline'));
    await sam.command('notes.delete', id);
    expect(await sam.states(id)).toEqual({ kustomer: 'retrying: offline' });
    trouble.clear();
    sam.clock += 60_000;
    await sam.outbox.wake();
    expect(await idsOn(hands)).toEqual(hands.map(() => []));
    expect(await sam.states(id)).toEqual({});
  });

  test('goes when the note is kept in this browser alone', async () => {
    const { hands, sam, id } = await withCopyGivenUp();
    await sam.save('two', { id, scope: { kind: 'browser' } });
    await sam.outbox.wake();
    expect(await idsOn(hands)).toEqual(hands.map(() => []));
  });

  test('stays as it is while the note is there', async () => {
    const { hands, sam, id } = await withCopyGivenUp();
    await sam.save('three', { id });
    await sam.refresh();
    expect(await sam.states(id)).not.toHaveProperty('kustomer');
    const seen = await hands.find(({ name }) => name === 'kustomer')?.see();
    expect(seen?.map(({ text }) => text.split('\n', 1)[0])).toEqual(['one']);
  });
});
