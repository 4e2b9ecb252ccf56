import { beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../../../lib/model/contact';
import { contactRef } from '../../../../lib/model/ids';
import type { Verdict } from '../../../../lib/model/link-decision';
import { decide } from '../../../../lib/worker/people/decide';
import { importLinks } from '../../../../lib/worker/people/import-links';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { contact, historyOf, searchable, TestWorld } from '../world';

const year = 31_536_000_000;
const mail = { emailKeys: ['ana@mail.org'], name: 'Ana Souza' };
const ana = contact('alpha', '1', mail);
const beta = contact('beta', '9', mail);
const gamma = contact('gamma', '5', mail);

let world: TestWorld;

beforeEach(async () => {
  world = new TestWorld();
  for (const each of [ana, beta, gamma]) {
    const api = { ...searchable([each], world.now), ...historyOf({}, world.now) };
    await world.connect(each.connectionId, api);
  }
  await world.database.contacts.bulkPut([ana, beta, gamma]);
});

async function personOf(anchor: Contact): Promise<string[]> {
  world.clock += 61_000;
  await lookUpPerson(world, anchor, { signal: new AbortController().signal, force: false });
  const rows = await world.database.sources.where('anchor').equals(contactRef(anchor)).toArray();
  return rows.flatMap((row) => row.contactIds.map((id) => `${row.connectionId}/${id}`)).sort();
}

const say = (one: Contact, other: Contact, verdict: Verdict) =>
  decide(world, { one, other, verdict });

test('to part two counts against a link that was made while the clock was ahead', async () => {
  world.clock += year;
  await say(ana, beta, 'same');
  world.clock -= year;
  expect(await personOf(gamma)).toEqual(['alpha/1', 'beta/9', 'gamma/5']);
  await say(gamma, beta, 'unlinked');
  expect(await personOf(gamma)).toEqual(['alpha/1', 'gamma/5']);
  expect(await personOf(beta)).toEqual(['beta/9']);
});

test('to link counts against what parted the two while the clock was ahead', async () => {
  world.clock += year;
  await personOf(ana);
  await say(ana, gamma, 'different');
  world.clock += 1_000;
  await say(beta, gamma, 'unlinked');
  world.clock -= year + 62_000;
  await say(gamma, beta, 'same');
  expect(await personOf(gamma)).toEqual(['beta/9', 'gamma/5']);
  const links = await world.database.links.toArray();
  expect(links.map(({ verdict }) => verdict)).toEqual(['different', 'same']);
  expect(links.every(({ at }) => at <= world.clock)).toBe(true);
});

test('a file counts against what was decided while the clock was ahead', async () => {
  world.clock += year;
  await say(ana, beta, 'same');
  world.clock -= year;
  const links = await world.database.links.toArray();
  await importLinks(
    world,
    links.map((link) => ({ ...link, verdict: 'different' as const, at: world.clock })),
  );
  expect(await personOf(beta)).toEqual(['beta/9']);
});

test('what was decided a moment ago can be undone though the clock went back a little', async () => {
  await say(ana, beta, 'same');
  const before = await world.database.links.toArray();
  world.clock += year;
  await say(ana, beta, 'different');
  world.clock -= 500;
  await say(ana, beta, 'same');
  expect(await world.database.links.toArray()).toEqual(before);
});

test('what was replaced nobody knows when is not put back with its author and date', async () => {
  await say(ana, beta, 'same');
  world.clock += year;
  await say(ana, beta, 'different');
  world.clock -= year / 2;
  await say(ana, beta, 'same');
  expect(await world.database.links.toArray()).toMatchObject([{ at: world.clock }]);
});
