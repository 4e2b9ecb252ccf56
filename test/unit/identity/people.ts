import fc from 'fast-check';
import { pairKey } from '../../../lib/identity/decisions';
import type { ResolvedPerson } from '../../../lib/identity/resolve-person';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { LinkRow, Verdict } from '../../../lib/model/link-decision';

/** A contact of a platform that is called like its one connection. */
export function contact(platform: string, id: string, more: Partial<Contact> = {}): Contact {
  return {
    connectionId: platform,
    platform,
    id,
    emails: more.emailKeys ?? [],
    phones: more.phoneKeys ?? [],
    emailKeys: [],
    phoneKeys: [],
    externalIds: [],
    fetchedAt: 0,
    ...more,
  };
}

export function decision(one: Contact, other: Contact, verdict: Verdict, at: number): LinkRow {
  const [a, b] = [contactRef(one), contactRef(other)];
  return a < b ? { a, b, verdict, at } : { a: b, b: a, verdict, at };
}

export function membersOf(person: ResolvedPerson): string[] {
  return person.members.map((member) => contactRef(member.contact)).sort();
}

export function suggestedBy(person: ResolvedPerson): string[] {
  return person.suggestions.map((each) => contactRef(each.contact));
}

/** Contacts that share much with each other, and decisions about some of them. */
export const crowd = fc
  .uniqueArray(
    fc.record({
      platform: fc.constantFrom('north', 'east', 'south', 'west'),
      id: fc.constantFrom('1', '2', '3'),
      emailKeys: fc.subarray(['ana@mail.org', 'bo@mail.org', 'cy@mail.org'], { maxLength: 2 }),
      phoneKeys: fc.subarray(['+4915114892607', '+4915114892631'], { maxLength: 1 }),
      externalIds: fc.subarray(['crm-1001', 'crm-1002'], { maxLength: 1 }),
      name: fc.option(fc.constantFrom('Ana Souza', 'Bo Ek'), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 9, selector: ({ platform, id }) => `${platform}/${id}` },
  )
  .map((records) => records.map(({ platform, id, ...more }) => contact(platform, id, more)))
  .chain((contacts) =>
    fc.record({
      contacts: fc.constant(contacts),
      decisions: fc
        .array(
          fc.record({
            pair: fc
              .tuple(fc.nat(contacts.length - 1), fc.nat(contacts.length - 1))
              .filter(([one, other]) => one !== other),
            verdict: fc.constantFrom<Verdict>('same', 'unlinked', 'different'),
            at: fc.nat(4),
          }),
          { maxLength: 6 },
        )
        .map((all) => all.flatMap(({ pair, verdict, at }) => decide(contacts, pair, verdict, at))),
    }),
  );

function decide(
  contacts: readonly Contact[],
  [one, other]: [number, number],
  verdict: Verdict,
  at: number,
): LinkRow[] {
  const [a, b] = [contacts[one], contacts[other]];
  return a === undefined || b === undefined ? [] : [decision(a, b, verdict, at)];
}

/** The pairs of contacts, each with its `pairKey`. */
export function pairs(contacts: readonly Contact[]): { key: string; pair: [Contact, Contact] }[] {
  return contacts.flatMap((one, index) =>
    contacts.slice(index + 1).map((other) => {
      const pair: [Contact, Contact] = [one, other];
      return { key: pairKey(contactRef(one), contactRef(other)), pair };
    }),
  );
}

/** Contacts that are one person because each shares an address with the next one. */
export function chain(count: number): Contact[] {
  const address = (index: number) => `p${index}x@mail.org`;
  return Array.from({ length: count }, (_none, index) =>
    contact(index % 2 === 0 ? 'north' : 'east', `${index}`, {
      name: 'Ana Souza',
      emailKeys: [address(index), address(index + 1)],
    }),
  );
}
