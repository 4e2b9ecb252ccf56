import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../../lib/http/transport-error';
import { Colleagues } from '../../../../../lib/platforms/kustomer/colleagues';
import { loadKustomerHistory } from '../../../../../lib/platforms/kustomer/history/load';
import {
  AGENT,
  CUSTOMER,
  contact,
  conversation,
  customer,
  FakeKustomer,
  list,
  message,
  NOW,
  note,
  refused,
  signal,
} from '../fakes';
import {
  conversations,
  merged,
  messages,
  messagesQuery,
  notes,
  partsOf,
  reply,
  whole,
} from './history-script';

const options = { signal, wanted: Number.POSITIVE_INFINITY };

describe('readHistory', () => {
  it('reads everything in three calls and one for the names', async () => {
    const kustomer = new FakeKustomer(whole);
    const result = merged(await partsOf(kustomer));
    expect(kustomer.requests).toEqual([
      `${conversations}?page=1&pageSize=100`,
      `${messages}?${messagesQuery}`,
      `${notes}?page=1&pageSize=100`,
      `/v1/users/${AGENT}`,
    ]);
    expect([...result.conversations.values()][0]?.assignee).toBe('Sam');
    expect(result.messages.get('m2')?.author).toEqual({ name: 'Sam', role: 'agent' });
    expect(result.messages.size).toBe(3);
    expect(result.coverage).toEqual({ state: 'complete', dropped: 0, checkedAt: NOW });
  });

  describe('of a customer of whom every list is empty', () => {
    const address = `/v1/customers/${CUSTOMER}`;
    const empty = { [conversations]: list([]), [messages]: list([]), [notes]: list([]) };

    it.each([
      ['is not known any longer', undefined],
      ['is marked as deleted', { data: customer({ deleted: true }) }],
      ['was merged into another', { data: customer({}, '66a0000000000000000000c9') }],
    ])('says that the customer is gone who %s', async (_how, answer) => {
      const kustomer = new FakeKustomer({ ...empty, [address]: answer });
      await expect(partsOf(kustomer)).rejects.toMatchObject({ failure: 'not-found' });
      // Also where a list is left of which the key cannot say whether it is empty.
      const limited = new FakeKustomer({ ...empty, [notes]: refused(403), [address]: answer });
      await expect(partsOf(limited)).rejects.toMatchObject({ failure: 'not-found' });
    });

    it.each([
      ['is there', { data: customer() }],
      ['cannot be read with this key either', refused(401)],
    ])('names the missing right where a list is refused and the customer %s', async (_, answer) => {
      const kustomer = new FakeKustomer({ ...empty, [notes]: refused(401), [address]: answer });
      expect((await partsOf(kustomer)).at(-1)?.coverage).toMatchObject({
        state: 'partial',
        reason: 'missing-right',
        right: 'org.permission.note.read',
      });
    });

    it('fails where the lists may be read and the customer may not', async () => {
      const kustomer = new FakeKustomer({ ...empty, [address]: refused(403) });
      await expect(partsOf(kustomer)).rejects.toMatchObject({ failure: 'forbidden' });
    });

    it('is complete where the customer is there', async () => {
      const kustomer = new FakeKustomer({ ...empty, [address]: { data: customer() } });
      expect((await partsOf(kustomer)).at(-1)?.coverage.state).toBe('complete');
      expect(kustomer.requests).toHaveLength(4);
    });
  });

  it('claims to be complete only when the last list has ended', async () => {
    const parts = await partsOf(new FakeKustomer(whole));
    expect(parts.map((part) => part.coverage.state)).toEqual([
      'partial',
      'partial',
      'complete',
      'complete',
    ]);
    expect(parts[0]?.coverage.reason).toBe('more-on-platform');
  });

  it('yields what has arrived while another list is still under way, without waiting for names', async () => {
    let arrive: (body: unknown) => void = () => undefined;
    const late = new Promise<unknown>((resolve) => {
      arrive = resolve;
    });
    const kustomer = new FakeKustomer({ ...whole, [conversations]: () => late });
    const colleagues = new Colleagues(kustomer.ports());
    const history = loadKustomerHistory(kustomer.ports(), colleagues, contact, options);
    const first = (await history.next()).value;
    expect(first?.messages.map((each) => each.id)).toEqual(['m2', '66a0000000000000000000e1']);
    expect(first?.messages[0]?.author).toEqual({ name: undefined, role: 'agent' });
    expect((await history.next()).value?.messages[0]?.kind).toBe('note');
    arrive(list([conversation()]));
    expect((await history.next()).value?.conversations).toHaveLength(1);
    expect((await history.next()).value?.messages).toHaveLength(2);
    expect((await history.next()).done).toBe(true);
  });

  it('drops and counts unreadable items, and leaves deleted notes out', async () => {
    const homeless = message({}, 'm3', { conversation: null });
    const kustomer = new FakeKustomer({
      ...whole,
      [conversations]: list([conversation(), null, { id: 'x' }]),
      [messages]: list([reply, homeless, 'text', message({}, '..'), message({}, '')]),
      [notes]: list([note(), note({ deleted: true }, 'n2'), note({ deleted: null }, 'n3')]),
    });
    const result = merged(await partsOf(kustomer));
    expect([...result.messages.keys()]).toEqual(['m2', '66a0000000000000000000b1', 'n3']);
    expect(result.coverage).toMatchObject({ state: 'complete', dropped: 6 });
  });

  it('tells which notes there are, once none can be missing', async () => {
    const notesOf = async (answer: unknown, cursor?: string) => {
      const kustomer = new FakeKustomer({ ...whole, [notes]: answer });
      const parts = await partsOf(kustomer, undefined, { cursor });
      return parts.flatMap(({ allNotes }) => (allNotes === undefined ? [] : [allNotes]));
    };
    expect(await notesOf(list([note({}, 'n1'), note({ deleted: true }, 'n2')]))).toEqual([['n1']]);
    expect(await notesOf(list([]))).toEqual([[]]);
    expect(await notesOf(list([note({}, 'n1'), { id: 'x' }]))).toEqual([]);
    expect(await notesOf(refused(403))).toEqual([]);
    const paged = ({ query }: { query?: Readonly<Record<string, unknown>> }) =>
      Number(query?.page) === 1
        ? list([note({}, 'n1')], `${notes}?page=2&pageSize=100`)
        : list([note({}, 'n2')]);
    expect(await notesOf(paged)).toEqual([['n1', 'n2']]);
    const [first] = await partsOf(new FakeKustomer({ ...whole, [notes]: paged }), undefined, {
      wanted: 1,
    });
    expect(await notesOf(paged, first?.cursor)).toEqual([]);
  });

  it.each([401, 403] as const)('shows the rest when notes are refused with %i', async (status) => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: refused(status) });
    const result = merged(await partsOf(kustomer));
    expect(result.messages.get('m2')?.author.name).toBe('Sam');
    expect(result.coverage).toMatchObject({
      state: 'partial',
      reason: 'missing-right',
      right: 'org.permission.note.read',
    });
  });

  it('names both rights when messages and notes are refused', async () => {
    const kustomer = new FakeKustomer({
      ...whole,
      [messages]: refused(401),
      [notes]: refused(403),
    });
    const result = merged(await partsOf(kustomer));
    expect(result.conversations.size).toBe(1);
    expect(result.coverage?.right).toBe('org.permission.message.read, org.permission.note.read');
  });

  it('fails when everything is refused', async () => {
    const kustomer = new FakeKustomer({
      [conversations]: refused(401, 'Expired token'),
      [messages]: refused(401),
      [notes]: refused(401),
    });
    await expect(partsOf(kustomer)).rejects.toMatchObject({
      failure: 'unauthorised',
      body: 'Expired token',
    });
    expect(kustomer.requests).toHaveLength(3);
  });

  it('yields the other lists before it fails for one', async () => {
    const kustomer = new FakeKustomer({
      ...whole,
      [messages]: new TransportError('server-error', { status: 500 }),
    });
    const colleagues = new Colleagues(kustomer.ports());
    const kinds: string[] = [];
    const reading = (async () => {
      for await (const part of loadKustomerHistory(
        kustomer.ports(),
        colleagues,
        contact,
        options,
      )) {
        kinds.push(...part.conversations.map(() => 'conversation'));
        kinds.push(...part.messages.map((each) => each.kind));
        expect(part.coverage.state).not.toBe('complete');
      }
    })();
    await expect(reading).rejects.toMatchObject({ failure: 'server-error' });
    expect(kinds.sort()).toEqual(['conversation', 'note']);
  });

  it('tells when no answer makes sense', async () => {
    const kustomer = new FakeKustomer({
      [conversations]: { data: 'x' },
      [messages]: [],
      [notes]: { errors: [] },
    });
    expect(merged(await partsOf(kustomer)).coverage).toMatchObject({
      state: 'unreachable',
      reason: 'bad-answer',
    });
  });

  it('ends with the reason of an abort', async () => {
    const controller = new AbortController();
    const kustomer = new FakeKustomer({
      ...whole,
      [notes]: () => {
        controller.abort(new Error('moved on'));
        throw controller.signal.reason;
      },
    });
    const history = loadKustomerHistory(
      kustomer.ports(),
      new Colleagues(kustomer.ports()),
      contact,
      {
        signal: controller.signal,
        wanted: 60,
      },
    );
    const reading = (async () => {
      for await (const part of history) expect(part.coverage.state).toBe('partial');
    })();
    await expect(reading).rejects.toThrow('moved on');
  });

  it('makes no call for a contact whose id cannot be Kustomer’s', async () => {
    const kustomer = new FakeKustomer(whole);
    const colleagues = new Colleagues(kustomer.ports());
    const history = loadKustomerHistory(
      kustomer.ports(),
      colleagues,
      { ...contact, id: '..' },
      options,
    );
    await expect(history.next()).rejects.toMatchObject({ failure: 'not-found' });
    expect(kustomer.requests).toEqual([]);
  });
});
