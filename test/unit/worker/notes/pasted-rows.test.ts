import { describe, expect, test } from 'vitest';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { listNativeNotes } from '../../../../lib/notes/native-notes';
import { NotesBrowser, refOf } from './notes-browser';
import { handOf } from './notes-desk';
import { claimsOf, openTwoPeople, paste, rowOf } from './two-people';

const ways = [
  ['chatwoot', 'chatwoot'],
  ['kustomer', 'kustomer'],
  ['chatwoot', 'kustomer'],
  ['kustomer', 'chatwoot'],
] as const;

describe.each(ways)('a row of %s that is pasted beside another person in %s', (from, to) => {
  test('is told as a copy, joins nobody, and changes nothing when it is changed', async () => {
    const { hands, others, ana, eva, id } = await openTwoPeople();
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
    const { hands, others, ana, eva, id } = await openTwoPeople();
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

  test('becomes a note of its own also where it was removed just then', async () => {
    const { hands, others, eva, id } = await openTwoPeople();
    const there = handOf(others, to);
    const before = new Set((await there.see()).map((row) => row.id));
    await paste(there, await rowOf(handOf(hands, from), 'about Ana'));
    await eva.refresh();
    const [claim] = await claimsOf(eva);
    const request = { anchor: eva.anchor, contact: refOf(there), nativeId: claim?.id ?? '' };
    for (const row of await there.see()) if (!before.has(row.id)) await there.remove(row);
    await eva.handlers['notes.adopt'](request, { kind: 'panel' });
    await eva.outbox.wake();
    await eva.refresh();
    const [own] = (await eva.database.notes.toArray()).filter((each) => each.id !== id);
    expect(Object.values(await eva.states(own?.id ?? ''))).toEqual(['delivered', 'delivered']);
    const copies = (await there.see()).flatMap(({ text }) => readCopy(text) ?? []);
    expect(copies.filter((copy) => copy.id === own?.id)).toHaveLength(1);
  });

  test('becomes a note of its own also where the worker was stopped before it was written', async () => {
    const { hands, others, eva, id } = await openTwoPeople();
    const there = handOf(others, to);
    await paste(there, await rowOf(handOf(hands, from), 'about Ana'));
    await eva.refresh();
    const [claim] = await claimsOf(eva);
    const request = { anchor: eva.anchor, contact: refOf(there), nativeId: claim?.id ?? '' };
    const adopt = () => eva.handlers['notes.adopt'](request, { kind: 'panel' });
    const stop = () => {
      throw new Error('stopped');
    };
    eva.database.notes.hook('creating', stop);
    await expect(adopt()).rejects.toThrow('stopped');
    eva.database.notes.hook('creating').unsubscribe(stop);
    expect(await adopt()).toMatchObject({ kind: 'ok' });
    const own = (await eva.database.notes.toArray()).filter((each) => each.id !== id);
    expect(own).toMatchObject([{ text: 'about Ana', author: 'Sam' }]);
  });

  test('joins nobody where it is read before the note itself', async () => {
    const { hands, others, id } = await openTwoPeople();
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
