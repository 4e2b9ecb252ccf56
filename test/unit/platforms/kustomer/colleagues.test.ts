import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { HistoryPart } from '../../../../lib/platforms/contract/api';
import { Colleagues } from '../../../../lib/platforms/kustomer/colleagues';
import { loadKustomerHistory } from '../../../../lib/platforms/kustomer/history/load';
import { AGENT, contact, FakeKustomer, list, MACHINE, note, refused, signal, user } from './fakes';
import { merged, notes, partsOf, whole } from './history/history-script';

describe('names of colleagues', () => {
  const twoAuthors = {
    ...whole,
    [notes]: list([note(), note({}, 'n2', MACHINE)]),
    [`/v1/users/${AGENT},${MACHINE}`]: {
      data: [user(), user(MACHINE, { displayName: null, name: 'Importer', userType: 'machine' })],
    },
  };

  it('come in one call for all, and an integration is told apart', async () => {
    const kustomer = new FakeKustomer(twoAuthors);
    const result = merged(await partsOf(kustomer));
    expect(kustomer.requests.at(-1)).toBe(`/v1/users/${AGENT},${MACHINE}`);
    expect(kustomer.requests).toHaveLength(4);
    expect(result.messages.get('n2')?.author).toEqual({ name: 'Importer', role: 'bot' });
  });

  it('reach what was shown without them, also when the notes were first to ask', async () => {
    const kustomer = new FakeKustomer(whole);
    const colleagues = new Colleagues(kustomer.ports());
    const options = { signal, wanted: Number.POSITIVE_INFINITY };
    const parts: HistoryPart[] = [];
    for await (const part of loadKustomerHistory(kustomer.ports(), colleagues, contact, options)) {
      parts.push(part);
      await colleagues.learn([AGENT], signal);
    }
    const result = merged(parts);
    expect([...result.conversations.values()][0]?.assignee).toBe('Sam');
    expect(result.messages.get('m2')?.author.name).toBe('Sam');
  });

  it('are there at once the second time, and asked again the next day', async () => {
    const kustomer = new FakeKustomer(twoAuthors);
    const colleagues = new Colleagues(kustomer.ports());
    await partsOf(kustomer, colleagues);
    const parts = await partsOf(kustomer, colleagues);
    expect(kustomer.requests.filter((each) => each.startsWith('/v1/users'))).toHaveLength(1);
    expect(parts.flatMap((part) => part.messages).every((m) => m.author.name)).toBe(true);
    kustomer.now += 25 * 60 * 60 * 1_000;
    await colleagues.learn([AGENT, MACHINE], signal);
    expect(kustomer.requests.filter((each) => each.startsWith('/v1/users'))).toHaveLength(2);
  });

  it('are asked again after the clock was put back, also where they were refused', async () => {
    const path = `/v1/users/${AGENT},${MACHINE}`;
    for (const answer of [twoAuthors, { ...whole, [path]: refused(403) }]) {
      const kustomer = new FakeKustomer(answer);
      const colleagues = new Colleagues(kustomer.ports());
      await colleagues.learn([AGENT, MACHINE], signal);
      kustomer.now -= 30 * 24 * 60 * 60 * 1_000;
      await colleagues.learn([AGENT, MACHINE], signal);
      expect(kustomer.requests).toHaveLength(2);
    }
  });

  it.each([refused(401), refused(403)])('are done without when refused: %s', async (error) => {
    const kustomer = new FakeKustomer({ ...whole, [`/v1/users/${AGENT}`]: error });
    const colleagues = new Colleagues(kustomer.ports());
    const result = merged(await partsOf(kustomer, colleagues));
    expect(result.coverage?.state).toBe('complete');
    expect(result.messages.get('m2')?.author).toEqual({ name: undefined, role: 'agent' });
    await partsOf(kustomer, colleagues);
    expect(kustomer.requests.filter((each) => each.startsWith('/v1/users'))).toHaveLength(1);
  });

  it.each([new TransportError('offline'), new TransportError('rate-limited')])(
    'are tried again later after %s',
    async (error) => {
      let failing = true;
      const answer = () => (failing ? error : { data: user() });
      const kustomer = new FakeKustomer({ ...whole, [`/v1/users/${AGENT}`]: answer });
      const colleagues = new Colleagues(kustomer.ports());
      expect(merged(await partsOf(kustomer, colleagues)).coverage?.state).toBe('complete');
      failing = false;
      const result = merged(await partsOf(kustomer, colleagues));
      expect(result.messages.get('m2')?.author.name).toBe('Sam');
    },
  );

  it('of the others come where one who left makes the whole list unknown', async () => {
    const gone = '66a0000000000000000000a9';
    const others = [AGENT, MACHINE].map((id) => [`/v1/users/${id}`, { data: user(id) }]);
    const kustomer = new FakeKustomer(Object.fromEntries(others));
    const colleagues = new Colleagues(kustomer.ports());
    await colleagues.learn([AGENT, gone, MACHINE], signal);
    expect([AGENT, gone, MACHINE].map((id) => colleagues.of(id)?.name)).toEqual([
      'Sam',
      undefined,
      'Sam',
    ]);
    const asked = kustomer.requests.length;
    await colleagues.learn([AGENT, gone, MACHINE], signal);
    expect(kustomer.requests).toHaveLength(asked);
  });

  it('cost a bounded number of calls where many left; what is left comes later', async () => {
    const gone = Array.from({ length: 79 }, (_, index) => `66a00000000000000000b${100 + index}`);
    const kustomer = new FakeKustomer({ [`/v1/users/${AGENT}`]: { data: user() } });
    const colleagues = new Colleagues(kustomer.ports());
    for (let readings = 0; readings < 20 && colleagues.of(AGENT) === undefined; readings += 1) {
      const asked = kustomer.requests.length;
      await colleagues.learn([...gone, AGENT], signal);
      expect(kustomer.requests.length - asked).toBeLessThanOrEqual(24);
    }
    expect(colleagues.of(AGENT)?.name).toBe('Sam');
  });

  it('of somebody who left are not asked for twice', async () => {
    const { [`/v1/users/${AGENT}`]: _left, ...rest } = whole;
    const kustomer = new FakeKustomer(rest);
    const colleagues = new Colleagues(kustomer.ports());
    await partsOf(kustomer, colleagues);
    await partsOf(kustomer, colleagues);
    expect(kustomer.requests.filter((each) => each.startsWith('/v1/users'))).toHaveLength(1);
  });
});
