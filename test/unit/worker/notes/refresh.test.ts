import { expect, test, vi } from 'vitest';
import { parseContactRef } from '../../../../lib/model/ids';
import { placeNotes } from '../../../../lib/worker/notes/placement';
import { note, replica } from '../../notes/note-rows';
import { NotesBrowser, refOf } from './notes-browser';
import { openDesk } from './notes-desk';

/** What is asked of the database while `work` goes on: requests, and what may be written to. */
async function watchDatabase(work: () => Promise<void>) {
  const opening = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const asking = [
    vi.spyOn(IDBObjectStore.prototype, 'get'),
    vi.spyOn(IDBObjectStore.prototype, 'getAll'),
    vi.spyOn(IDBObjectStore.prototype, 'openCursor'),
    vi.spyOn(IDBIndex.prototype, 'getAll'),
    vi.spyOn(IDBIndex.prototype, 'openCursor'),
  ];
  try {
    await work();
    const writing = opening.mock.calls.filter(([, mode]) => mode === 'readwrite');
    return {
      requests: asking.reduce((sum, { mock }) => sum + mock.calls.length, 0),
      written: writing.flatMap(([tables]) => [tables].flat()),
    };
  } finally {
    for (const spy of [opening, ...asking]) spy.mockRestore();
  }
}

/** Places so many notes that have all their copies already. */
async function placeAgain(count: number) {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const refs = hands.map(refOf);
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  await sam.database.notes.bulkPut(
    ids.map((id) => note({ id, contacts: [sam.anchor], isPlaced: true })),
  );
  await sam.database.replicas.bulkPut(
    ids.flatMap((noteId) =>
      refs.map((contact) => replica({ noteId, contact, ...accountOf(contact) })),
    ),
  );
  return watchDatabase(() => placeNotes(sam.ports, refs));
}

function accountOf(contact: Parameters<typeof parseContactRef>[0]) {
  return { connectionId: parseContactRef(contact).connectionId };
}

test('where every note is in its place nobody is kept from reading, and hundreds are asked for like one', async () => {
  const [one, many] = [await placeAgain(1), await placeAgain(300)];
  expect(many.written).toEqual([]);
  expect(many.requests).toBe(one.requests);
});
