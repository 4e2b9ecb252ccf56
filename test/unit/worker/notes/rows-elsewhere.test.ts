import { expect, test } from 'vitest';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { NotesBrowser, refOf } from './notes-browser';
import { handOf, openDesk } from './notes-desk';
import { claimsOf, openTwoPeople, paste, rowOf } from './two-people';

test('a note about people whom a colleague joined is beside both, also where they are two', async () => {
  const { hands, others } = await openTwoPeople();
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
  const { hands, others, ana, eva, id } = await openTwoPeople();
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
  const { hands, others, ana, eva } = await openTwoPeople();
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
