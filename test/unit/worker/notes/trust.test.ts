import { describe, expect, test } from 'vitest';
import type { NoteRow } from '../../../../lib/model/note';
import { readField, writeField } from '../../../../lib/notes/field-block';
import type { NoteCopy } from '../../../../lib/notes/note-copy';
import { note } from '../../notes/note-rows';
import { ref } from '../../refs';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, openDesk, ownText } from './notes-desk';

const fields = ['chaport', 'chatra'];

/** Whether a browser holds the accounts' keys, which make a seal, or reaches them through Membrane. */
const accesses = fields.flatMap((name) => [
  { name, access: 'a key', isKeyless: false },
  { name, access: 'Membrane', isKeyless: true },
]);

async function open(name: string, isKeyless = false) {
  const { hands } = openDesk();
  const [field] = hands.filter((hand) => hand.name === name);
  if (field === undefined) throw new Error('nobody');
  const sam = new NotesBrowser({ name: 'Sam', hands, isKeyless });
  await sam.open();
  /** A site or a visitor writes what looks like the product's block into the field. */
  const forge = (...copies: Partial<NoteCopy>[]) =>
    field.edit({ id: 'field', text: '' }, writeField(ownText, copies.map(forgery)));
  return { hands, field, sam, forge };
}

function forgery(more: Partial<NoteCopy>): NoteCopy {
  const text = 'Full refund is granted, pay out at once';
  const marks = { pinned: true, urgency: 'urgent', onlyHere: false } as const;
  return {
    id: 'forged',
    revision: 1,
    text,
    author: 'Sam (Team lead)',
    at: 1e12,
    ...marks,
    ...more,
  };
}

async function textOf(hand: Hand): Promise<string> {
  return (await hand.see())[0]?.text ?? '';
}

describe.each(accesses)('$name with $access: what an outsider writes', ({ name, isKeyless }) => {
  test('is nobody’s note: no author, not pinned, not carried elsewhere', async () => {
    const { hands, sam, forge } = await open(name, isKeyless);
    await forge({}, { id: 'forged-too', revision: 999_999_999 });
    for (let round = 0; round < 3; round += 1) await sam.refresh();
    expect(await sam.database.notes.count()).toBe(0);
    const natives = await sam.database.nativeNotes.toArray();
    const claims = natives.filter(({ id }) => id.startsWith('copy:'));
    expect(claims).toHaveLength(2);
    expect(claims.every(({ author }) => author === undefined)).toBe(true);
    const others = hands.filter((hand) => hand.name !== name);
    for (const hand of others) expect(JSON.stringify(await hand.see())).not.toContain('refund');
  });

  test('can be taken over, under the name of who does so', async () => {
    const { field, sam, forge } = await open(name, isKeyless);
    await forge({});
    await sam.refresh();
    const request = { anchor: sam.anchor, contact: refOf(field), nativeId: 'copy:forged.1' };
    await sam.handlers['notes.adopt'](request, { kind: 'panel' });
    await sam.outbox.wake();
    expect(await sam.database.notes.toArray()).toMatchObject([
      { id: 'forged', revision: 2, author: 'Sam', createdBy: 'Sam', pinned: true },
    ]);
    expect(readField(await textOf(field)).copies).toMatchObject([
      { id: 'forged', revision: 2, author: 'Sam' },
    ]);
    expect(Object.values(await sam.states('forged'))).toEqual(Array(4).fill('delivered'));
  });

  test('with a revision of the most digits that a line takes can be taken over and changed', async () => {
    const { field, sam, forge } = await open(name, isKeyless);
    await forge({ revision: 999_999_999_999 });
    await sam.refresh();
    const nativeId = 'copy:forged.999999999999';
    const request = { anchor: sam.anchor, contact: refOf(field), nativeId };
    await sam.handlers['notes.adopt'](request, { kind: 'panel' });
    await sam.outbox.wake();
    await sam.save('what Sam made of it', { id: 'forged' });
    await sam.outbox.wake();
    expect(Object.values(await sam.states('forged'))).toEqual(Array(4).fill('delivered'));
    expect(readField(await textOf(field)).copies).toMatchObject([
      { id: 'forged', text: 'what Sam made of it', edited: false },
    ]);
  });

  test('with the id of a note about somebody else can never take that one’s place', async () => {
    const { field, sam, forge } = await open(name, isKeyless);
    const about = { id: 'forged', text: 'about Eva', contacts: [ref(`${name}-1/eva`)] };
    await sam.database.notes.put(note(about));
    await forge({});
    await sam.refresh();
    const before = await sam.database.notes.toArray();
    const request = { anchor: sam.anchor, contact: refOf(field), nativeId: 'copy:forged.1' };
    const answer = await sam.handlers['notes.adopt'](request, { kind: 'panel' });
    expect(answer).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('another person'),
    });
    expect(await sam.database.notes.toArray()).toEqual(before);
    expect(await sam.states('forged')).toEqual({});
  });

  test.each([
    ['changed', { text: 'what Sam made of it', revision: 3 }],
    ['deleted', { text: forgery({}).text, revision: 3 }],
  ] as const)(
    'that was taken over and %s lives on when it is taken over again',
    async (way, kept) => {
      const { field, sam, forge } = await open(name, isKeyless);
      await forge({});
      await sam.refresh();
      const request = { anchor: sam.anchor, contact: refOf(field), nativeId: 'copy:forged.1' };
      const adopt = () => sam.handlers['notes.adopt'](request, { kind: 'panel' });
      await Promise.all([adopt(), adopt()]);
      expect(await sam.database.notes.toArray()).toMatchObject([{ id: 'forged', revision: 2 }]);
      if (way === 'changed') await sam.save(kept.text, { id: 'forged' });
      else await sam.command('notes.delete', 'forged');
      // As it was read before.
      const { connectionId, id: contactId } = field.contact;
      const native = { connectionId, contactId, id: 'copy:forged.1', kind: 'note' as const };
      await sam.database.nativeNotes.put({ ...native, text: forgery({}).text, fetchedAt: 1 });
      await adopt();
      const note = await sam.database.notes.get('forged');
      expect(note).toMatchObject({ ...kept, contacts: expect.arrayContaining([refOf(field)]) });
      expect(note?.deletedAt).toBeUndefined();
    },
  );

  test('under a note’s id is a change by somebody there, whatever its revision and author', async () => {
    const { field, sam, forge } = await open(name, isKeyless);
    const id = await sam.save('true');
    await sam.outbox.wake();
    await forge({ id, revision: 999_999_999 });
    await sam.refresh();
    const note = await sam.database.notes.get(id);
    expect([note?.author, note?.changedOn?.toLowerCase()]).toEqual([undefined, name]);
    expect(note).toMatchObject({ revision: 2, versions: [{ text: 'true', author: 'Sam' }] });
    await sam.save('true again', { id });
    await sam.outbox.wake();
    await sam.refresh();
    expect(readField(await textOf(field)).copies).toMatchObject([
      { id, text: 'true again', revision: 3, edited: false },
    ]);
    expect(Object.values(await sam.states(id))).toEqual(Array(4).fill('delivered'));
  });

  test.each<[string, Partial<NoteCopy> & { text: string }]>([
    ['a text that was replaced', { text: 'first', revision: 50, pinned: true, onlyHere: false }],
    ['the same text', { text: 'second', revision: 50, urgency: 'normal', onlyHere: true }],
    ['the same revision', { text: 'second', revision: 2, pinned: true, onlyHere: true }],
    ['another text', { text: 'Pay out at once', revision: 50, pinned: true, onlyHere: true }],
  ])(
    'under a note’s id with %s is nobody’s, and takes the note from nowhere',
    async (_, forged) => {
      const { hands, sam, forge } = await open(name, isKeyless);
      const id = await sam.save('first');
      await sam.save('second', { id });
      await sam.outbox.wake();
      await forge({ id, ...forged });
      for (let round = 0; round < 3; round += 1) await sam.refresh();
      const note = await sam.database.notes.get(id);
      const isNew = forged.text !== 'second';
      const writer = [note?.author, note?.changedOn?.toLowerCase()];
      expect(writer).toEqual(isNew ? [undefined, name] : ['Sam', undefined]);
      expect(note).toMatchObject({ text: forged.text, scope: { kind: 'everywhere' } });
      expect(note?.revision).toBeLessThan(5);
      const texts = [note, ...(note?.versions ?? [])].map((each) => [each?.text, each?.author]);
      expect(texts).toContainEqual(['first', 'Sam']);
      expect(texts).toContainEqual(['second', 'Sam']);
      expect(Object.values(await sam.states(id))).toEqual(Array(4).fill('delivered'));
      for (const hand of hands) expect(JSON.stringify(await hand.see())).toContain(forged.text);
    },
  );

  test('in great numbers is bounded', async () => {
    const { sam, forge } = await open(name, isKeyless);
    await forge(...Array.from({ length: 3_000 }, (_, index) => ({ id: `forged-${index}` })));
    await sam.refresh();
    expect(await sam.database.notes.count()).toBe(0);
    expect(await sam.database.nativeNotes.count()).toBeLessThan(210);
  });
});

test.each(fields)('%s: a colleague’s note is known by the account’s seal', async (name) => {
  const { hands, field, sam } = await open(name);
  const scope: NoteRow['scope'] = { kind: 'connection', connectionId: field.connection.id };
  const id = await sam.save('only here', { scope });
  await sam.outbox.wake();
  const kim = new NotesBrowser({
    name: 'Kim',
    hands: [field, ...hands.filter((h) => h !== field)],
  });
  await kim.open();
  await kim.refresh();
  expect(await kim.database.notes.get(id)).toMatchObject({ author: 'Sam', pinned: true, scope });
});

test.each(fields)('%s: a line without a seal is known by another platform’s copy', async (name) => {
  const { hands, field, sam } = await open(name);
  const id = await sam.save('everywhere');
  await sam.outbox.wake();
  const unsealed = (await textOf(field)).replace(/ · seal [0-9a-f]{16}/, '');
  await field.edit({ id: 'field', text: '' }, unsealed);
  const kim = new NotesBrowser({
    name: 'Kim',
    hands: [field, ...hands.filter((h) => h !== field)],
  });
  await kim.open();
  await kim.refresh();
  expect(await kim.database.notes.get(id)).toMatchObject({ author: 'Sam' });
  expect((await kim.states(id))[name]).toBe('delivered');
  const natives = await kim.database.nativeNotes.toArray();
  expect(natives.filter(({ id: nativeId }) => nativeId.startsWith('copy:'))).toEqual([]);
});

test.each(fields)(
  '%s: a sealed line that stands beside another person proves nothing',
  async (name) => {
    const { field, sam } = await open(name);
    const scope: NoteRow['scope'] = { kind: 'connection', connectionId: field.connection.id };
    await sam.save('about Ana', { scope });
    await sam.outbox.wake();
    const { notes } = sam.ports.apiOf(field.connection);
    const { signal } = new AbortController();
    const here = await notes?.read(field.contact, signal);
    expect(here?.copies).toMatchObject([{ isProven: true }]);
    const [copy] = here?.copies ?? [];
    await field.edit({ id: 'field', text: '' }, (await textOf(field)).replace('Ana', 'Eva'));
    const edited = await notes?.read(field.contact, signal);
    expect(edited?.copies).toMatchObject([{ id: copy?.id, isProven: false, edited: true }]);
  },
);
