import { expect, it } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { MOST_NOTE_PAGES, readAllNotes } from '../../../../lib/platforms/kustomer/all-notes';
import { FakeKustomer, signal } from './fakes';

const portsOver = (transport: Transport) => ({ ...new FakeKustomer({}).ports(), transport });

it('none of more than a hundred notes seems removed because another is deleted while they are read', async () => {
  const note = (id: string) => ({
    id,
    attributes: { body: id },
    relationships: { conversation: { data: { id: 'd1' } } },
  });
  const there = Array.from({ length: 150 }, (_, index) => `n${index}`);
  const transport: Transport = {
    send: async ({ path, query = {} }) => {
      const page = Number(query.page);
      const data = there.slice((page - 1) * 100, page * 100).map(note);
      const next = page * 100 < there.length ? `${path}?page=${page + 1}&pageSize=100` : null;
      if (there.length === 150) there.splice(3, 1);
      return { status: 200, body: { data, links: { next } } };
    },
  };
  const { notes } = await readAllNotes(portsOver(transport), 'c', signal);
  expect(notes.map(({ id }) => id)).toEqual(expect.arrayContaining(there));
});

it('practice 15: a list of notes without an end is left at a bound, and says so', async () => {
  let pages = 0;
  const transport: Transport = {
    send: async () => {
      pages += 1;
      const next = `/v1/customers/c/notes?page=${pages + 1}`;
      const note = { id: '66a00000000000000000000a', attributes: {}, relationships: {} };
      return { status: 200, body: { data: [note], links: { next } } };
    },
  };
  await expect(readAllNotes(portsOver(transport), 'c', signal)).rejects.toMatchObject({
    failure: 'too-large',
  });
  expect(pages).toBe(MOST_NOTE_PAGES);
});
