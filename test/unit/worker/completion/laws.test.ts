import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { commands } from '../../../../lib/messaging/commands';
import type { OfferedCompletion } from '../../../../lib/messaging/completion-commands';
import { type Handlers, route } from '../../../../lib/worker/router';
import { keptTextValues } from '../../../helpdesks/core/kept-text';
import type { StoryRecord } from '../../../helpdesks/world/types';
import { type Desk, type DeskName, openDesk, platformNames, story } from './complete-desk';

const mail = 'ana@example.com';
const odd = fc.constantFrom(
  'Ana Lind',
  'Søren Ødegård',
  'O’Neil & “Söhne” <Lind>',
  "  Ana  d'Arc ",
  'アナ リンド',
  'A\u0301na Lind',
  'Ana 🌷 Lind',
);
const phone = fc.constantFrom(
  '+4915117643902',
  '+46 70-345 91 27',
  '0044 20 7946 1958',
  '070-345 91 27',
);
const notes = fc.constantFrom('', 'VIP\n\n  since 2019 ', '--- not ours ---\n<b>&amp;</b>');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const record: fc.Arbitrary<StoryRecord> = fc
  .record({
    name: maybe(odd),
    phone: maybe(phone),
    company: maybe(fc.constantFrom('Lind AB', 'R&D “Lind”')),
    externalId: maybe(fc.constantFrom('crm-88213', 'K 771 904')),
    otherEmails: maybe(fc.uniqueArray(fc.constantFrom('ana.lind@work.example', 'c@d.example'))),
    notes,
  })
  .map((more) => story({ ...more, email: mail }));

/** Chatwoot and Kustomer keep numbers in E.164 only. */
const strict = record.map((each) => ({
  ...each,
  ...(each.phone === undefined ? {} : { phone: '+4915117643902' }),
}));

const records = fc.record({ chatwoot: strict, kustomer: strict, chaport: record, chatra: record });

async function openShared(known: Record<DeskName, StoryRecord>) {
  const desk = await openDesk({ records: known, sharesIds: true });
  const all = () => Promise.all(platformNames.map((name) => desk.seen(name)));
  const sent = () => platformNames.flatMap((name) => desk.requests(name));
  return { desk, all, sent };
}

test('writing and taking back restores every foreign character, on every platform', async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(records, fc.nat(), async (known, pick) => {
      const { desk, all, sent } = await openShared(known);
      const before = await all();
      const offers = await desk.offers();
      expect(sent()).toEqual([]);
      const offer = offers[pick % Math.max(offers.length, 1)];
      if (offer === undefined) return;
      tried += 1;
      expect(await desk.write(offer)).toMatchObject({ kind: 'done' });
      expect(sent()).toHaveLength(1);
      const [row] = await desk.journal();
      expect(row).toMatchObject({ state: 'written', field: offer.field, value: offer.value });
      const during = await all();
      expect(during.filter((seen, index) => seen !== before[index])).toHaveLength(1);
      expect(await desk.writes.undo(row?.id ?? '')).toEqual({ kind: 'done' });
      expect(await all()).toEqual(before);
      expect(sent()).toHaveLength(2);
    }),
    { numRuns: 25 },
  );
  expect(tried).toBeGreaterThan(8);
});

/** What may happen around the panel, none of it somebody's word. */
function happenings(desk: Desk, offer: OfferedCompletion | undefined) {
  let { writes } = desk;
  const refused: string[] = [];
  const say = async (isForged: boolean) => {
    const payload = { contacts: desk.contacts, ...offer };
    refused.push(await told({ type: 'completion.write', payload }, isForged));
    refused.push(await told({ type: 'completion.undo', payload: { id: 'w1' } }, isForged));
  };
  const happen = {
    offers: () => writes.offers(desk.contacts),
    wake: () => writes.wake(),
    undo: () => writes.undo('w1'),
    kill: async () => desk.kill(),
    restart: async () => {
      writes = desk.restarted();
      await writes.wake();
    },
    late: async () => {
      desk.test.clock += 3_600_000;
    },
    page: () => say(false),
    forged: () => say(true),
  };
  return { happen, refused };
}
const event = fc.constantFrom(
  ...(['offers', 'wake', 'undo', 'kill', 'restart', 'late', 'page', 'forged'] as const),
);

test('nothing is written without the confirmation, whatever else happens', async () => {
  await fc.assert(
    fc.asyncProperty(records, fc.array(event, { maxLength: 8 }), async (known, events) => {
      const { desk, all, sent } = await openShared(known);
      const before = await all();
      const [offer] = await desk.offers();
      const { happen, refused } = happenings(desk, offer);
      for (const each of events) await happen[each]();
      expect(refused.filter((answer) => answer !== 'refused')).toEqual([]);
      expect(sent()).toEqual([]);
      expect(await all()).toEqual(before);
      expect(await desk.journal()).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test.each(platformNames)(
  '%s: whenever the worker is stopped, the journal says what stands there, and nothing is sent twice',
  async (target) => {
    const number = '+4915117643902';
    const source = target === 'chaport' ? 'chatra' : 'chaport';
    for (let stopAt = 1; stopAt <= 6; stopAt += 1) {
      for (const isCarriedOut of [false, true]) {
        let steps = 0;
        let stop: () => void = () => undefined;
        const wrap = (inner: Transport): Transport => ({
          send: async (request) => {
            steps += 1;
            const isLast = steps === stopAt;
            if (isLast && !isCarriedOut) stop();
            request.signal.throwIfAborted();
            const answer = await inner.send(request);
            if (isLast) stop();
            request.signal.throwIfAborted();
            return answer;
          },
        });
        const desk = await openDesk({
          records: {
            [target]: story({ email: mail, notes: 'VIP' }),
            [source]: story({ email: mail, phone: number }),
          },
          wrap,
        });
        stop = desk.kill;
        const before = await desk.seen(target);
        await desk.write(await desk.offer(target, 'phone'));
        await desk.restarted().wake();
        desk.test.clock += 120_000;
        await desk.restarted().wake();
        stop = () => undefined;
        const [row] = await desk.journal();
        const isThere = (await desk.seen(target)) !== before;
        expect(row?.state === 'written', `${stopAt} ${isCarriedOut}`).toBe(isThere);
        expect(['written', 'refused', undefined]).toContain(row?.state);
        expect(desk.requests(target).length).toBeLessThanOrEqual(1);
        if (isThere) expect(await desk.restarted().undo('w1')).toEqual({ kind: 'done' });
        expect(await desk.seen(target)).toBe(before);
      }
    }
  },
);

/** What the worker answers to a page, or to a frame of ours that is no panel. */
async function told(message: unknown, isForged: boolean): Promise<string> {
  const extension = { id: 'deskside', base: 'chrome-extension://deskside/' };
  const handlers: Partial<Handlers> = {};
  for (const type of Object.keys(commands)) {
    Object.assign(handlers, {
      [type]: async () => {
        throw new Error('it got through');
      },
    });
  }
  const page = {
    ...{ id: extension.id, url: 'https://app.chatra.io/conversations/x', frameId: 0 },
    tab: { id: 1, windowId: 1 },
  };
  const sender = isForged ? { ...page, url: `${extension.base}options.html.evil` } : page;
  const whole = (each: Partial<Handlers>): each is Handlers =>
    Object.keys(each).length === Object.keys(commands).length;
  if (!whole(handlers)) throw new TypeError('a handler is missing');
  const answer = await route(message, sender, handlers, extension);
  return answer.ok ? 'carried out' : answer.error;
}

describe.each(['chaport', 'chatra'] as const)(
  '%s: a field that changes what is written',
  (target) => {
    test.each(keptTextValues)(
      '%s: what comes out as another value is taken back and told',
      async (fieldsKept) => {
        const name = 'Ana "d\'Arc" & Co -- Lind   von und zu';
        const desk = await openDesk({
          records: {
            kustomer: story({ email: mail, name }),
            [target]: story({ email: mail, notes: 'VIP\n\n  since 2019 ' }),
          },
          [target]: { fieldsKept },
        });
        const before = await desk.seen(target);
        const outcome = await desk.write(await desk.offer(target, 'name'));
        const [row] = await desk.journal();
        expect(desk.requests(target).length).toBeLessThanOrEqual(2);
        if (outcome.kind === 'done') {
          expect(row?.state).toBe('written');
          if (row?.after !== name) expect(outcome.message).toContain(row?.after);
          expect(await desk.writes.undo('w1')).toEqual({ kind: 'done' });
        } else {
          expect(['escaped', 'dashes', 'cut']).toContain(fieldsKept);
          expect(row?.state).toBe('refused');
          expect(outcome).toMatchObject({
            message: expect.stringContaining('undone straight away'),
          });
        }
        expect(await desk.seen(target)).toBe(before);
      },
    );

    test.each(['either', 'blank', 'null'] as const)(
      'emptied by %s: it is emptied',
      async (emptiedBy) => {
        const desk = await openDesk({
          records: {
            kustomer: story({ email: mail, name: 'Ana Lind' }),
            chaport: story({ email: mail }),
          },
          chaport: { emptiedBy },
        });
        const before = await desk.seen('chaport');
        await desk.write(await desk.offer('chaport', 'name'));
        expect(await desk.writes.undo('w1')).toEqual({ kind: 'done' });
        expect(await desk.seen('chaport')).toBe(before);
      },
    );
  },
);

describe('Kustomer', () => {
  const known = {
    kustomer: story({ email: mail, otherEmails: ['ana@work.example'] }),
    chaport: story({ email: mail, phone: '+4915117643902' }),
  };

  test('a server that adds to lists: that it cannot be taken out is told', async () => {
    const desk = await openDesk({ records: known, kustomer: { listsOnPatch: 'merge' } });
    expect(await desk.write(await desk.offer('kustomer', 'phone'))).toEqual({ kind: 'done' });
    expect(await desk.writes.undo('w1')).toMatchObject({ kind: 'failed' });
    expect(await desk.journal()).toMatchObject([{ state: 'written' }]);
  });

  test.each(['conflict', 'bad-request'] as const)(
    'duplicates: %s is a refusal that changes nothing',
    async (duplicates) => {
      const desk = await openDesk({
        records: known,
        others: [
          {
            key: 'bo',
            about: 'has it',
            kustomer: [story({ name: 'Bo', phone: '+4915117643902' })],
          },
        ],
        kustomer: { duplicates },
        // As if the other one had got it a moment after it was looked for.
        wrap: (inner) => ({
          send: async (request) => {
            if (request.path.includes('phone=')) return { status: 200, body: { data: null } };
            return inner.send(request);
          },
        }),
      });
      const before = await desk.seen('kustomer');
      expect((await desk.write(await desk.offer('kustomer', 'phone'))).kind).toBe('failed');
      expect(await desk.seen('kustomer')).toBe(before);
      expect(await desk.journal()).toMatchObject([{ state: 'refused' }]);
    },
  );
});
