import { expect, test } from 'vitest';
import { openDesk, platformNames, story } from './complete-desk';

const mail = 'ana@example.com';
const number = '+4915117643902';
const records = {
  chatwoot: story({ email: mail }),
  kustomer: story({ email: mail, name: 'Ana Lind', phone: number }),
  chaport: story({ email: mail }),
  chatra: story({ email: mail }),
};

test('what is offered names value, source and target; nothing is sent for it', async () => {
  const desk = await openDesk({ records });
  const offers = await desk.offers();
  const told = offers.map(({ field, value, source, target }) =>
    [field, value, source.connectionId, target.connectionId].join(' '),
  );
  expect(told.sort()).toEqual(
    [
      `name Ana Lind kustomer-1 chatwoot-1`,
      `phone ${number} kustomer-1 chatwoot-1`,
      `name Ana Lind kustomer-1 chaport-1`,
      `phone ${number} kustomer-1 chaport-1`,
      `name Ana Lind kustomer-1 chatra-1`,
      `phone ${number} kustomer-1 chatra-1`,
    ].sort(),
  );
  for (const name of platformNames) expect(desk.requests(name)).toHaveLength(0);
});

test('Chatra without its id for the client says so, and is not written to', async () => {
  const desk = await openDesk({ records });
  const key = desk.keyOf('chatra');
  await desk.test.database.contacts.update([key.connectionId, key.id], { handle: undefined });
  const offer = await desk.offer('chatra', 'phone');
  expect(offer.obstacle).toContain('Deskside does not know Chatra’s id');
  expect((await desk.write(offer)).kind).toBe('failed');
  expect(desk.requests('chatra')).toHaveLength(0);
});

test('a value that was written into a record is not that record’s own to give', async () => {
  const desk = await openDesk({ records });
  await desk.write(await desk.offer('chatwoot', 'phone', 'kustomer'));
  const { source } = await desk.offer('chaport', 'phone');
  expect(source).toEqual(desk.keyOf('kustomer'));
  const outcome = await desk.write({
    ...(await desk.offer('chaport', 'phone')),
    source: desk.keyOf('chatwoot'),
  });
  expect(outcome.kind).toBe('failed');
  expect(desk.requests('chaport')).toHaveLength(0);
});
