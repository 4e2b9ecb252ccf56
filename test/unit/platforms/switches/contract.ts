import { expect } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Contact, Identifier } from '../../../../lib/model/contact';
import type { PageContext } from '../../../../lib/model/page';
import type { NoteCopy } from '../../../../lib/notes/note-copy';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import type { KeptText } from '../../../helpdesks/core/kept-text';
import type { EmulatedRecord } from '../emulated';
import { CheckedReader } from '../history-reader';

const { signal } = new AbortController();

/** The part of an adapter's contract that must hold however a switch is thrown, as single checks. */
export const contract = { completes, finds, identifies, keepsNote, readsWhole };

/** The exact search gives the one contact that carries the identifier. */
async function finds(api: PlatformApi, identifier: Identifier, id: string): Promise<void> {
  const found = await api.find?.([identifier], signal);
  expect(found?.contacts.map((contact) => contact.id)).toEqual([id]);
  expect(found?.dropped).toBe(0);
}

/** Whom the page shows is this contact. */
async function identifies(api: PlatformApi, context: PageContext, id: string): Promise<Contact> {
  const answer = await api.identify(context, signal);
  if (answer.kind !== 'contact') throw new TypeError(`${answer.kind} instead of a contact`);
  expect(answer.contact.id).toBe(id);
  return answer.contact;
}

/** The whole history, in steps of seven, each claim about it checked on the way. */
async function readsWhole(record: EmulatedRecord): Promise<void> {
  const reader = new CheckedReader(record);
  await reader.readAll(7);
  expect(reader.coverage, record.name).toMatchObject({ state: 'complete', dropped: 0 });
  reader.expectWhole();
}

const copy: NoteCopy = {
  id: 'n1',
  revision: 1,
  text: 'VIP, calls back after six',
  author: 'Sam',
  at: Date.UTC(2026, 10, 20, 12),
  pinned: true,
  urgency: 'normal',
  onlyHere: false,
};

/** What a text field makes of a text that no note survives. */
const destructive: readonly KeptText[] = ['collapsed', 'dashes', 'cut'];

/**
 * A note is written and read again, beside whatever colleagues wrote; where the service makes another
 * text of it (`kept`), that is told.
 */
async function keepsNote(
  api: PlatformApi,
  contact: Contact,
  kept: KeptText = 'as-is',
): Promise<void> {
  const written = writesNote(api, contact);
  if (destructive.includes(kept)) await expect(written).rejects.toThrow('changes-text');
  else await written;
}

async function writesNote({ notes }: PlatformApi, contact: Contact): Promise<void> {
  if (notes === undefined) throw new TypeError('no notes');
  const before = await notes.read(contact, signal);
  const request = {
    changes: [{ kind: 'create', copy }],
    destination: { conversations: [] },
  } as const;
  await notes.write(contact, { ...request, remote: before }, signal);
  const after = await notes.read(contact, signal);
  expect(after.copies.map(({ id, text }) => [id, text])).toEqual([[copy.id, copy.text]]);
  // Line ends may be the service's own.
  const plain = (natives: typeof after.natives) =>
    natives.map((native) => ({ ...native, text: native.text.replaceAll('\r\n', '\n') }));
  expect(plain(after.natives)).toEqual(plain(before.natives));
}

/** A name is written and taken back, and everything else of the contact stays what it was. */
async function completes({ contactFields }: PlatformApi, contact: Contact): Promise<void> {
  if (contactFields === undefined) throw new TypeError('no fields');
  const read = async () => {
    const asRead = await contactFields.read(contact, signal);
    return { asRead, told: JSON.stringify([...asRead.fields]) };
  };
  const before = await read();
  const present = before.asRead.fields.get('name');
  // What is not the agents' is never replaced.
  if (present === undefined || (present.texts.length > 0 && present.replaced === undefined)) return;
  const { replaced } = present;
  const put = 'Zoe Archer';
  await contactFields.write(before.asRead, { field: 'name', out: replaced, put }, signal);
  const during = await read();
  expect(during.asRead.fields.get('name')?.texts).toContain(put);
  await contactFields.write(during.asRead, { field: 'name', out: put, put: replaced }, signal);
  expect((await read()).told).toBe(before.told);
}

/** Why a call failed. Throws when it did not, or for another reason than the platform's word. */
export async function failureOf(call: Promise<unknown> | undefined): Promise<TransportError> {
  const error = await call?.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof TransportError) return error;
  throw error ?? new TypeError('it was answered');
}

/** A page that shows this conversation or contact, and what else it says about them. */
export function shown(platform: string, known: Partial<PageContext>): PageContext {
  const hints = { emails: [], phones: [] };
  return { platform, view: 'person', hints, composer: 'reply', ...known };
}
