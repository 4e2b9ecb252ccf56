import { inTurns } from '../../async/in-turns';
import { effectiveDecisions, impliedBy, pairKey, pairOf } from '../../identity/decisions';
import { resolveInSteps } from '../../identity/resolve-person';
import { type ContactKey, type ContactRef, contactRef } from '../../model/ids';
import { type LinkRow, MOST_OF_ONE_PERSON, type Verdict } from '../../model/link-decision';
import type { DesksideDatabase } from '../../storage/database';
import { authorAt } from '../author';
import {
  inPartingTurn,
  markToPart,
  moveSeparatedNotes,
  notesAround,
} from '../notes/move-after-separation';
import { storedMembers } from '../person-lookup/stored-person';
import type { WorkerPorts } from '../ports';
import { DECISION_UNDO_MS, dateFutureDecisions, decisionsAround } from './decisions';
import { peopleRules } from './rules';

export interface DecisionRequest {
  one: ContactKey;
  /** The contact the decision is about: it joins the person of `one`, or leaves it. */
  other: ContactKey;
  /** `none` takes back an earlier decision about the two. */
  verdict: Verdict | 'none';
  /** The decision as it was made, where undoing brings back one that was taken back. */
  restored?: LinkRow | undefined;
}

/**
 * Stores a person's decision about two contacts, with who made it where the platform or the settings tell,
 * and returns the decision it replaces. A contact separated from another is separated from all contacts of
 * that one's person, which the decision lists as well: evidence shared with a third one must not bring them
 * back. No decision about others is written or removed; but taking back one that only lists these two as well
 * takes back the whole of it. Throws `TypeError` for a contact and itself.
 */
export async function decide(
  ports: WorkerPorts,
  decision: DecisionRequest,
): Promise<Verdict | 'none'> {
  const one = contactRef(decision.one);
  const other = contactRef(decision.other);
  if (one === other) throw new TypeError('one and the same contact');
  const { database } = ports;
  const { verdict, restored } = decision;
  const isParting = verdict === 'different' || verdict === 'unlinked';
  const person = isParting ? await personWithout(ports, decision.one, other) : undefined;
  const ownName = (await ports.peopleSettings?.())?.agentName;
  const noteIds = await notesAround(ports, [one, other]);
  const replaced = await inPartingTurn(ports, () =>
    database.transaction('rw', ['links', 'connections', 'notes'], async () => {
      // Together with the decision, or not at all: a worker that is stopped here must not leave notes behind.
      await markToPart(ports, noteIds, [one, other]);
      await dateFutureDecisions(database, ports.now());
      const [a, b] = pairOf(one, other);
      const before = await database.links.get([a, b]);
      if (verdict === 'none') return takeBack(ports, before, [one, other]);
      if (verdict === before?.verdict && verdict === (await verdictNow(database, [a, b])))
        return verdict;
      const by = () => authorAt(ports, one, ownName);
      await putWord(ports, { a, b, verdict, person }, { before, restored, by });
      return before?.verdict ?? 'none';
    }),
  );
  await moveSeparatedNotes(ports);
  return replaced;
}

interface WordBefore extends Pick<DecisionRequest, 'restored'> {
  before: LinkRow | undefined;
  by(): Promise<LinkRow['by']>;
}

/** Stores a word about two in place of the one before; where that is its undoing, as it was said then. */
async function putWord(
  ports: WorkerPorts,
  word: Pick<LinkRow, 'a' | 'b' | 'verdict' | 'person'>,
  { before, restored, by }: WordBefore,
): Promise<void> {
  const { links } = ports.database;
  const at = ports.now();
  const undone = before === undefined ? restored : before.replaced;
  if (undone?.verdict === word.verdict && at - (before?.at ?? at) <= DECISION_UNDO_MS) {
    // A contact may have got another id since that decision was made.
    await links.put({ ...undone, a: word.a, b: word.b });
    return;
  }
  const isNews = before !== undefined && before.verdict !== word.verdict;
  const replaced = isNews ? forgetting(before, at) : undefined;
  await links.put({ ...word, by: await by(), at, replaced });
}

/** What counts for two: a later decision about others may have overruled the one about them. */
async function verdictNow(
  database: DesksideDatabase,
  pair: readonly [ContactRef, ContactRef],
): Promise<Verdict | undefined> {
  const around = effectiveDecisions(await decisionsAround(database, pair));
  return around.get(pairKey(...pair))?.verdict;
}

/** The decision, without what it replaced so long ago that undoing is no longer offered. */
function forgetting(row: LinkRow, now: number): LinkRow {
  const { replaced, ...word } = row;
  return now - row.at > DECISION_UNDO_MS || replaced === undefined
    ? word
    : { ...word, replaced: forgetting(replaced, now) };
}

/** Takes back the decision about just these two, or else the one that lists them as well. */
async function takeBack(
  { database }: WorkerPorts,
  before: LinkRow | undefined,
  pair: readonly [ContactRef, ContactRef],
): Promise<Verdict | 'none'> {
  const { links } = database;
  const key = pairKey(...pair);
  const said =
    before === undefined
      ? (await decisionsAround(database, pair)).filter((row) =>
          impliedBy(row).some(({ a, b }) => pairKey(a, b) === key),
        )
      : [before];
  await links.bulkDelete(said.map(({ a, b }): [string, string] => [a, b]));
  return said[0]?.verdict ?? 'none';
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
  const { members } = await inTurns(resolveInSteps(anchor, candidates, apartFromOther, rules));
  return members.map(({ contact }) => contactRef(contact)).slice(0, MOST_OF_ONE_PERSON);
}
