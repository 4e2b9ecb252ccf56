import { expect, test } from 'vitest';
import type { NoteCopy } from '../../../../lib/notes/note-copy';
import { visitorNotes } from '../../../../lib/platforms/chaport/notes';
import { contact, failure, now, scripted, signal, visitor } from './fake';

const read = (answer: unknown) =>
  visitorNotes(scripted({ [`/api/v1/visitors/${visitor}`]: answer }).ports).read(contact(), signal);

test.each([
  [{ result: { id: visitor, notes: 'Likes tea' } }, 'Likes tea'],
  [{ result: { id: visitor, notes: null } }, ''],
  [{ result: { id: visitor } }, ''],
])('the field in %j', async (answer, field) => {
  expect((await read(answer)).field).toBe(field);
});

test.each([{ result: { id: visitor, notes: 7 } }, { result: null }, 'text'])(
  'an unreadable field is not taken for an empty one: %j',
  async (answer) => {
    await expect(read(answer)).rejects.toMatchObject({ failure: 'not-json' });
  },
);

test.each([
  ['404', failure('not-found', 404)],
  ['400', failure('refused', 400)],
])('a visitor that was deleted has no notes any more: %s', async (_status, error) => {
  await expect(read(error)).rejects.toMatchObject({ failure: 'not-found' });
});

test('what Membrane refuses says nothing about a visitor', async () => {
  const refused = Object.assign(failure('refused'), { isOfRelay: true });
  await expect(read(refused)).rejects.toMatchObject({ failure: 'refused' });
});

test('a change that is refused in a success is refused, not lost to somebody else', async () => {
  const { ports } = scripted({ [`/api/v1/visitors/${visitor}`]: { result: { id: visitor } } });
  const { transport } = ports;
  const puts: unknown[] = [];
  const refusing: typeof transport = {
    async send(request) {
      if (request.method !== 'PUT') return transport.send(request);
      puts.push(request.body);
      return { status: 200, body: { error: 'Not allowed' } };
    },
  };
  const port = visitorNotes({ ...ports, transport: refusing });
  const copy: NoteCopy = {
    ...{ id: 'n1', text: 'VIP', revision: 1, at: now, pinned: true },
    ...{ urgency: 'normal', onlyHere: false },
  };
  const change = {
    changes: [{ kind: 'create', copy }],
    destination: { conversations: [] },
  } as const;
  const written = port.write(contact(), change, signal);
  await expect(written).rejects.toMatchObject({ failure: 'refused' });
  expect(puts).toHaveLength(1);
});
