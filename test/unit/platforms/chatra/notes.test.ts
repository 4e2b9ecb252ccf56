import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientNotes } from '../../../../lib/platforms/chatra/notes';
import { NoteProblem } from '../../../../lib/platforms/contract/notes';
import { connection, now, signal } from './fake';

const contact = {
  connectionId: 'chatra-1',
  platform: 'chatra',
  id: 'chat',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: now,
};

function notesOf(client: unknown) {
  const transport = { send: async () => ({ status: 200, body: client }) };
  return clientNotes({ connection, transport, now: () => now, remember: async () => undefined });
}

test.each([
  [{ basicInfo: { notes: 'Likes tea' }, info: { notes: 'merged' } }, 'Likes tea'],
  [{ basicInfo: { name: 'Nora' }, info: { notes: 'Likes tea' } }, 'Likes tea'],
  [{ basicInfo: { name: 'Nora' }, notes: 'Likes tea' }, 'Likes tea'],
  [{ basicInfo: { notes: null }, info: { notes: '' }, notes: 'Likes tea' }, 'Likes tea'],
  [{ id: 'x', details: { Notes: 'Likes tea' } }, 'Likes tea'],
  [
    { basicInfo: { name: 'Nora' }, info: { notes: 'shop' }, integrationData: { notes: 'shop' } },
    '',
  ],
  [{ integrationData: { notes: 'shop' } }, 'shop'],
  [{ info: { Notes: 'merged' } }, 'merged'],
  [{ id: 'x' }, ''],
])('the field in %j', async (client, field) => {
  const { field: read } = await notesOf(client).read({ ...contact, handle: 'secret' }, signal);
  expect(read).toBe(field);
});

test('an unreadable field is not taken for an empty one', async () => {
  const notes = notesOf({ basicInfo: { notes: 7 } });
  await expect(notes.read({ ...contact, handle: 'secret' }, signal)).rejects.toMatchObject({
    failure: 'not-json',
  });
});

test('without the client’s secret id nothing is read or written', async () => {
  await expect(notesOf({ id: 'x' }).read(contact, signal)).rejects.toMatchObject({
    reason: 'no-handle',
  });
});

/** A client whose notes stand in one place, and another place that PUT changes. */
function service(reads: string, writes: string, initial: string | undefined) {
  const stored: Record<string, string | undefined> = { [reads]: initial };
  const client = () => {
    const shown: Record<string, unknown> = { id: 'x', basicInfo: { name: 'Nora' }, info: {} };
    if (stored[reads] === undefined || reads === 'nowhere') return shown;
    if (reads === 'top') shown.notes = stored[reads];
    else if (reads === 'deeper') shown.details = { notes: stored[reads] };
    else shown[reads] = { name: 'Nora', notes: stored[reads] };
    return shown;
  };
  const notes = clientNotes({
    connection,
    now: () => now,
    remember: async () => undefined,
    transport: {
      async send({ method, body }) {
        if (method === 'PUT') {
          const text = body?.notes;
          stored[writes] = typeof text === 'string' ? text : undefined;
        }
        return { status: 200, body: client() };
      },
    },
  });
  return { notes, stored };
}

const copy = {
  id: 'abcdefghijkl',
  revision: 1,
  author: 'Sam',
  at: now,
  pinned: false,
  urgency: 'normal' as const,
  onlyHere: false,
  text: 'Prefers French',
};
const places = ['basicInfo', 'info', 'top', 'deeper', 'nowhere'] as const;

test('no character of an agent is lost, wherever the notes stand and whatever PUT changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.constantFrom(...places),
      fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      async (reads, writes, initial) => {
        const { notes, stored } = service(reads, writes, initial);
        const known = { ...contact, handle: 'secret' };
        const remote = await notes.read(known, signal);
        const change = { changes: [{ kind: 'create' as const, copy }], remote };
        const outcome = await notes
          .write(known, { ...change, destination: { conversations: [] } }, signal)
          .then(() => 'written')
          .catch((error: unknown) => (error instanceof NoteProblem ? error.reason : error));
        if (reads === 'nowhere') {
          // Nothing shows that there is text: what could be read, none, is put back.
          expect(outcome).toBe('not-shown');
          expect(stored[writes] ?? '').toBe('');
          if (writes !== 'nowhere') expect(stored.nowhere).toBe(initial);
          return;
        }
        expect(stored[reads] ?? '').toContain(initial ?? '');
        expect(outcome).toBe(reads === writes ? 'written' : 'not-shown');
        if (reads !== writes) expect(stored[writes] ?? '').toBe(initial ?? '');
      },
    ),
  );
});
