import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { path } from '../../../../lib/http/path';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { listNativeNotes } from '../../../../lib/notes/native-notes';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, openDesk } from './notes-desk';

const rowsSchema = v.object({ data: v.array(v.object({ id: v.string() })) });

/** Ana and Eva in two helpdesks that keep lists of notes; a colleague opens the one and the other. */
async function open() {
  const { hands: all, others } = openDesk('as-is', 'eva');
  const hands = all.slice(0, 2);
  const ana = new NotesBrowser({ name: 'Sam', hands });
  await ana.open();
  const eva = new NotesBrowser({ name: 'Sam', hands: others, database: ana.database });
  await eva.open();
  const id = await ana.save('about Ana');
  await ana.outbox.wake();
  await ana.refresh();
  return { hands, others, ana, eva, id };
}

function handOf(hands: readonly Hand[], name: string): Hand {
  const hand = hands.find((each) => each.name === name);
  if (hand === undefined) throw new Error('nobody');
  return hand;
}

async function rowOf(hand: Hand, words: string): Promise<string> {
  const row = (await hand.see()).find(({ text }) => text.includes(words));
  if (row === undefined) throw new Error('no row');
  return row.text;
}

/** Somebody writes a text beside a contact, in the helpdesk's own page. */
async function paste({ name, contact, transport }: Hand, text: string): Promise<void> {
  const { signal } = new AbortController();
  if (name === 'chatwoot') {
    const address = path`/api/v1/accounts/1/contacts/${contact.id}/notes`;
    await transport.send({ method: 'POST', path: address, body: { content: text }, signal });
    return;
  }
  const list = path`/v1/customers/${contact.id}/conversations`;
  const { body } = await transport.send({ method: 'GET', path: list, signal });
  const [conversation] = v.parse(rowsSchema, body).data;
  const address = path`/v1/conversations/${conversation?.id ?? ''}/notes`;
  await transport.send({ method: 'POST', path: address, body: { body: text }, signal });
}

async function claimsOf({ database }: NotesBrowser) {
  const natives = await database.nativeNotes.toArray();
  return natives.filter(({ id }) => id.startsWith('copy:'));
}

const ways = [
  ['chatwoot', 'chatwoot'],
  ['kustomer', 'kustomer'],
  ['chatwoot', 'kustomer'],
  ['kustomer', 'chatwoot'],
] as const;

describe.each(ways)('a row of %s that is pasted beside another person in %s', (from, to) => {
  test('is told as a copy, joins nobody, and changes nothing when it is changed', async () => {
    const { hands, others, ana, eva, id } = await open();
    const there = handOf(others, to);
    const row = await rowOf(handOf(hands, from), 'about Ana');
    await paste(there, row);
    await paste(there, row.replace('about Ana', 'about Eva'));
    for (const browser of [eva, ana, eva]) await browser.refresh();
    const note = await ana.database.notes.get(id);
    expect([...(note?.contacts ?? [])].sort()).toEqual(hands.map(refOf).sort());
    expect(note).toMatchObject({ text: 'about Ana', revision: 1 });
    expect(note?.conflict).toBeUndefined();
    const rows = await ana.database.replicas.toArray();
    expect(rows.map(({ contact }) => contact).sort()).toEqual(hands.map(refOf).sort());
    const claims = await claimsOf(eva);
    expect(claims.map(({ text }) => text).sort()).toEqual(['about Ana', 'about Eva']);
    const listed = listNativeNotes({ natives: claims, messages: [] }, () => false);
    expect(listed.every(({ isPasted }) => isPasted === true)).toBe(true);
    await ana.save('a secret about Ana', { id });
    for (const browser of [ana, eva]) await browser.refresh();
    const shown = JSON.stringify([await eva.database.nativeNotes.toArray(), await claimsOf(eva)]);
    expect(shown).not.toContain('secret');
  });

  test('becomes a note of its own with one word', async () => {
    const { hands, others, ana, eva, id } = await open();
    const there = handOf(others, to);
    await paste(there, await rowOf(handOf(hands, from), 'about Ana'));
    await eva.refresh();
    const before = await ana.database.notes.get(id);
    const [claim] = await claimsOf(eva);
    const request = { anchor: eva.anchor, contact: refOf(there), nativeId: claim?.id ?? '' };
    const adopt = () => eva.handlers['notes.adopt'](request, { kind: 'panel' });
    await Promise.all([adopt(), adopt()]);
    await eva.outbox.wake();
    for (const browser of [eva, ana]) await browser.refresh();
    expect(await ana.database.notes.get(id)).toEqual(before);
    const [own, ...rest] = (await ana.database.notes.toArray()).filter((each) => each.id !== id);
    expect(rest).toEqual([]);
    expect(own).toMatchObject({ text: 'about Ana', author: 'Sam', revision: 1 });
    expect(own?.contacts.every((each) => others.map(refOf).includes(each))).toBe(true);
    expect(Object.values(await eva.states(own?.id ?? ''))).toEqual(['delivered', 'delivered']);
    expect(await claimsOf(eva)).toEqual([]);
    const copies = (await there.see()).flatMap(({ text }) => readCopy(text) ?? []);
    expect(copies.filter((copy) => copy.id === own?.id)).toHaveLength(1);
  });

  test('joins nobody where it is read before the note itself', async () => {
    const { hands, others, id } = await open();
    const there = handOf(others, to);
    await paste(there, await rowOf(handOf(hands, from), 'about Ana'));
    const eva = new NotesBrowser({ name: 'Kim', hands: others });
    await eva.open();
    await eva.refresh();
    await eva.refresh();
    const ana = new NotesBrowser({ name: 'Kim', hands, database: eva.database });
    await ana.open();
    for (const browser of [ana, eva]) await browser.refresh();
    const note = await ana.database.notes.get(id);
    expect([...(note?.contacts ?? [])].sort()).toEqual(hands.map(refOf).sort());
    expect(await claimsOf(eva)).toMatchObject([{ text: 'about Ana' }]);
  });
});

test('a note about people whom a colleague joined is beside both, also where they are two', async () => {
  const { hands, others } = await open();
  const kustomer = handOf(others, 'kustomer');
  const kim = new NotesBrowser({ name: 'Kim', hands: [handOf(hands, 'chatwoot'), kustomer] });
  await kim.open();
  const id = await kim.save('about both');
  await kim.outbox.wake();
  const [chatwoot] = hands;
  const nia = new NotesBrowser({ name: 'Nia', hands });
  await nia.open(['kustomer']);
  const both = [kustomer, handOf(hands, 'chatwoot')];
  const other = new NotesBrowser({ name: 'Nia', hands: both, database: nia.database });
  await other.open(['chatwoot']);
  for (const browser of [nia, other]) await browser.refresh();
  const refs = [refOf(chatwoot), refOf(kustomer)];
  expect((await nia.database.notes.get(id))?.contacts).toEqual(refs);
  await other.save('about both, later', { id });
  await other.outbox.wake();
  for (const browser of [kim, nia]) await browser.refresh();
  expect((await kim.database.notes.get(id))?.text).toBe('about both, later');
  expect(await claimsOf(nia)).toEqual([]);
});

test('rows that do not say where they were written are the note’s, beside whomever the person is opened', async () => {
  const { hands } = openDesk();
  const [chatwoot, kustomer, chaport] = hands;
  if (chatwoot === undefined || kustomer === undefined || chaport === undefined) return;
  const lists = [chatwoot, kustomer];
  const sam = new NotesBrowser({ name: 'Sam', hands: lists });
  await sam.open();
  const id = await sam.save('of an earlier version');
  await sam.outbox.wake();
  for (const hand of lists) {
    const [seen] = (await hand.see()).filter(({ text }) => readCopy(text)?.id === id);
    if (seen !== undefined) await hand.edit(seen, seen.text.replace(/ · seal \w+/, ''));
  }
  const kim = new NotesBrowser({ name: 'Kim', hands: [chaport, ...lists] });
  await kim.open();
  await kim.refresh();
  const note = await kim.database.notes.get(id);
  expect([...(note?.contacts ?? [])].sort()).toEqual(lists.map(refOf).sort());
  expect(await claimsOf(kim)).toEqual([]);
});

test('a row that a merge in the helpdesk moved to another contact is the note still', async () => {
  const { hands, others, ana, eva, id } = await open();
  const [from, to] = [handOf(hands, 'chatwoot'), handOf(others, 'chatwoot')];
  const [row] = (await from.see()).filter(({ text }) => readCopy(text)?.id === id);
  if (row !== undefined) await from.move?.(row, to.contact.id);
  await eva.refresh();
  const rows = await ana.database.replicas.where({ connectionId: 'chatwoot-1' }).toArray();
  expect(rows).toMatchObject([{ contact: refOf(to), remoteId: row?.id, state: 'delivered' }]);
  expect(await claimsOf(eva)).toEqual([]);
  await eva.save('changed after the merge', { id });
  await eva.outbox.wake();
  expect(await rowOf(to, 'changed after the merge')).toContain(id);
  const kim = new NotesBrowser({ name: 'Kim', hands: others.slice(0, 1) });
  await kim.open();
  await kim.refresh();
  expect((await kim.states(id)).chatwoot).toBe('delivered');
});

test('what is read again as it was is not written again', async () => {
  const { hands, others, ana, eva } = await open();
  await paste(handOf(others, 'kustomer'), await rowOf(handOf(hands, 'kustomer'), 'about Ana'));
  await paste(handOf(hands, 'kustomer'), 'a note of the helpdesk itself');
  for (const browser of [ana, eva, ana, eva]) await browser.refresh();
  const { notes, replicas, nativeNotes } = ana.database;
  const written: string[] = [];
  for (const table of [notes, replicas, nativeNotes]) {
    table.hook('creating', () => void written.push(`created in ${table.name}`));
    table.hook('updating', () => void written.push(`updated in ${table.name}`));
    table.hook('deleting', () => void written.push(`deleted from ${table.name}`));
  }
  for (const browser of [ana, eva]) {
    browser.clock += 100_000;
    await browser.refresh();
  }
  expect(written).toEqual([]);
  await paste(handOf(hands, 'kustomer'), 'another one');
  await ana.refresh();
  expect(written).toEqual(['created in nativeNotes']);
});
