import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionsByPair } from '../../../lib/identity/decisions';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import { isVetoed } from '../../../lib/identity/separation';
import type { Contact } from '../../../lib/model/contact';
import type { LinkRow } from '../../../lib/model/link-decision';
import { crowd, decision, membersOf, pairs, suggestedBy } from './people';

const rules = { ownDomains: [] };

function resolve(contacts: readonly Contact[], decisions: readonly LinkRow[]) {
  const [anchor, ...rest] = contacts;
  if (anchor === undefined) throw new TypeError('nobody');
  return resolvePerson(anchor, rest, decisions, rules);
}

function peopleOf(contacts: readonly Contact[], decisions: readonly LinkRow[]): string[][] {
  return contacts.map((anchor) => membersOf(resolvePerson(anchor, contacts, decisions, rules)));
}

test('the order of arrival changes nothing', () => {
  const shuffled = crowd.chain((made) =>
    fc.record({
      made: fc.constant(made),
      contacts: fc.shuffledSubarray(made.contacts.slice(1), {
        minLength: made.contacts.length - 1,
      }),
      decisions: fc.shuffledSubarray(made.decisions, { minLength: made.decisions.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ made, contacts, decisions }) => {
      const one = resolve(made.contacts, made.decisions);
      const other = resolve([...made.contacts.slice(0, 1), ...contacts], decisions);
      expect(membersOf(other)).toEqual(membersOf(one));
      expect(suggestedBy(other)).toEqual(suggestedBy(one));
    }),
  );
});

test('whoever is on screen, the person is the same one', () => {
  fc.assert(
    fc.property(crowd, ({ contacts, decisions }) => {
      const people = peopleOf(contacts, decisions);
      for (const [index, person] of people.entries()) {
        for (const [other, otherPerson] of people.entries()) {
          const ref = `${contacts[other]?.connectionId}/${contacts[other]?.id}`;
          if (person.includes(ref)) expect(otherPerson).toEqual(people[index]);
        }
      }
    }),
  );
});

test('practice 21: linking does not depend on which one is named first, nor on saying it twice', () => {
  fc.assert(
    fc.property(crowd, ({ contacts, decisions }) => {
      for (const { pair } of pairs(contacts.slice(0, 3))) {
        const [one, other] = pair;
        const once = peopleOf(contacts, [...decisions, decision(one, other, 'same', 9)]);
        const again = decision(other, one, 'same', 9);
        expect(peopleOf(contacts, [...decisions, again, again])).toEqual(once);
      }
    }),
  );
});

test('practice 21: a vetoed pair never meets in one person, through whatever chain', () => {
  fc.assert(
    fc.property(crowd, ({ contacts, decisions }) => {
      const byPair = decisionsByPair(decisions);
      const person = new Set(membersOf(resolve(contacts, decisions)));
      for (const { key, pair } of pairs(contacts)) {
        const verdict = byPair.get(key)?.verdict;
        const apart = verdict === undefined ? isVetoed(...pair) : verdict !== 'same';
        const both = pair.every((each) => person.has(`${each.connectionId}/${each.id}`));
        if (apart) expect(both).toBe(false);
      }
    }),
    { numRuns: 400 },
  );
});

test('whoever was rejected for good is not offered again', () => {
  fc.assert(
    fc.property(crowd, ({ contacts, decisions }) => {
      const [anchor, other] = contacts;
      if (anchor === undefined || other === undefined) return;
      const person = resolve(contacts, [...decisions, decision(anchor, other, 'different', 9)]);
      expect(suggestedBy(person)).not.toContain(`${other.connectionId}/${other.id}`);
    }),
  );
});

test('each member says what connects it with another one', () => {
  fc.assert(
    fc.property(crowd, ({ contacts, decisions }) => {
      const person = resolve(contacts, decisions);
      if (person.members.length < 2) return;
      const refs = membersOf(person);
      for (const { why } of person.members) {
        expect(why.length).toBeGreaterThan(0);
        for (const { via } of why) expect(refs).toContain(via);
      }
    }),
  );
});

test('a name alone never joins', () => {
  fc.assert(
    fc.property(crowd, ({ contacts }) => {
      const nameless = contacts.map((each) => ({
        ...each,
        name: 'Ana Souza',
        emailKeys: [],
        phoneKeys: [],
        externalIds: [],
      }));
      expect(resolve(nameless, []).members).toHaveLength(1);
    }),
  );
});
