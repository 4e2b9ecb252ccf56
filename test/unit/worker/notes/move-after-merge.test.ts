import { describe, expect, test } from 'vitest';
import { path } from '../../../../lib/http/encode-path';
import { type ContactRef, contactRef } from '../../../../lib/model/ids';
import type { NoteDraftRow, ReplicaRow } from '../../../../lib/model/note';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { wantsCopy } from '../../../../lib/notes/wants-copy';
import { moveIfKnown, moveToMergeTarget } from '../../../../lib/worker/people/follow-merge';
import type { StoryRecord, World } from '../../../helpdesks/world/types';
import { onChatwoot } from '../../platforms/emulated';
import { ref } from '../../refs';
import { contact, TestWorld } from '../world';
import { NotesBrowser } from './notes-browser';
import { start } from './notes-desk';

const gone = contact('beta', 'gone');
const mergeTarget = contact('beta', 'left');
const from = contactRef(gone);
const to = contactRef(mergeTarget);

const note = {
  id: 'n1',
  revision: 2,
  text: 'VIP',
  at: 1,
  pinned: true,
  urgency: 'normal',
  scope: { kind: 'everywhere' },
  createdAt: 1,
  versions: [],
} as const;

async function merged(rows: {
  replicas?: ReplicaRow[];
  drafts?: NoteDraftRow[];
}): Promise<TestWorld['database']> {
  const { database } = new TestWorld();
  const contacts = [ref('alpha/1'), from, to];
  await database.notes.put({ ...note, versions: [], contacts, declined: [from] });
  await database.replicas.bulkPut(rows.replicas ?? []);
  await database.noteDrafts.bulkPut(rows.drafts ?? []);
  await moveToMergeTarget({ database }, gone, mergeTarget);
  return database;
}

const replica = (contact: ContactRef, more: Partial<ReplicaRow> = {}): ReplicaRow => ({
  noteId: 'n1',
  contact,
  connectionId: 'beta',
  state: 'delivered',
  remoteId: 'r1',
  revision: 2,
  updatedAt: 5,
  ...more,
});

describe('when a platform merged one contact into another', () => {
  test('a note belongs to the one that is left, once, still pinned', async () => {
    const database = await merged({});
    expect(await database.notes.toArray()).toMatchObject([
      { id: 'n1', text: 'VIP', pinned: true, contacts: ['alpha/1', to], declined: [to] },
    ]);
  });

  test('a copy is looked for at the one that is left before it is written', async () => {
    const database = await merged({ replicas: [replica(from)] });
    const rows = await database.replicas.toArray();
    expect(rows).toMatchObject([{ contact: to, state: 'waiting', uncertain: true }]);
    expect(rows[0]?.remoteId).toBeUndefined();
  });

  test('a copy that somebody took away is not written again', async () => {
    const database = await merged({ replicas: [replica(from, { state: 'removed-there' })] });
    expect((await database.replicas.toArray()).map(({ state }) => state)).toEqual([
      'removed-there',
    ]);
  });

  test('a copy that only lost its line is still known by its row', async () => {
    const lost = { state: 'removed-there', reason: 'line-removed' } as const;
    const database = await merged({ replicas: [replica(from, lost)] });
    expect(await database.replicas.toArray()).toMatchObject([
      { contact: to, ...lost, remoteId: 'r1', revision: 2 },
    ]);
  });

  test('a copy that is known of the one that is left stays as it is', async () => {
    const known = replica(to, { remoteId: 'r2' });
    const database = await merged({ replicas: [replica(from, { state: 'failed' }), known] });
    expect(await database.replicas.toArray()).toEqual([known]);
  });

  test('drafts go along, and of two none is lost', async () => {
    const draft = (anchor: ContactRef, noteId: string, text: string, updatedAt: number) => ({
      anchor,
      noteId,
      text,
      updatedAt,
    });
    const database = await merged({
      drafts: [draft(from, 'n1', 'VIP!', 3), draft(from, '', 'one', 4), draft(to, '', 'two', 2)],
    });
    expect(await database.noteDrafts.toArray()).toEqual([
      draft(to, '', 'two\n\none', 4),
      draft(to, 'n1', 'VIP!', 3),
    ]);
  });

  test('a note that has no place at the one that is gone has none at the one that is left', async () => {
    const { database } = new TestWorld();
    const away = { contact: from, text: 'their field', at: 1 };
    const home = ref('alpha/1');
    const parted = { ...note, versions: [], parted: [from], fieldTexts: [away] };
    await database.notes.bulkPut([
      { ...parted, contacts: [home], toPart: [home, from] },
      { ...parted, id: 'n2', contacts: [home, to], toPart: [to, from] },
    ]);
    await database.replicas.put(replica(from, { state: 'waiting' }));
    await moveToMergeTarget({ database }, gone, mergeTarget);
    const [apart, beside] = await database.notes.toArray();
    const rows = await database.replicas.toArray();
    expect(rows.map((row) => [row.contact, apart && wantsCopy(apart, row)])).toEqual([[to, false]]);
    expect(apart).toMatchObject({ parted: [to], toPart: [home, to] });
    expect(apart?.fieldTexts).toEqual([{ ...away, contact: to }]);
    // This one is beside the one that is left already.
    expect(beside).toMatchObject({ contacts: [home, to], parted: [] });
    expect(beside?.toPart).toBeUndefined();
  });

  test('notes follow also where the contact itself was never stored', async () => {
    const { database } = new TestWorld();
    await database.notes.put({ ...note, versions: [], contacts: [from] });
    await moveIfKnown({ database }, gone, mergeTarget);
    expect((await database.notes.get('n1'))?.contacts).toEqual([to]);
  });
});

const record: StoryRecord = { name: 'Ana', email: 'ana@example.com', conversations: [] };
const world: World = {
  now: start,
  agents: [],
  people: [
    {
      key: 'ana',
      about: 'twice on one platform',
      chatwoot: [record, { ...record, email: 'a@example.com' }],
    },
  ],
};

test('notes beside two contacts of a real merge: each is there once, and nothing is written twice', async () => {
  const { emulator, records, connection, transport } = onChatwoot(world);
  const [base, mergee] = records.map((each) => each.contact);
  const [account] = emulator.installation('app.chatwoot.com').accounts;
  if (base === undefined || mergee === undefined || account === undefined) throw new Error('none');
  const hand = (of: typeof base) => ({
    name: 'chatwoot',
    connection,
    transport,
    contact: of,
    see: async () => [],
    edit: async () => undefined,
    remove: async () => undefined,
  });
  const beside = new NotesBrowser({ name: 'Sam', hands: [hand(mergee)] });
  await beside.open();
  await beside.save('for both');
  await beside.save('only here');
  await beside.outbox.wake();
  const { database } = beside;
  const after = new NotesBrowser({ name: 'Sam', hands: [hand(base)], database });
  await after.open();
  await after.refresh();
  const ids = { base_contact_id: Number(base.id), mergee_contact_id: Number(mergee.id) };
  const { signal } = new AbortController();
  const address = path`/api/v1/accounts/${connection.account ?? ''}/actions/contact_merge`;
  await transport.send({ method: 'POST', path: address, body: ids, signal });

  await moveToMergeTarget({ database }, mergee, base);
  await after.outbox.wake();
  await after.refresh();
  const texts = account.notes.map(({ content }) => readCopy(content)?.text);
  expect(texts.sort()).toEqual(['for both', 'only here']);
  const replicas = await database.replicas.toArray();
  expect(replicas.map((row) => [row.contact, row.state])).toEqual([
    [contactRef(base), 'delivered'],
    [contactRef(base), 'delivered'],
  ]);
});
