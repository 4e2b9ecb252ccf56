import { describe, expect, test } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { contactRef } from '../../../../lib/model/ids';
import { erasePersonRows } from '../../../../lib/storage/person-tables';
import { type DeskName, type DeskOptions, openDesk, story } from './complete-desk';

const mail = 'ana@example.com';
const number = '+4915117643902';

/** Ana everywhere by her address; only Kustomer knows her number and full name. */
const records: DeskOptions['records'] = {
  chatwoot: story({ email: mail, notes: 'not ours' }),
  kustomer: story({ email: mail, name: 'Ana Lind', phone: number, company: 'Lind AB' }),
  chaport: story({ email: mail, notes: 'Prefers mail.\n\n  VIP ' }),
  chatra: story({ email: mail, notes: 'Prefers mail.\n\n  VIP ' }),
};
const targets = ['chatwoot', 'chaport', 'chatra'] as const;

describe.each(targets)('%s', (target) => {
  test('a number is written, read again, stored and taken back to the letter', async () => {
    const desk = await openDesk({ records });
    const before = await desk.seen(target);
    const offer = await desk.offer(target, 'phone', 'kustomer');
    expect(offer).toMatchObject({ value: number, isByHand: false });
    expect(offer.obstacle).toBeUndefined();

    expect(await desk.write(offer)).toEqual({ kind: 'done' });
    expect(await desk.seen(target)).toContain(number);
    expect((await desk.stored(target))?.phoneKeys).toEqual([number]);
    expect(await desk.journal()).toMatchObject([
      { state: 'written', value: number, after: number },
    ]);
    expect(desk.requests(target)).toHaveLength(1);

    expect(await desk.writes.undo('w1')).toEqual({ kind: 'done' });
    expect(await desk.seen(target)).toBe(before);
    expect((await desk.stored(target))?.phoneKeys).toEqual([]);
    expect(await desk.journal()).toMatchObject([{ state: 'undone' }]);
    expect(await desk.writes.undo('w1')).toMatchObject({ kind: 'failed' });
    expect(desk.requests(target)).toHaveLength(2);
  });

  test('what somebody else wrote meanwhile is shown, and replaced only on a word', async () => {
    const other = '+46701740605';
    const desk = await openDesk({ records });
    const offer = await desk.offer(target, 'phone');
    const { contactFields } = desk.test.apiOf(desk.desks[target].connection);
    const stored = await desk.stored(target);
    if (contactFields === undefined || stored === undefined) throw new TypeError('no fields');
    const signal = AbortSignal.timeout(60_000);
    const asRead = await contactFields.read(stored, signal);
    await contactFields.write(asRead, { field: 'phone', put: other }, signal);

    const outcome = await desk.write(offer);
    expect(outcome).toEqual({ kind: 'conflict', current: other, canReplace: true });
    expect(await desk.journal()).toEqual([]);
    expect(desk.requests(target)).toHaveLength(1);
    expect(await desk.write(offer, other)).toEqual({ kind: 'done' });
    expect(await desk.seen(target)).not.toContain(other);
    expect(await desk.writes.undo('w1')).toEqual({ kind: 'done' });
    expect(await desk.seen(target)).toContain(other);
  });

  test.each(['lost', 'unheard'] as const)(
    'an answer is %s: it is looked for, never sent again',
    async (how) => {
      let isBroken = true;
      const wrap = (inner: Transport): Transport => ({
        send: async (request) => {
          if (request.method === 'GET' || request.path.endsWith('/filter') || !isBroken)
            return inner.send(request);
          if (how === 'lost') await inner.send(request);
          throw new TransportError('timeout');
        },
      });
      const desk = await openDesk({ records, wrap });
      const offer = await desk.offer(target, 'phone');
      const outcome = await desk.write(offer);
      if (how === 'lost') {
        expect(outcome).toEqual({ kind: 'done' });
        expect(await desk.journal()).toMatchObject([{ state: 'written', after: number }]);
        return;
      }
      expect(outcome.kind).toBe('unsure');
      isBroken = false;
      // It may still be on its way.
      expect(await desk.write(offer)).toMatchObject({ kind: 'failed' });
      await desk.restarted().wake();
      expect(await desk.journal()).toMatchObject([{ state: 'sending' }]);
      desk.test.clock += 61_000;
      await desk.restarted().wake();
      expect(await desk.journal()).toMatchObject([{ state: 'refused' }]);
      expect(await desk.seen(target)).not.toContain(number);
      expect(desk.requests(target)).toHaveLength(0);
      expect(await desk.write(offer)).toEqual({ kind: 'done' });
    },
  );

  test.each([
    ['rate-limited', 429, /too many requests/],
    ['unauthorised', 401, /not allowed to change contacts|key/],
    ['forbidden', 403, /not allowed to change contacts|key/],
  ] as const)('%s: nothing is written, and why is said', async (failure, status, words) => {
    const wrap = (inner: Transport): Transport => ({
      send: async (request) => {
        if (request.method === 'GET' || request.path.endsWith('/filter'))
          return inner.send(request);
        throw new TransportError(failure, { status });
      },
    });
    const desk = await openDesk({ records, wrap });
    const before = await desk.seen(target);
    const outcome = await desk.write(await desk.offer(target, 'phone'));
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringMatching(words) });
    expect(outcome).toMatchObject({ message: expect.stringMatching(/Nothing was written\.$/) });
    expect(await desk.seen(target)).toBe(before);
    expect(await desk.journal()).toMatchObject([{ state: 'refused' }]);
  });

  test('the worker dies right after it has sent: the next one finds what was written', async () => {
    let reached: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const wrap = (inner: Transport): Transport => ({
      send: async (request) => {
        const answer = await inner.send(request);
        if (request.method === 'GET' || request.path.endsWith('/filter')) return answer;
        reached();
        return new Promise<never>((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        });
      },
    });
    const desk = await openDesk({ records, wrap });
    const offer = await desk.offer(target, 'phone');
    const dying = desk.write(offer);
    await sent;
    expect(await desk.journal()).toMatchObject([{ state: 'sending' }]);
    desk.kill();
    await dying;
    expect(await desk.journal()).toMatchObject([{ state: 'sending' }]);
    await desk.restarted().wake();
    expect(await desk.journal()).toMatchObject([{ state: 'written', after: number }]);
    expect(desk.requests(target)).toHaveLength(1);
  });
});

test('records that nothing but a name joins are offered nothing, and nothing is written to them', async () => {
  const desk = await openDesk({
    records: {
      kustomer: story({ name: 'Ana Lind', email: mail, phone: number }),
      chaport: story({ name: 'Ana Lind' }),
    },
  });
  expect(await desk.offers()).toEqual([]);
  const outcome = await desk.writes.write({
    contacts: desk.contacts,
    field: 'phone',
    value: number,
    source: desk.keyOf('kustomer'),
    target: desk.keyOf('chaport'),
  });
  expect(outcome.kind).toBe('failed');
  expect(desk.requests('chaport')).toHaveLength(0);

  const [a, b] = [contactRef(desk.keyOf('chaport')), contactRef(desk.keyOf('kustomer'))];
  await desk.test.database.links.put({ a, b, verdict: 'same', at: 1 });
  expect(await desk.offer('chaport', 'phone')).toMatchObject({ value: number, isByHand: true });
});

test('a value that the other record does not have is not written, whoever asks', async () => {
  const desk = await openDesk({ records });
  const offer = await desk.offer('chaport', 'phone');
  const outcome = await desk.write({ ...offer, value: '+4915117643903' });
  expect(outcome.kind).toBe('failed');
  expect(desk.requests('chaport')).toHaveLength(0);
});

test('Chatwoot and Kustomer: a value of another contact is told with whose it is', async () => {
  const other = story({ name: 'Bo Berg', phone: number, email: 'bo@example.com' });
  const desk = await openDesk({
    records: { chatwoot: story({ email: mail }), chaport: story({ email: mail, phone: number }) },
    others: [{ key: 'bo', about: 'has the number', chatwoot: [other] }],
  });
  const outcome = await desk.write(await desk.offer('chatwoot', 'phone'));
  expect(outcome).toMatchObject({ message: expect.stringContaining('Bo Berg') });
  expect(desk.requests('chatwoot')).toHaveLength(0);
  expect(await desk.journal()).toEqual([]);
});

test('Kustomer: one more address keeps those that are there, their facts and the company', async () => {
  const desk = await openDesk({
    records: {
      kustomer: story({
        ...{ name: 'Ana Lind', email: mail, otherEmails: ['ana@work.example'], company: 'Lind AB' },
      }),
      chaport: story({ email: mail, phone: number }),
    },
  });
  const before = await desk.seen('kustomer');
  expect(await desk.write(await desk.offer('kustomer', 'phone'))).toEqual({ kind: 'done' });
  const [row] = desk.desks.kustomer.emulator.customers();
  expect(row?.companyId).toBeDefined();
  expect(row?.phones).toEqual([number]);
  expect(row?.emails).toEqual([mail, 'ana@work.example']);
  expect(await desk.writes.undo('w1')).toEqual({ kind: 'done' });
  expect(await desk.seen('kustomer')).toBe(before);
});

test('Kustomer: a key without the right is told before anything is sent, and by name', async () => {
  const desk = await openDesk({
    records: { kustomer: story({ email: mail }), chaport: story({ email: mail, phone: number }) },
  });
  desk.desks.kustomer.connection.facts.missingRights = 'org.permission.customer.update';
  await desk.test.database.connections.put(desk.desks.kustomer.connection);
  const offer = await desk.offer('kustomer', 'phone');
  expect(offer.obstacle).toContain('org.permission.customer.update');
  expect((await desk.write(offer)).kind).toBe('failed');
  expect(desk.requests('kustomer')).toHaveLength(0);
});

test('a contact that was merged into another is told, and what is known of it goes there', async () => {
  const desk = await openDesk({
    records: { kustomer: story({ email: mail }), chaport: story({ email: mail, phone: number }) },
    others: [{ key: 'bo', about: 'the one that is left', kustomer: [story({ name: 'Bo Berg' })] }],
  });
  const offer = await desk.offer('kustomer', 'phone');
  const left = desk.desks.kustomer.emulator.customers()[1];
  desk.desks.kustomer.emulator.merge(offer.target.id, left?.id ?? '');
  const outcome = await desk.write(offer);
  expect(outcome).toMatchObject({ message: expect.stringContaining('no longer has this contact') });
  expect(await desk.stored('kustomer')).toBeUndefined();
  const { connectionId } = offer.target;
  expect(await desk.test.database.contacts.get([connectionId, left?.id ?? ''])).toBeDefined();
});

test('what a colleague wrote while it was looked up who has the value is shown, too', async () => {
  let during: (() => void) | undefined;
  const wrap = (inner: Transport): Transport => ({
    send: async (request) => {
      if (request.path.endsWith('/filter')) during?.();
      return inner.send(request);
    },
  });
  const desk = await openDesk({ records, wrap });
  const offer = await desk.offer('chatwoot', 'phone');
  const [row] =
    desk.desks.chatwoot.emulator.installation('app.chatwoot.com').accounts[0]?.contacts ?? [];
  if (row === undefined) throw new TypeError('nobody');
  during = () => {
    row.phoneNumber = '+46701740605';
  };
  expect(await desk.write(offer)).toMatchObject({ kind: 'conflict', current: '+46701740605' });
  expect(desk.requests('chatwoot')).toHaveLength(0);
});

test.each(['chatwoot', 'kustomer'] as const)(
  'of a person whose record on %s is forgotten while the contact is read, nothing is written or noted',
  async (erased) => {
    let during: (() => Promise<unknown>) | undefined;
    const wrap = (inner: Transport, name: DeskName): Transport => ({
      send: async (request) => {
        const answer = await inner.send(request);
        if (name === 'chatwoot') await during?.();
        return answer;
      },
    });
    const desk = await openDesk({ records, wrap });
    const offer = await desk.offer('chatwoot', 'phone', 'kustomer');
    during = () => erasePersonRows(desk.test.database, [desk.keyOf(erased)]);
    expect(await desk.write(offer)).toMatchObject({ kind: 'failed' });
    expect(await desk.journal()).toEqual([]);
    expect(desk.requests('chatwoot')).toHaveLength(0);
  },
);

test('a reading that was begun before the change and answers after it is not believed', async () => {
  let stale: Awaited<ReturnType<Transport['send']>> | undefined;
  let isChanged = false;
  const wrap = (inner: Transport, name: string): Transport => ({
    send: async (request) => {
      const answer = await inner.send(request);
      if (name !== 'chaport') return answer;
      if (request.method !== 'GET') isChanged = true;
      else if (!isChanged) stale = answer;
      else if (stale !== undefined) {
        const before = stale;
        stale = undefined;
        return before;
      }
      return answer;
    },
  });
  const desk = await openDesk({ records, wrap });
  expect(await desk.write(await desk.offer('chaport', 'phone'))).toEqual({ kind: 'done' });
  expect(await desk.journal()).toMatchObject([{ state: 'written' }]);
});

test('undoing leaves alone what somebody changed since', async () => {
  const desk = await openDesk({ records });
  await desk.write(await desk.offer('chaport', 'phone'));
  const [visitor] = desk.desks.chaport.emulator.data.visitors;
  if (visitor === undefined) throw new TypeError('nobody');
  visitor.phone = '+46701740605';
  expect(await desk.writes.undo('w1')).toMatchObject({ kind: 'failed' });
  expect(visitor.phone).toBe('+46701740605');
  expect(await desk.journal()).toMatchObject([{ state: 'overtaken' }]);
});

test('undoing takes no value of an agent away where the website passes ours, too', async () => {
  const desk = await openDesk({ records });
  await desk.write(await desk.offer('chatra', 'phone'));
  const { data } = desk.desks.chatra.emulator;
  const client = data.ofPerson('ana');
  Object.assign(client.integration, { phone: number });
  Object.assign(client.basic, { phone: '+46701740605' });
  expect(await desk.writes.undo('w1')).toMatchObject({ kind: 'failed' });
  expect(client.basic).toMatchObject({ phone: '+46701740605' });
  expect(await desk.journal()).toMatchObject([{ state: 'overtaken' }]);
});

test('a name that the platform made up is replaced only as it was shown', async () => {
  const desk = await openDesk({ records });
  const [row] =
    desk.desks.chatwoot.emulator.installation('app.chatwoot.com').accounts[0]?.contacts ?? [];
  if (row === undefined) throw new TypeError('nobody');
  const madeUp = row.name;
  expect(madeUp).toMatch(/^[a-z]+-[a-z]+-\d+$/);
  const offer = await desk.offer('chatwoot', 'name');
  expect(offer.shown).toBe(madeUp);
  row.name = 'Anna L.';
  expect(await desk.write(offer)).toMatchObject({ kind: 'conflict', current: 'Anna L.' });
  row.name = madeUp;
  expect(await desk.write(offer)).toEqual({ kind: 'done' });
  expect(row.name).toBe('Ana Lind');
  expect(await desk.writes.undo('w1')).toEqual({ kind: 'done' });
  expect(row.name).toBe(madeUp);
});

test('Chatra: what the site passed is not covered', async () => {
  const desk = await openDesk({ records });
  const offer = await desk.offer('chatra', 'phone');
  const [client] = desk.desks.chatra.emulator.data.clients;
  if (client === undefined) throw new TypeError('nobody');
  client.integration.phone = '+46701740605';
  expect(await desk.write(offer)).toEqual({
    ...{ kind: 'conflict', current: '+46701740605', canReplace: false },
  });
  expect((await desk.write(offer, '+46701740605')).kind).toBe('failed');
  expect(desk.requests('chatra')).toHaveLength(0);
});
