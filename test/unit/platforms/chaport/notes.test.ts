import { expect, test } from 'vitest';
import { visitorNotes } from '../../../../lib/platforms/chaport/notes';
import { contact, scripted, signal, visitor } from './fake';

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
