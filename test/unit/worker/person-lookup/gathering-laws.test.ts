import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairKey } from '../../../../lib/identity/decisions';
import { isVetoed } from '../../../../lib/identity/separation';
import type { Contact } from '../../../../lib/model/contact';
import { type ContactRef, contactRef } from '../../../../lib/model/ids';
import type { LinkRow, Verdict } from '../../../../lib/model/link-decision';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { contact, historyOf, searchable, TestWorld } from '../world';

const relaxed = { signal: new AbortController().signal, force: false };
const platforms = ['alpha', 'beta', 'gamma'];

/** Up to ten records over three helpdesks that share addresses, numbers and ids in every way. */
const records = fc
  .array(
    fc.record({
      platform: fc.constantFrom(...platforms),
      emailKeys: fc.subarray(['ana@mail.org', 'bo@mail.org', 'cy@mail.org', 'di@mail.org'], {
        maxLength: 2,
      }),
      phoneKeys: fc.subarray(['+4915114892607', '+4915114892631', '+4915114892684'], {
        maxLength: 1,
      }),
      externalIds: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.constantFrom<string[]>(['crm-1001'], ['crm-1002']) },
      ),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .map((all) =>
    all.map(({ platform, ...keys }, index) => contact(platform, `${index}`, { ...keys })),
  );

const words = fc.array(
  fc.record({
    pair: fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 2 }),
    verdict: fc.constantFrom<Verdict>('same', 'unlinked', 'different'),
  }),
  { maxLength: 3 },
);

async function worldOf(contacts: readonly Contact[], links: readonly LinkRow[]) {
  const world = new TestWorld();
  for (const name of platforms) {
    const own = contacts.filter((each) => each.connectionId === name);
    await world.connect(name, { ...searchable(own, world.now), ...historyOf({}, world.now) });
  }
  await world.database.contacts.bulkPut([...contacts]);
  await world.database.links.bulkPut([...links]);
  return world;
}

function linksOf(
  contacts: readonly Contact[],
  said: readonly { pair: readonly number[]; verdict: Verdict }[],
): LinkRow[] {
  return said.flatMap(({ pair: [one = 0, other = 0], verdict }, at) => {
    const [a, b] = [contacts[one], contacts[other]].flatMap((each) =>
      each ? [contactRef(each)] : [],
    );
    if (a === undefined || b === undefined) return [];
    return [a < b ? { a, b, verdict, at } : { a: b, b: a, verdict, at }];
  });
}

/** What the panel would show for the anchor: the members and the suggestions, each sorted. */
async function gather(world: TestWorld, anchor: Contact) {
  world.clock += 61_000;
  await lookUpPerson(world, anchor, relaxed);
  const ref = contactRef(anchor);
  const rows = await world.database.sources.where('anchor').equals(ref).toArray();
  const suggestions = await world.database.suggestions.where('anchor').equals(ref).toArray();
  return {
    members: rows.flatMap((row) => row.contactIds.map((id) => `${row.connectionId}/${id}`)).sort(),
    suggested: suggestions.map((row) => row.contact),
  };
}

test('a second record on one helpdesk is found by what another helpdesk knew', async () => {
  const alpha = contact('alpha', '1', { emailKeys: ['ana@mail.org'] });
  const beta = contact('beta', '1', { emailKeys: ['ana@mail.org'], phoneKeys: ['+4915114892607'] });
  const first = contact('gamma', 'c', { emailKeys: ['ana@mail.org'] });
  const second = contact('gamma', 'd', { phoneKeys: ['+4915114892607'] });
  const all = [alpha, beta, first, second];
  for (const anchor of all) {
    const { members } = await gather(await worldOf(all, []), anchor);
    expect(members, contactRef(anchor)).toEqual(['alpha/1', 'beta/1', 'gamma/c', 'gamma/d']);
  }
});

test('also beside the record on screen, and on a helpdesk that cannot search', async () => {
  const alpha = contact('alpha', '1', { emailKeys: ['ana@mail.org'] });
  const twin = contact('alpha', '2', { phoneKeys: ['+4915114892607'] });
  const beta = contact('beta', '1', { emailKeys: ['ana@mail.org'], phoneKeys: ['+4915114892607'] });
  const seen = contact('gamma', 's', { phoneKeys: ['+4915114892607'] });
  const known = contact('gamma', 'k', { emailKeys: ['ana@mail.org'] });
  const world = await worldOf([alpha, twin, beta], []);
  world.definitions.delete('gamma');
  await world.connect('gamma', {}, { find: 'seen', history: 'captured' });
  await world.database.contacts.bulkPut([seen, known]);
  const { members } = await gather(world, alpha);
  expect(members).toEqual(['alpha/1', 'alpha/2', 'beta/1', 'gamma/k', 'gamma/s']);
});

test('who turns out late to be somebody else leaves again', async () => {
  const anchor = contact('alpha', '1', {
    phoneKeys: ['+4915114892607'],
    externalIds: ['crm-1001'],
  });
  const between = contact('beta', '1', {
    emailKeys: ['bo@mail.org'],
    phoneKeys: ['+4915114892607'],
  });
  const late = contact('alpha', '2', { emailKeys: ['bo@mail.org'], externalIds: ['crm-1002'] });
  for (const each of [anchor, between, late]) {
    const { members } = await gather(await worldOf([anchor, between, late], []), each);
    expect(members).toEqual(each === anchor ? ['alpha/1'] : ['alpha/2', 'beta/1']);
  }
});

test('whoever of a person is on screen, all of the same records are found, and nobody proven is lost', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(records, words, async (contacts, said) => {
      const links = linksOf(contacts, said);
      const people = new Map<ContactRef, Awaited<ReturnType<typeof gather>>>();
      // Each from an empty store, as in the browser of whoever sees this record first.
      for (const each of contacts)
        people.set(contactRef(each), await gather(await worldOf(contacts, links), each));
      const byPair = new Map(links.map((link) => [pairKey(link.a, link.b), link.verdict]));
      for (const anchor of contacts) {
        const person = people.get(contactRef(anchor));
        const members = contacts.filter((each) => person?.members.includes(contactRef(each)));
        for (const member of members)
          expect(people.get(contactRef(member))?.members).toEqual(person?.members);
        for (const one of members)
          for (const other of contacts) checkPair(one, other, byPair, person, members);
      }
    }),
    { numRuns: 12 },
  );
});

function checkPair(
  one: Contact,
  other: Contact,
  byPair: ReadonlyMap<string, Verdict>,
  person: { members: string[]; suggested: string[] } | undefined,
  members: readonly Contact[],
): void {
  if (one === other) return;
  const verdict = (a: Contact, b: Contact) => byPair.get(pairKey(contactRef(a), contactRef(b)));
  const isApart = (a: Contact, b: Contact) => {
    const said = verdict(a, b);
    return said === undefined ? isVetoed(a, b) : said !== 'same';
  };
  if (members.includes(other)) {
    expect(isApart(one, other), 'kept apart').toBe(false);
    return;
  }
  const shares = [...one.emailKeys, ...one.phoneKeys].some((key) =>
    [...other.emailKeys, ...other.phoneKeys].includes(key),
  );
  const isRuledOut = members.some(
    (member) => isApart(member, other) && verdict(member, other) !== 'unlinked',
  );
  if (shares && !isRuledOut) expect(person?.suggested).toContain(contactRef(other));
}
