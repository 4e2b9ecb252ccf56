import { describe, expect, test } from 'vitest';
import { contactRef } from '../../../../lib/model/ids';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { moveToMergeTarget } from '../../../../lib/worker/people/follow-merge';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, openDesk, type Seen } from './notes-desk';

async function open() {
  const { hands } = openDesk();
  const [chatwoot, kustomer] = hands;
  if (chatwoot === undefined || kustomer === undefined) throw new Error('nobody');
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const id = await sam.save('one');
  await sam.outbox.wake();
  await sam.refresh();
  // By then it is known of the account whose key it is, as after a test of the connection.
  const kim = new NotesBrowser({ name: 'Kim', hands });
  await kim.open();
  await kim.refresh();
  return { hands, chatwoot, kustomer, sam, kim, id };
}

/** The rows of a list that have this in them. */
async function rowsWith(hand: Hand, words: string): Promise<Seen[]> {
  return (await hand.see()).filter(({ text }) => text.includes(words));
}

/** A person changes what stands in the rows of a list, in the platform's own pages. */
async function change(hand: Hand, from: string, to: string, agent?: string): Promise<void> {
  for (const seen of await rowsWith(hand, from)) {
    await hand.edit(seen, seen.text.replace(from, to), agent);
  }
}

describe('two copies in a list', () => {
  test.each([0, 1])('become one when one of them was changed: number %i', async (which) => {
    const { chatwoot, sam, kim, id } = await open();
    const [row] = await rowsWith(chatwoot, 'one');
    if (row === undefined) throw new Error('no row');
    await chatwoot.double?.(row);
    const twice = (await rowsWith(chatwoot, 'one')).sort((a, b) => Number(a.id) - Number(b.id));
    expect(twice).toHaveLength(2);
    const changed = twice[which];
    if (changed === undefined) throw new Error('no row');
    await chatwoot.edit(changed, changed.text.replace('one', 'two'));
    for (let round = 0; round < 2; round += 1) {
      await sam.refresh();
      await kim.refresh();
    }
    const copies = (await chatwoot.see()).flatMap(({ text }) => readCopy(text) ?? []);
    expect(copies.map(({ text }) => text)).toEqual(['two']);
    expect(await sam.database.notes.get(id)).toMatchObject({
      text: 'two',
      versions: [{ text: 'one' }],
    });
  });
});

describe('a row that a colleague changed in the helpdesk itself', () => {
  test('is by that colleague, and is not written again with another’s key', async () => {
    const { hands, chatwoot, sam, kim, id } = await open();
    await change(chatwoot, 'one', 'two', 'Nia Osei');
    const [before] = await rowsWith(chatwoot, 'two');
    for (const browser of [kim, sam, kim]) await browser.refresh();
    for (const browser of [sam, kim]) {
      expect(await browser.database.notes.get(id)).toMatchObject({
        text: 'two',
        author: 'Nia Osei',
      });
      expect((await browser.states(id)).chatwoot).toBe('delivered');
    }
    expect(await rowsWith(chatwoot, 'two')).toEqual([before]);
    const [, kustomer] = hands;
    const [there] = kustomer === undefined ? [] : await rowsWith(kustomer, 'two');
    expect(there?.text).toMatch(/\n— Nia Osei, /);
    // A mark has to be in it: then the line names who said what.
    await sam.save('two', { id, urgency: 'urgent' });
    await sam.outbox.wake();
    expect((await rowsWith(chatwoot, 'two'))[0]?.text).toMatch(/\n— Nia Osei, .* · urgent · /);
  });
});

describe('a row that lost our line', () => {
  test('is the same note: not deleted, still pinned, and can be made one again', async () => {
    const { chatwoot, sam, kim, id } = await open();
    const [row] = await rowsWith(chatwoot, 'one');
    if (row === undefined) throw new Error('no row');
    await chatwoot.edit(row, 'one');
    await sam.refresh();
    await kim.refresh();
    for (const browser of [sam, kim]) {
      const note = await browser.database.notes.get(id);
      expect([note?.deletedAt, note?.pinned]).toEqual([undefined, true]);
      expect((await browser.states(id)).chatwoot).toBe('removed-there: line-removed');
    }
    await sam.command('notes.retry', id, refOf(chatwoot));
    expect((await sam.states(id)).chatwoot).toBe('delivered');
    const rows = await rowsWith(chatwoot, 'one');
    expect(rows.map(({ id: rowId, text }) => [rowId, readCopy(text)?.id])).toEqual([[row.id, id]]);
    await kim.refresh();
    expect((await kim.states(id)).chatwoot).toBe('delivered');
  });

  test('and was changed as well keeps its words when it is made one again', async () => {
    const { chatwoot, sam, id } = await open();
    const [row] = await rowsWith(chatwoot, 'one');
    if (row === undefined) throw new Error('no row');
    await chatwoot.edit(row, 'quite another thing');
    await sam.refresh();
    expect((await sam.database.notes.get(id))?.text).toBe('one');
    await sam.command('notes.retry', id, refOf(chatwoot));
    expect(await sam.database.notes.get(id)).toMatchObject({
      text: 'quite another thing',
      versions: [{ text: 'one' }],
    });
    expect(await rowsWith(chatwoot, 'quite another thing')).toHaveLength(1);
  });

  test('is no reason not to follow a deletion, and does not stop one made here', async () => {
    const { chatwoot, sam, id } = await open();
    const [row] = await rowsWith(chatwoot, 'one');
    if (row === undefined) throw new Error('no row');
    await chatwoot.edit(row, 'one');
    await sam.refresh();
    await sam.command('notes.delete', id);
    await sam.refresh();
    expect(await sam.states(id)).toEqual({});
  });
});

test('after a merge of two contacts that both had a copy there is one, and nothing said of the other', async () => {
  const { chatwoot, sam, id } = await open();
  const [row] = await rowsWith(chatwoot, 'one');
  const known = await sam.database.replicas.get([id, refOf(chatwoot)]);
  if (row === undefined || known === undefined) throw new Error('no row');
  await chatwoot.double?.(row);
  const [, second] = (await rowsWith(chatwoot, 'one')).sort((a, b) => Number(a.id) - Number(b.id));
  const gone = contactRef({ connectionId: 'chatwoot-1', id: 'merged-away' });
  await sam.database.replicas.put({ ...known, contact: gone, remoteId: second?.id });
  await sam.refresh();
  expect(await rowsWith(chatwoot, 'one')).toHaveLength(1);
  const rows = await sam.database.replicas.where('noteId').equals(id).toArray();
  expect(rows.map(({ contact }) => contact)).not.toContain(gone);
});

test('after a merge of contacts a copy is where it was moved to, and nowhere else', async () => {
  const { chatwoot, sam, id } = await open();
  const key = { connectionId: 'chatwoot-1', id: 'merged-away' };
  // The copy was seen at the contact that is gone by now.
  const row = await sam.database.replicas.get([id, refOf(chatwoot)]);
  if (row === undefined) throw new Error('no row');
  await sam.database.replicas.put({
    ...row,
    contact: refOf({ ...chatwoot, contact: { ...chatwoot.contact, ...key } }),
  });
  await sam.refresh();
  const rows = await sam.database.replicas.where('noteId').equals(id).toArray();
  expect(rows.filter(({ connectionId }) => connectionId === 'chatwoot-1')).toMatchObject([
    { contact: refOf(chatwoot), state: 'delivered' },
  ]);
  await moveToMergeTarget(sam.ports, key, chatwoot.contact);
  expect(await sam.database.replicas.where('noteId').equals(id).count()).toBe(4);
});
