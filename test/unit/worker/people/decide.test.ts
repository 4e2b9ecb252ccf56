import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../../lib/model/contact';
import { contactRef } from '../../../../lib/model/ids';
import type { LinkRow, Verdict } from '../../../../lib/model/link-decision';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { forgetHistories } from '../../../../lib/worker/history/drop-histories';
import { decide } from '../../../../lib/worker/people/decide';
import { importDecisions, rekeyDecisions } from '../../../../lib/worker/people/decisions';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { ref } from '../../refs';
import { contact, historyOf, searchable, TestWorld } from '../world';

const relaxed = { signal: new AbortController().signal, force: false };
const mail = { emailKeys: ['ana@mail.org'], name: 'Ana Souza' };
const ana = contact('alpha', '1', mail);
const beta = contact('beta', '9', mail);
const gamma = contact('gamma', '5', mail);

async function setUp(contacts: readonly Contact[] = [ana, beta, gamma]): Promise<TestWorld> {
  const world = new TestWorld();
  for (const name of ['alpha', 'beta', 'gamma']) {
    const own = contacts.filter((each) => each.connectionId === name);
    await world.connect(name, { ...searchable(own, world.now), ...historyOf({}, world.now) });
  }
  await world.database.contacts.bulkPut([...contacts]);
  return world;
}

async function personOf(world: TestWorld, anchor: Contact): Promise<string[]> {
  world.clock += 61_000;
  await lookUpPerson(world, anchor, relaxed);
  const rows = await world.database.sources.where('anchor').equals(contactRef(anchor)).toArray();
  return rows.flatMap((row) => row.contactIds.map((id) => `${row.connectionId}/${id}`)).sort();
}

async function suggested(world: TestWorld, anchor: Contact): Promise<string[]> {
  const rows = await world.database.suggestions
    .where('anchor')
    .equals(contactRef(anchor))
    .toArray();
  return rows.map((row) => row.contact);
}

const say = (world: TestWorld, one: Contact, other: Contact, verdict: Verdict | 'none') =>
  decide(world, { one, other, verdict });

describe('a decision', () => {
  test('takes one out of the person, for everybody in it, and still offers it', async () => {
    const world = await setUp();
    expect(await personOf(world, ana)).toEqual(['alpha/1', 'beta/9', 'gamma/5']);
    expect(await say(world, ana, gamma, 'unlinked')).toBe('none');
    expect(await personOf(world, ana)).toEqual(['alpha/1', 'beta/9']);
    expect(await suggested(world, ana)).toEqual(['gamma/5']);
    expect(await personOf(world, beta)).toEqual(['alpha/1', 'beta/9']);
    expect(await personOf(world, gamma)).toEqual(['gamma/5']);
  });

  test('for good is never offered again', async () => {
    const world = await setUp();
    await personOf(world, ana);
    await say(world, ana, gamma, 'different');
    await personOf(world, ana);
    await personOf(world, beta);
    expect([...(await suggested(world, ana)), ...(await suggested(world, beta))]).toEqual([]);
  });

  test.each<Verdict>(['unlinked', 'different'])(
    '"%s" taken back leaves nothing of itself, from whichever contact it is taken back',
    async (verdict) => {
      const world = await setUp();
      await personOf(world, ana);
      await say(world, ana, gamma, verdict);
      expect(await say(world, beta, gamma, 'none')).toBe(verdict);
      expect(await world.database.links.toArray()).toEqual([]);
      expect(await personOf(world, ana)).toEqual(['alpha/1', 'beta/9', 'gamma/5']);
    },
  );

  test('taken back by mistake is there again as it was made, with its author, date and person', async () => {
    const world = await setUp();
    await personOf(world, ana);
    await say(world, ana, gamma, 'different');
    const row = { a: ref('alpha/1'), b: ref('gamma/5') };
    await world.database.links.update([row.a, row.b], { by: 'Lena' });
    const restored = await world.database.links.get([row.a, row.b]);
    world.clock += 86_400_000;
    await say(world, ana, gamma, 'none');
    world.clock += 10_000;
    await decide(world, { one: ana, other: gamma, verdict: 'different', restored });
    expect(await world.database.links.toArray()).toEqual([restored]);
  });

  test('to link and its undo restore what was there', async () => {
    const world = await setUp([ana, beta, contact('gamma', 'chat')]);
    const before = await personOf(world, ana);
    await say(world, ana, contact('gamma', 'chat'), 'same');
    expect(await personOf(world, ana)).toEqual(['alpha/1', 'beta/9', 'gamma/chat']);
    await say(world, ana, contact('gamma', 'chat'), 'none');
    expect(await personOf(world, ana)).toEqual(before);
    expect(await world.database.links.count()).toBe(0);
  });

  test('to link after all brings back who was taken out', async () => {
    const world = await setUp();
    await personOf(world, ana);
    await say(world, ana, gamma, 'different');
    world.clock += 1_000;
    expect(await say(world, ana, gamma, 'same')).toBe('different');
    expect(await personOf(world, beta)).toEqual(['alpha/1', 'beta/9', 'gamma/5']);
  });

  test('leaves an older word about another pair where it is, and so does its undoing', async () => {
    const world = await setUp();
    await say(world, beta, gamma, 'same');
    const [older] = await world.database.links.toArray();
    world.clock += 1_000;
    await personOf(world, ana);
    expect(await say(world, ana, gamma, 'different')).toBe('none');
    expect(await world.database.links.get(['beta/9', 'gamma/5'])).toEqual(older);
    // The later word holds meanwhile: who is not one of a person is none of it.
    expect(await personOf(world, ana)).toEqual(['alpha/1', 'beta/9']);
    expect(await personOf(world, gamma)).toEqual(['gamma/5']);
    expect(await say(world, ana, gamma, 'none')).toBe('different');
    expect(await world.database.links.toArray()).toEqual([older]);
    expect(await personOf(world, ana)).toEqual(['alpha/1', 'beta/9', 'gamma/5']);
  });

  test('to link counts again after a later word about others had parted the two', async () => {
    const world = await setUp();
    await say(world, beta, gamma, 'same');
    world.clock += 1_000;
    await personOf(world, ana);
    await say(world, ana, gamma, 'different');
    expect(await personOf(world, gamma)).toEqual(['gamma/5']);
    world.clock += 1_000;
    await say(world, beta, gamma, 'same');
    expect(await personOf(world, gamma)).toEqual(['beta/9', 'gamma/5']);
    world.clock += 1_000;
    await say(world, beta, gamma, 'none');
    expect(await personOf(world, gamma)).toEqual(['gamma/5']);
  });

  test('of two made at the same moment is taken back alone', async () => {
    const world = await setUp([ana, beta, gamma, contact('gamma', 'chat')]);
    await say(world, ana, contact('gamma', 'chat'), 'same');
    await say(world, beta, contact('gamma', 'chat'), 'same');
    await say(world, ana, contact('gamma', 'chat'), 'none');
    expect(await world.database.links.toArray()).toMatchObject([{ a: 'beta/9', b: 'gamma/chat' }]);
  });

  test('that is undone stands again as it was said, by whom and when', async () => {
    const world = await setUp();
    await world.database.connections.update('alpha', { agentName: 'Lena' });
    await say(world, ana, beta, 'same');
    const before = await world.database.links.toArray();
    await world.database.connections.update('alpha', { agentName: 'Sam' });
    world.clock += 30_000_000;
    expect(await say(world, ana, beta, 'different')).toBe('same');
    world.clock += 20_000;
    await say(world, ana, beta, 'same');
    expect(await world.database.links.toArray()).toEqual(before);
    world.clock += 30_000_000;
    await say(world, ana, beta, 'different');
    world.clock += 30_000_000;
    // Long after it is a word of its own.
    await say(world, ana, beta, 'same');
    expect(await world.database.links.toArray()).toMatchObject([{ by: 'Sam', at: world.clock }]);
  });

  test('that named others by the way follows them when they are merged', async () => {
    const world = await setUp();
    await personOf(world, ana);
    await say(world, ana, gamma, 'different');
    const merged = contact('beta', '10', mail);
    await rekeyDecisions(world.database, contactRef(beta), contactRef(merged));
    const [row] = await world.database.links.toArray();
    expect(row?.person).toEqual(['alpha/1', 'beta/10']);
  });

  test.each([
    ['into the one set apart', 'alpha/1', 'alpha/2'],
    ['from the one set apart', 'alpha/2', 'alpha/1'],
  ])('goes on parting the same two people when a merge leads %s', async (_way, from, to) => {
    const world = await setUp([beta, gamma]);
    const apart = {
      ...{ a: ref('alpha/2'), b: contactRef(beta), at: world.clock },
      person: [contactRef(beta), contactRef(gamma), contactRef(ana)],
    };
    const replaced: LinkRow = { ...apart, verdict: 'unlinked' };
    await world.database.links.put({ ...apart, verdict: 'different', replaced });
    await rekeyDecisions(world.database, ref(from), ref(to));
    const left = contact('alpha', to.slice(-1), mail);
    await world.database.contacts.put(left);
    expect(await personOf(world, beta)).toEqual(['beta/9', 'gamma/5']);
    expect(await personOf(world, left)).toEqual([to]);
    const [row] = await world.database.links.toArray();
    expect(row?.person).toEqual(['beta/9', 'gamma/5']);
    expect(row?.replaced?.person).toEqual(['beta/9', 'gamma/5']);
  });

  test('that was replaced by another one can be put back for the contact it was merged into', async () => {
    const world = await setUp();
    const at = world.clock;
    const earlier: LinkRow = {
      a: contactRef(ana),
      b: contactRef(beta),
      verdict: 'unlinked',
      person: [contactRef(beta)],
      at,
    };
    await world.database.links.put({ ...earlier, verdict: 'different', replaced: earlier });
    const merged = contact('beta', '10', mail);
    await rekeyDecisions(world.database, contactRef(beta), contactRef(merged));
    const [row] = await world.database.links.toArray();
    expect(row?.replaced).toEqual({ ...earlier, b: 'beta/10', person: ['beta/10'] });
  });

  test('holds for a contact that its platform no longer has', async () => {
    const world = await setUp();
    await say(world, ana, contact('gamma', 'gone'), 'same');
    await say(world, contact('gamma', 'gone'), contact('beta', 'other'), 'same');
    await world.database.contacts.put(contact('beta', 'other'));
    expect(await personOf(world, ana)).toContain('beta/other');
  });
});

test('a decision outlives retention and the connection', async () => {
  const world = await setUp();
  await personOf(world, ana);
  await say(world, ana, gamma, 'different');
  const before = await world.database.links.toArray();
  await forgetHistories(world.database, world.clock);
  await eraseConnectionData(world.database, 'gamma', { withConnection: true });
  expect(await world.database.suggestions.count()).toBe(0);
  expect(await world.database.links.toArray()).toEqual(before);
});

test.each([
  ['the platform', { agentName: 'Lena' }, 'Lena'],
  ['the settings, where the platform does not tell', {}, 'Sam'],
])('who decided is known by %s', async (_what, reported, expected) => {
  const world = Object.assign(await setUp(), {
    peopleSettings: async () => ({ ownDomains: [], agentName: 'Sam' }),
  });
  await world.database.connections.update('alpha', reported);
  await say(world, ana, beta, 'same');
  expect((await world.database.links.toArray()).map(({ by }) => by)).toEqual([expected]);
});

describe('the own company', () => {
  test('joins nobody by its addresses', async () => {
    const world = Object.assign(await setUp(), {
      peopleSettings: async () => ({ ownDomains: ['mail.org'] }),
    });
    expect(await personOf(world, ana)).toEqual(['alpha/1']);
    expect(await suggested(world, ana)).toEqual(['beta/9', 'gamma/5']);
  });
});

test('of imported decisions the later one about a pair stays', async () => {
  const world = await setUp();
  const row = (verdict: Verdict, at: number) => ({
    a: ref('alpha/1'),
    b: ref('beta/9'),
    verdict,
    at,
  });
  await importDecisions(world.database, [row('same', 5)]);
  await importDecisions(world.database, [row('different', 3), row('unlinked', 4)]);
  expect((await world.database.links.toArray()).map((each) => each.verdict)).toEqual(['same']);
  await importDecisions(world.database, [
    { ...row('different', 7), a: ref('beta/9'), b: ref('alpha/1') },
  ]);
  expect(await world.database.links.toArray()).toEqual([row('different', 7)]);
});
