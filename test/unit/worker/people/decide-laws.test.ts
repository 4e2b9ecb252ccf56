import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairKey } from '../../../../lib/identity/decisions';
import { readDecisionsFile, writeDecisionsFile } from '../../../../lib/identity/decisions-file';
import type { Contact } from '../../../../lib/model/contact';
import { contactRef } from '../../../../lib/model/ids';
import type { LinkRow, Verdict } from '../../../../lib/model/link-decision';
import { decide } from '../../../../lib/worker/people/decide';
import { importDecisions } from '../../../../lib/worker/people/decisions';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { contact, historyOf, searchable, TestWorld } from '../world';

const names = ['alpha', 'beta', 'gamma'];
const relaxed = { signal: new AbortController().signal, force: false };

/** Six contacts over three platforms; each has one of two addresses or none. */
const people = fc
  .array(fc.constantFrom([], ['ana@mail.org'], ['bo@mail.org']), { minLength: 6, maxLength: 6 })
  .map((keys) =>
    keys.map((emailKeys, index) =>
      contact(names[index % 3] ?? '', `${index}`, { emailKeys: [...emailKeys] }),
    ),
  );
const pair = fc.uniqueArray(fc.nat(5), { minLength: 2, maxLength: 2 });
const verdict = fc.constantFrom<Verdict>('same', 'unlinked', 'different');

async function setUp(contacts: readonly Contact[]): Promise<TestWorld> {
  const world = new TestWorld();
  for (const name of names) {
    const own = contacts.filter((each) => each.connectionId === name);
    await world.connect(name, { ...searchable(own, world.now), ...historyOf({}, world.now) });
  }
  await world.database.contacts.bulkPut([...contacts]);
  return world;
}

async function say(
  world: TestWorld,
  contacts: readonly Contact[],
  [one = 0, other = 0]: readonly number[],
  word: Verdict | 'none',
) {
  world.clock += 1_000;
  const [a, b] = [contacts[one], contacts[other]];
  if (a === undefined || b === undefined) throw new TypeError('nobody');
  return decide(world, { one: a, other: b, verdict: word });
}

async function personOf(world: TestWorld, anchor: Contact): Promise<string[]> {
  world.clock += 61_000;
  await lookUpPerson(world, anchor, relaxed);
  const rows = await world.database.sources.where('anchor').equals(contactRef(anchor)).toArray();
  return rows.flatMap((row) => row.contactIds.map((id) => `${row.connectionId}/${id}`)).sort();
}

test('a word about two of whom nothing was said, taken back, leaves exactly what was there', async () => {
  const earlier = fc.array(fc.tuple(pair, verdict), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(people, earlier, pair, verdict, async (contacts, words, two, word) => {
      const world = await setUp(contacts);
      for (const [about, each] of words) await say(world, contacts, about, each);
      const before = await world.database.links.toArray();
      const refs = two.flatMap((index) => contacts.slice(index, index + 1)).map(contactRef);
      const isFresh = !before.some(({ a, b }) => refs.every((each) => each === a || each === b));
      fc.pre(isFresh);
      expect(await say(world, contacts, two, word)).toBe('none');
      await say(world, contacts, two, 'none');
      expect(await world.database.links.toArray()).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

test('each pair keeps the last word about it, whatever is said of others and whoever is on screen', async () => {
  const act = fc.record({ two: pair, word: verdict, gathered: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.array(act, { minLength: 2, maxLength: 5 }),
      async (contacts, acts) => {
        const world = await setUp(contacts);
        const last = new Map<string, Verdict>();
        for (const { two, word, gathered } of acts) {
          const [anchor] = two.flatMap((index) => contacts[index] ?? []);
          if (gathered && anchor !== undefined) await personOf(world, anchor);
          const before = await world.database.links.toArray();
          const key = keyOf(contacts, two);
          expect(await say(world, contacts, two, word)).toBe(last.get(key) ?? 'none');
          last.set(key, word);
          const others = (rows: LinkRow[]) => rows.filter(({ a, b }) => pairKey(a, b) !== key);
          expect(others(await world.database.links.toArray())).toEqual(others(before));
        }
        const rows = await world.database.links.toArray();
        expect(new Map(rows.map(({ a, b, verdict: word }) => [pairKey(a, b), word]))).toEqual(last);
      },
    ),
    { numRuns: 25 },
  );
});

test('a word and its undoing leave every row as it was, whoever is on screen', async () => {
  const earlier = fc.array(fc.tuple(pair, verdict), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(people, earlier, pair, verdict, async (contacts, words, two, word) => {
      const world = await setUp(contacts);
      for (const [about, each] of words) await say(world, contacts, about, each);
      const [anchor] = two.flatMap((index) => contacts[index] ?? []);
      if (anchor !== undefined) await personOf(world, anchor);
      const before = await world.database.links.toArray();
      await say(world, contacts, two, await say(world, contacts, two, word));
      expect(await world.database.links.toArray()).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

function keyOf(contacts: readonly Contact[], two: readonly number[]): string {
  const [one, other] = two.flatMap((index) => contacts[index] ?? []).map(contactRef);
  if (one === undefined || other === undefined) throw new TypeError('nobody');
  return pairKey(one, other);
}

test('decisions, with who and when, hold after everything else was read anew, here and elsewhere', async () => {
  const mail = { emailKeys: ['ana@mail.org'] };
  const contacts = names.map((name) => contact(name, '1', mail));
  const [ana, beta, gamma] = contacts;
  if (ana === undefined || beta === undefined || gamma === undefined) throw new TypeError('nobody');
  const stranger = contact('beta', '7');
  const all = [...contacts, stranger];
  const world = await setUp(all);
  await world.database.connections.update('alpha', { agentName: 'Lena' });
  await personOf(world, ana);
  await decide(world, { one: ana, other: gamma, verdict: 'different' });
  await decide(world, { one: ana, other: stranger, verdict: 'same' });
  const person = ['alpha/1', 'beta/1', 'beta/7'];
  expect(await personOf(world, ana)).toEqual(person);
  const kept = await world.database.links.toArray();
  expect(kept.map(({ by, at }) => [by, typeof at])).toContainEqual(['Lena', 'number']);

  await world.database.contacts.clear();
  await world.database.sources.clear();
  await world.database.contacts.bulkPut(all);
  expect(await personOf(world, ana)).toEqual(person);

  const elsewhere = await setUp(all);
  const connections = await world.database.connections.toArray();
  const file = writeDecisionsFile(kept, connections);
  const { links } = readDecisionsFile(file, connections, world.clock);
  await importDecisions(elsewhere.database, links);
  expect(await elsewhere.database.links.toArray()).toEqual(kept);
  expect(await personOf(elsewhere, ana)).toEqual(person);
});
