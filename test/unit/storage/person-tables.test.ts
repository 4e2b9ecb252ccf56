import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { NoteRow } from '../../../lib/model/note';
import type { PageContext } from '../../../lib/model/page';
import { DesksideDatabase } from '../../../lib/storage/database';
import { indexMarking } from '../../../lib/storage/index-marks';
import { erasePersonRows, readPersonRows } from '../../../lib/storage/person-tables';
import { openedContact } from '../../../lib/storage/shown-screen';
import { ref } from '../refs';

let databases = 0;

/** Stands in every field of every row that is about the person, and in no other. */
const canary = 'canary-7f3a';
const person = { connectionId: 'alpha', id: canary };
const coverage = { state: 'complete', dropped: 0, checkedAt: 1 } as const;
const bare = { emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] };
const context = {
  platform: 'alpha',
  view: 'person',
  conversationId: canary,
  hints: { name: canary, emails: [`${canary}@x.example`], phones: [] },
  composer: 'reply',
} satisfies PageContext;
const nobody = { emails: [], phones: [] };
const subject = JSON.stringify(['alpha', 'person', `conversation:${canary}`, '', false]);

async function fill(db: DesksideDatabase): Promise<void> {
  const { connectionId } = person;
  const mine = ref(`alpha/${canary}`);
  const other = ref('alpha/other');
  const native = { kind: 'note', text: canary, fetchedAt: 1 } as const;
  const word = { verdict: 'different', at: 1 } as const;
  const note = {
    ...{ revision: 1, text: canary, at: 1, pinned: false },
    urgency: 'normal',
    ...{ createdAt: 1, versions: [] },
    scope: { kind: 'everywhere' },
  } satisfies Omit<NoteRow, 'id' | 'contacts'>;
  const contact = { ...bare, platform: 'alpha', fetchedAt: 1 };
  await db.contacts.bulkPut([
    { ...contact, ...person, name: canary, emailKeys: [`${canary}@x.example`] },
    { ...contact, connectionId, id: 'other', name: 'Bo' },
  ]);
  await db.conversations.put({ connectionId, id: canary, contactId: canary, status: 'open' });
  await db.messages.put({
    ...{ connectionId, id: canary, contactId: canary, conversationId: canary },
    ...{ kind: 'message', direction: 'in', author: { role: 'contact' }, text: canary, sentAt: 1 },
    ...{ timeQuality: 'exact', sequence: 1, attachments: [] },
  });
  await db.lookups.bulkPut([
    { connectionId, identifier: `email:${canary}@x.example`, contactIds: [], checkedAt: 1 },
    { connectionId, identifier: 'phone:+461', contactIds: [canary], checkedAt: 1 },
    { connectionId, identifier: 'email:bo@x.example', contactIds: ['other'], checkedAt: 1 },
  ]);
  await db.histories.put({ connectionId, contactId: canary, coverage });
  await db.directories.put({
    ...{ connectionId, reachedEnd: false, indexed: 2, dropped: 0, unsettled: [canary, 'other'] },
  });
  await db.screens.bulkPut([
    {
      ...{ tabId: 1, windowId: 1, context, origin: 'https://a.example', connectionId, subject },
      ...{ round: 1, anchor: mine, phase: 'identified' },
    },
    {
      ...{ tabId: 2, windowId: 1, context, origin: 'https://a.example', connectionId, subject },
      ...{ round: 1, phase: 'unknown' },
    },
    {
      ...{ tabId: -1, windowId: 1, context: { ...context, conversationId: 'bo', hints: nobody } },
      ...{ origin: 'https://a.example', connectionId: 'beta', subject: 'opened by hand' },
      ...{ round: 1, phase: 'identified', anchor: other, isOpenedByHand: true, over: subject },
    },
  ]);
  await db.windows.put({ windowId: 1, tabId: 1 });
  await db.sightings.put({
    ...{ connectionId, address: `conversation:${canary}`, contactId: canary, hints: canary },
  });
  await db.views.put({ anchor: mine, viewedAt: 1 });
  const source = { connectionId, phase: 'settled', updatedAt: 1 } as const;
  await db.sources.bulkPut([
    { ...source, anchor: mine, contactIds: [canary] },
    {
      ...{ ...source, anchor: other, contactIds: ['other', canary] },
      unreadNotes: [
        { contactId: canary, failure: 'no-handle' },
        { contactId: 'other', failure: 'no-handle' },
      ],
    },
    {
      ...{ ...source, anchor: ref('beta/1'), contactIds: ['other'] },
      unreadNotes: [{ contactId: canary, failure: 'no-handle' }],
    },
  ]);
  await db.links.bulkPut([
    { ...word, a: mine, b: other },
    { ...word, a: other, b: ref('beta/1'), person: [other, mine] },
    {
      ...{ ...word, a: other, b: ref('beta/2') },
      replaced: { ...word, a: other, b: ref('beta/2'), person: [mine] },
    },
  ]);
  await db.suggestions.bulkPut([
    { anchor: other, contact: mine, updatedAt: 1 },
    { anchor: mine, contact: other, updatedAt: 1 },
  ]);
  await db.peopleSearches.bulkPut([
    { windowId: 1, connectionId, query: canary, phase: 'done', contacts: [], updatedAt: 1 },
    {
      ...{ windowId: 2, connectionId, query: 'x', phase: 'done', updatedAt: 1 },
      contacts: [{ ...contact, ...person }],
    },
  ]);
  await db.notes.bulkPut([
    { ...note, id: canary, contacts: [mine] },
    { ...note, id: 'shared', text: 'for both', contacts: [other, mine], declined: [mine] },
    {
      ...{ ...note, id: 'taken-for-them', text: 'of the other', contacts: [other], parted: [mine] },
      fieldTexts: [
        { contact: mine, text: canary, at: 1 },
        { contact: other, text: 'of the other', at: 1 },
      ],
    },
    { ...note, id: 'to-part', text: 'of the other', contacts: [other], toPart: [mine, other] },
  ]);
  const replica = { connectionId, state: 'delivered', updatedAt: 1 } as const;
  await db.replicas.bulkPut([
    { ...replica, noteId: canary, contact: mine },
    { ...replica, noteId: canary, contact: ref('beta/') },
    { ...replica, noteId: 'shared', contact: mine },
    { ...replica, noteId: 'shared', contact: other },
  ]);
  await db.nativeNotes.put({ connectionId, contactId: canary, id: 'text', ...native });
  await db.noteDrafts.bulkPut([
    { anchor: mine, noteId: '', text: canary, updatedAt: 1 },
    { anchor: ref(`alpha/conversation:${canary}`), noteId: '', text: canary, updatedAt: 1 },
    { anchor: other, noteId: canary, text: canary, updatedAt: 1 },
    { anchor: other, noteId: 'shared', text: 'of the other', updatedAt: 1 },
  ]);
  const write = { field: 'name', value: canary, at: 1, sentAt: 1, state: 'written' } as const;
  await db.contactWrites.bulkPut([
    {
      ...write,
      id: '1',
      connectionId,
      contactId: canary,
      source: { connectionId, contactId: 'x' },
    },
    {
      ...write,
      id: '2',
      connectionId,
      contactId: 'x',
      source: { connectionId, contactId: canary },
    },
    {
      ...{ ...write, id: '3', value: 'Bo', connectionId, contactId: 'other' },
      source: { connectionId: 'beta', contactId: '9' },
    },
  ]);
  await db.indexedContacts.put({ connectionId, contactId: canary });
  const draft = { connectionId, reply: 'own/1', answers: [], updatedAt: 1 };
  await db.fillDrafts.bulkPut([
    { ...draft, subject, body: canary },
    { ...draft, subject: `${subject}\nconversation:c`, body: canary },
    { ...draft, subject: openedContact(person, context).subject, body: canary },
    {
      ...{ ...draft, body: 'of the other' },
      subject: openedContact({ connectionId, id: 'other' }, context).subject,
    },
    { ...draft, subject: 'not a list', body: 'of nobody' },
  ]);
  const form = { name: 'Orders', key: 'order', address: 'https://shop.example/?email={email}' };
  const card = { ...form, id: 'card-1', origin: 'https://shop.example', isManaged: false };
  await db.cards.put({ ...card, createdAt: 1 });
  const answer = { cardId: 'card-1', connectionId, updatedAt: 1 };
  await db.cardAnswers.bulkPut([
    { ...answer, contactId: canary, sent: { email: `${canary}@x.example` } },
    {
      ...{ ...answer, contactId: 'beside', sent: { email: `${canary}@x.example` } },
      borrowed: { email: mine },
    },
    { ...answer, contactId: 'other', sent: { email: 'bo@x.example' } },
  ]);
}

async function filled(): Promise<DesksideDatabase> {
  databases += 1;
  const db = new DesksideDatabase(`person-${databases}`);
  db.use(indexMarking);
  await fill(db);
  return db;
}

/** The tables in which the canary stands anywhere, in keys, values and lists. */
async function tablesWithCanary(db: DesksideDatabase): Promise<string[]> {
  const rows = await Promise.all(db.tables.map((table) => table.toArray()));
  return db.tables
    .filter((_table, index) => JSON.stringify(rows[index]).includes(canary))
    .map(({ name }) => name);
}

/** What belongs to the team and never to a customer. */
const ofTheTeam = [
  'platforms',
  'connections',
  'windows',
  'replies',
  'replySources',
  'usage',
  'replyDrafts',
  'replyVersions',
  'bulkRuns',
  'bulkItems',
  'cards',
];

/** Where only the words stand, in bytes: the tests of the index look into them. */
const inBytes = ['indexSegments', 'indexBlocks', 'indexState'];

describe('practice 16: a person', () => {
  it('is erased from every table there is, and nobody else is', async () => {
    const db = await filled();
    const everywhere = db.tables.map(({ name }) => name);
    const personal = everywhere.filter((name) => ![...ofTheTeam, ...inBytes].includes(name));
    expect((await tablesWithCanary(db)).sort()).toEqual(personal.sort());

    const erased = await erasePersonRows(db, [person]);

    expect(await tablesWithCanary(db)).toEqual([]);
    expect(erased.map(({ table }) => table).sort()).toEqual(personal.sort());
    for (const { before, after } of erased) {
      expect(before).toBeGreaterThan(0);
      expect(after).toBe(0);
    }
    expect(await db.contacts.toCollection().primaryKeys()).toEqual([['alpha', 'other']]);
    expect(await db.lookups.count()).toBe(1);
    expect(await db.sources.toArray()).toMatchObject([
      { contactIds: ['other'], unreadNotes: [{ contactId: 'other' }] },
      { contactIds: ['other'], unreadNotes: [] },
    ]);
    expect(await db.noteDrafts.toArray()).toMatchObject([{ noteId: 'shared' }]);
    expect(await db.directories.toArray()).toMatchObject([{ unsettled: ['other'] }]);
    expect(await db.links.toArray()).toMatchObject([{ person: ['alpha/other'] }, { b: 'beta/2' }]);
    expect(await db.notes.toArray()).toMatchObject([
      { id: 'shared', contacts: ['alpha/other'] },
      { id: 'taken-for-them', fieldTexts: [{ contact: 'alpha/other' }] },
      { id: 'to-part', contacts: ['alpha/other'] },
    ]);
    expect(await db.replicas.toArray()).toMatchObject([{ contact: 'alpha/other' }]);
    expect(await db.fillDrafts.toArray()).toMatchObject([
      { body: 'of nobody' },
      { body: 'of the other' },
    ]);
    expect(await db.cardAnswers.toArray()).toMatchObject([{ contactId: 'other' }]);
  });

  it('is exported with every stored field of every table', async () => {
    const db = await filled();
    const rows = await readPersonRows(db, [person]);
    for (const table of db.tables) {
      const stored = (await table.toArray()).filter((row) => JSON.stringify(row).includes(canary));
      expect(rows[table.name] ?? []).toEqual(stored);
    }
  });

  it('of whom nothing is stored is no failure', async () => {
    const db = await filled();
    expect(await erasePersonRows(db, [{ connectionId: 'beta', id: 'nobody' }])).toEqual([]);
    expect((await tablesWithCanary(db)).length).toBeGreaterThan(10);
  });

  it('stays whole where erasing fails half-way', async () => {
    const db = await filled();
    const before = await tablesWithCanary(db);
    db.nativeNotes.hook('deleting', () => {
      throw new Error('no more');
    });
    await expect(erasePersonRows(db, [person])).rejects.toThrow();
    expect(await tablesWithCanary(db)).toEqual(before);
  });
});
