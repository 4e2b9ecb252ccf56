import { resolvePerson } from '../../../../lib/identity/resolve-person';
import type { Contact } from '../../../../lib/model/contact';
import { contactRef } from '../../../../lib/model/ids';
import { labelledPeople, teamRules } from './people';
import type { Labelled } from './record';

export interface Score {
  records: number;
  humans: number;
  /** Pairs of records of different humans that were joined. */
  wrong: string[];
  /** Pairs that the evidence allows to join. */
  allowed: number;
  /** Allowed pairs that were not joined. */
  missed: string[];
}

/** Resolves everybody among everybody and compares with the truth. */
export function scoreLabelledPeople(): Score {
  const people = labelledPeople();
  const contacts = people.map(({ contact }) => contact);
  const score: Score = {
    records: people.length,
    humans: new Set(people.map(({ human }) => human)).size,
    wrong: [],
    allowed: 0,
    missed: [],
  };
  const persons = new Map<string, ReadonlySet<string>>();
  for (const [index, one] of people.entries()) {
    const joined = persons.get(contactRef(one.contact)) ?? personOf(one.contact, contacts);
    for (const ref of joined) persons.set(ref, joined);
    for (const other of people.slice(index + 1)) {
      const isJoined = joined.has(contactRef(other.contact));
      count(score, one, other, isJoined);
    }
  }
  return score;
}

function count(score: Score, one: Labelled, other: Labelled, isJoined: boolean): void {
  const pair = `${one.contact.id} and ${other.contact.id}`;
  if (isJoined && one.human !== other.human) score.wrong.push(pair);
  if (one.group !== other.group) return;
  score.allowed += 1;
  if (!isJoined) score.missed.push(pair);
}

function personOf(anchor: Contact, contacts: readonly Contact[]): Set<string> {
  const { members } = resolvePerson(anchor, contacts, [], teamRules);
  return new Set(members.map(({ contact }) => contactRef(contact)));
}
