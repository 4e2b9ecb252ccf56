import type { Contact, Identifier } from '../model/contact';
import { contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { conflictingTies, type Tie } from './conflicting-ties';
import { type ContactGroup, ContactGroups } from './contact-groups';
import { latestDecisionFirst } from './decisions';
import { areCompatible, type Separations } from './separation';

/** The contacts that carry one distinctive identifier. */
export interface Carriers {
  identifier: Identifier;
  contacts: Contact[];
}

const strongestFirst: readonly Identifier['kind'][] = ['external-id', 'email', 'phone'];

/**
 * Joins contacts by people's decisions, the latest first, then by evidence, the strongest first. Two that
 * are kept apart never end up in one group, however many others connect them. Evidence that connects a
 * contact to two that are apart joins it with neither. The order of the input is irrelevant. Works in
 * small steps.
 */
export function* joinContacts(
  contacts: readonly Contact[],
  decisions: readonly LinkRow[],
  carriers: readonly Carriers[],
  separations: Separations,
): Generator<void, ContactGroups, void> {
  const refs = [...contacts.map(contactRef), ...decisions.flatMap(({ a, b }) => [a, b])];
  const groups = new ContactGroups(refs, separations);
  const said = decisions.filter(({ verdict }) => verdict === 'same');
  for (const { a, b } of said.sort(latestDecisionFirst)) joinUnlessApart(groups, a, b);
  for (const kind of strongestFirst) {
    const concerned = carriers.filter(({ identifier }) => identifier.kind === kind);
    yield* joinByEvidence(groups, concerned, separations);
  }
  return groups;
}

function joinUnlessApart(
  groups: ContactGroups,
  ...[one, other]: Parameters<ContactGroups['join']>
): void {
  if (!groups.areApart(groups.of(one), groups.of(other))) groups.join(one, other);
}

/** Carriers of one identifier that are apart from the same others: it may join them. */
interface Hub {
  readonly groups: ContactGroup[];
}

/** Joins by one kind of evidence all at once, except where that would connect two that are apart. */
function* joinByEvidence(
  groups: ContactGroups,
  carriers: readonly Carriers[],
  separations: Separations,
): Generator<void, void, void> {
  const ties: Tie<ContactGroup, Hub>[] = [];
  for (const { contacts } of carriers) {
    for (const hub of hubsAmong(groups, contacts, separations)) {
      for (const group of hub.groups) ties.push({ group, hub });
    }
    yield;
  }
  const conflicting = conflictingTies(ties, {
    spacesOf: (group) => group.ids.keys(),
    isContested: (space, all) => isContested(space, all, separations),
    partedFrom: (group) => partedGroups(groups, group),
  });
  const firsts = new Map<Hub, ContactGroup>();
  for (const tie of ties) {
    if (conflicting.has(tie)) continue;
    const first = firsts.get(tie.hub);
    if (first === undefined) firsts.set(tie.hub, tie.group);
    else joinUnlessApart(groups, headOf(first), headOf(tie.group));
    yield;
  }
}

function headOf(group: ContactGroup) {
  const [head] = group.members;
  if (head === undefined) throw new RangeError('a group of nobody');
  return head;
}

/** The carriers in groups: those in a group are apart from the same other carriers. */
function hubsAmong(
  groups: ContactGroups,
  contacts: readonly Contact[],
  separations: Separations,
): Hub[] {
  const all = [...new Set(contacts.map((contact) => groups.of(contactRef(contact))))];
  if (all.length < 2) return [];
  const spaces = new Set(all.flatMap((group) => [...group.ids.keys()]));
  const contested = [...spaces].filter((space) => isContested(space, all, separations));
  const here = new Set(all);
  const isShared =
    contested.length > 0 ||
    all.some((group) => partedGroups(groups, group).some((other) => here.has(other)));
  const hubs = new Map<string, Hub>();
  for (const group of all) {
    const ids = contested.map((space) => [...(group.ids.get(space)?.keys() ?? [])].sort());
    const others = partedGroups(groups, group).filter((other) => here.has(other));
    // A contact apart from none of them could belong to any: what several people share proves nothing
    // there.
    if (isShared && others.length === 0 && ids.every((each) => each.length === 0)) continue;
    const key = JSON.stringify([ids, others.map((other) => [...other.members].sort()[0]).sort()]);
    const hub = hubs.get(key) ?? { groups: [] };
    hub.groups.push(group);
    hubs.set(key, hub);
  }
  return [...hubs.values()].filter((hub) => hub.groups.length > 1);
}

function partedGroups(groups: ContactGroups, group: ContactGroup): ContactGroup[] {
  if (group.parted.length === 0) return [];
  const others = new Set(group.parted.map((ref) => groups.of(ref)));
  others.delete(group);
  return [...others];
}

/** Whether some of these groups carry ids of this space that cannot belong to one human. */
function isContested(
  space: string,
  groups: readonly ContactGroup[],
  { idsOf }: Separations,
): boolean {
  const distinct = new Map<string, ReadonlySet<string>>();
  for (const group of groups) {
    for (const [key, [ref]] of group.ids.get(space) ?? []) {
      const ids = ref && idsOf(ref)?.ids;
      if (ids === undefined || distinct.has(key)) continue;
      if ([...distinct.values()].some((known) => !areCompatible(ids, known))) return true;
      distinct.set(key, ids);
    }
  }
  return false;
}
