import { expect, test } from 'vitest';
import { resolveInSteps, resolvePerson } from '../../../lib/identity/resolve-person';
import type { Contact } from '../../../lib/model/contact';
import type { LinkRow } from '../../../lib/model/link-decision';
import { chain, contact, decision } from './people';

/** All carry one address. */
const star = (count: number) =>
  Array.from({ length: count }, (_none, index) =>
    contact('north', `${index}`, { name: 'Ana Souza', emailKeys: ['p0x@mail.org'] }),
  );

/** Half of them one customer of the shop, half of them another, and all at one address. */
const conflicting = (count: number) =>
  star(count).map((each, index) => ({ ...each, externalIds: [`crm-${1_001 + (index % 2)}`] }));

/** A chain whose ends two ids keep apart. */
const apart = (count: number) =>
  chain(count).map((each, index) =>
    index === 0 || index === count - 2
      ? { ...each, externalIds: [index === 0 ? 'crm-1001' : 'crm-1002'] }
      : each,
  );

function saidOfAll(contacts: readonly Contact[]): LinkRow[] {
  return contacts.slice(1).flatMap((each, index) => {
    const before = contacts[index];
    return before === undefined ? [] : [decision(before, each, 'same', index)];
  });
}

/** How often a value of a contact is looked at between two pauses. */
function stretchesOf(contacts: readonly Contact[], decisions: readonly LinkRow[]): number[] {
  let steps = 0;
  const counted = contacts.map(
    (each) =>
      new Proxy(each, {
        get: (target, key) => {
          steps += 1;
          return Reflect.get(target, key);
        },
      }),
  );
  const [anchor, ...others] = counted;
  if (anchor === undefined) throw new TypeError('nobody');
  const stretches: number[] = [];
  const work = resolveInSteps(anchor, others, decisions, {
    ownDomains: [],
    onlySuggested: counted.slice(-1),
  });
  for (let step = work.next(); step.done !== true; step = work.next()) {
    stretches.push(steps);
    steps = 0;
  }
  return [...stretches, steps];
}

test.each<[string, (count: number) => Contact[], (contacts: Contact[]) => LinkRow[]]>([
  ['a chain', chain, () => []],
  ['one address', star, () => []],
  ['one address of two people', conflicting, () => []],
  ['a chain between two who are apart', apart, () => []],
  ['links by hand', (count) => chain(count).map((each) => ({ ...each, emailKeys: [] })), saidOfAll],
])('four times as many contacts take about four times as many steps: %s', (_what, made, said) => {
  const [few = [], many = []] = [500, 2_000].map((count) => {
    const contacts = made(count);
    return stretchesOf(contacts, said(contacts));
  });
  const sum = (steps: number[]) => steps.reduce((all, each) => all + each, 0);
  expect(sum(many) / sum(few)).toBeLessThan(5);
  // What is done at a stretch is a small part of it.
  expect(many.length).toBeGreaterThan(5 * 2_000);
  expect(Math.max(...many)).toBeLessThan(40 * 2_000);
});

test('of a long chain everybody is one person', () => {
  const [anchor, ...others] = chain(1_000);
  if (anchor === undefined) throw new TypeError('nobody');
  expect(resolvePerson(anchor, others, [], { ownDomains: [] }).members).toHaveLength(1_000);
});
