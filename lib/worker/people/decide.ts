import { resolvePerson } from '../../identity/resolve-person';
import { type ContactKey, type ContactRef, contactRef } from '../../model/ids';
import type { LinkRow, Verdict } from '../../model/link';
import { authorAt } from '../author';
import { storedMembers } from '../person-lookup/stored-person';
import type { WorkerPorts } from '../ports';
import { decisionsAround } from './decisions';
import { peopleRules } from './rules';

export interface DecisionRequest {
  one: ContactKey;
  /** Whom the word is about: this contact joins the person of `one`, or leaves it. */
  other: ContactKey;
  /** `none` takes an earlier word about the two back. */
  verdict: Verdict | 'none';
}

/**
 * Keeps a person's word about two contacts, with who said it where the platform or the settings
 * tell, and returns the word that it replaces. Who is parted from a contact is parted from everybody
 * in that contact's person: evidence shared with a third one must not bring them back. All those
 * rows carry the same moment, so that they are taken back together. Throws `TypeError` for a contact
 * and itself.
 */
export async function decide(
  ports: WorkerPorts,
  decision: DecisionRequest,
): Promise<Verdict | 'none'> {
  const one = contactRef(decision.one);
  const other = contactRef(decision.other);
  if (one === other) throw new TypeError('one and the same contact');
  const { database } = ports;
  const members =
    decision.verdict === 'different' || decision.verdict === 'unlinked'
      ? await personWithout(ports, decision.one, other)
      : [one];
  const ownName = (await ports.peopleSettings?.())?.agentName;
  return database.transaction('rw', ['links', 'connections'], async () => {
    const before = await database.links.get(pairOf(one, other));
    if (decision.verdict === before?.verdict) return decision.verdict;
    if (before !== undefined) await takeBack(ports, before, other);
    if (decision.verdict !== 'none') {
      const { verdict } = decision;
      const by = await authorAt(ports, one, ownName);
      const at = ports.now();
      await database.links.bulkPut(
        members.map((ref) => {
          const [a, b] = pairOf(ref, other);
          return { a, b, verdict, by, at };
        }),
      );
    }
    return before?.verdict ?? 'none';
  });
}

/** A word about somebody is one act, however many rows it took. */
async function takeBack(ports: WorkerPorts, row: LinkRow, other: ContactRef): Promise<void> {
  const { links } = ports.database;
  const about = [
    ...(await links.where('a').equals(other).toArray()),
    ...(await links.where('b').equals(other).toArray()),
  ];
  const act = about.filter(({ at, verdict }) => at === row.at && verdict === row.verdict);
  await links.bulkDelete([row, ...act].map(({ a, b }): [string, string] => [a, b]));
}

/** The contacts that are one person with this contact even if `other` did not exist. */
async function personWithout(
  ports: WorkerPorts,
  key: ContactKey,
  other: ContactRef,
): Promise<ContactRef[]> {
  const { database } = ports;
  const anchor = await database.contacts.get([key.connectionId, key.id]);
  if (anchor === undefined) return [contactRef(key)];
  const known = await storedMembers(database, contactRef(anchor));
  const candidates = known.filter((each) => contactRef(each) !== other);
  const decisions = await decisionsAround(database, [anchor, ...candidates].map(contactRef));
  const apartFromOther = decisions.filter(({ a, b }) => a !== other && b !== other);
  const rules = await peopleRules(ports);
  const { members } = resolvePerson(anchor, candidates, apartFromOther, rules);
  return members.map(({ contact }) => contactRef(contact));
}

/** The two in the order in which a pair is kept. */
function pairOf(one: ContactRef, other: ContactRef): [ContactRef, ContactRef] {
  return one < other ? [one, other] : [other, one];
}
