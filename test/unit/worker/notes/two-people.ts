import * as v from 'valibot';
import { path } from '../../../../lib/http/encode-path';
import { NotesBrowser } from './notes-browser';
import { type Hand, openDesk } from './notes-desk';

const rowsSchema = v.object({ data: v.array(v.object({ id: v.string() })) });

/** Ana and Eva in two helpdesks that keep lists of notes; a colleague opens the one and the other. */
export async function openTwoPeople() {
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

export async function rowOf(hand: Hand, words: string): Promise<string> {
  const row = (await hand.see()).find(({ text }) => text.includes(words));
  if (row === undefined) throw new Error('no row');
  return row.text;
}

/** Somebody writes a text beside a contact, in the helpdesk's own page. */
export async function paste({ name, contact, transport }: Hand, text: string): Promise<void> {
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

export async function claimsOf({ database }: NotesBrowser) {
  const natives = await database.nativeNotes.toArray();
  return natives.filter(({ id }) => id.startsWith('copy:'));
}
