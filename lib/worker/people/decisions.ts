import { prevailingDecision } from '../../identity/decisions';
import type { ContactRef } from '../../model/ids';
import type { LinkRow } from '../../model/link-decision';
import type { DesksideDatabase } from '../../storage/database';

/** How long (ms) a decision that restores the one before counts as undoing it: that one applies again as it was made. */
export const DECISION_UNDO_MS = 90_000;

/**
 * Every decision that touches one of these contacts (each as `contactRef`), or one that was
 * confirmed to be the same human as one of them, directly or through others.
 */
export async function decisionsAround(
  database: DesksideDatabase,
  refs: Iterable<ContactRef>,
): Promise<LinkRow[]> {
  const found = new Map<string, LinkRow>();
  const known = new Set(refs);
  let edge = [...known];
  while (edge.length > 0) {
    const rows = [
      ...(await database.links.where('a').anyOf(edge).toArray()),
      ...(await database.links.where('b').anyOf(edge).toArray()),
    ];
    for (const row of rows) found.set(JSON.stringify([row.a, row.b]), row);
    const confirmed = rows.filter(({ verdict }) => verdict === 'same');
    edge = [...new Set(confirmed.flatMap(({ a, b }) => [a, b]))].filter((ref) => !known.has(ref));
    for (const ref of edge) known.add(ref);
  }
  return [...found.values()];
}

/**
 * Dates the decisions from the future as made just before `now` (epoch ms), in their order: they were made while
 * this computer's clock was ahead, and no later word would count against them. What one that is far ahead
 * replaced can't be put back any more, as nobody knows how long ago that was.
 */
export async function dateFutureDecisions(database: DesksideDatabase, now: number): Promise<void> {
  const { links } = database;
  await database.transaction('rw', links, async () => {
    const ahead = await links.filter(({ at }) => at > now).toArray();
    ahead.sort((a, b) => a.at - b.at);
    const dated = ahead.map(({ replaced, ...row }, index) => {
      const isRecent = replaced !== undefined && row.at - now <= DECISION_UNDO_MS;
      return { ...row, at: now - ahead.length + index, ...(isRecent && { replaced }) };
    });
    await links.bulkPut(dated);
  });
}

/** Merges decisions made elsewhere; of two about one pair the later one stays. */
export async function importDecisions(
  database: DesksideDatabase,
  rows: readonly LinkRow[],
): Promise<void> {
  await database.transaction('rw', database.links, async () => {
    for (const row of rows.map(inOrder)) {
      if (row.a === row.b) continue;
      const known = await database.links.get([row.a, row.b]);
      await database.links.put(known === undefined ? row : prevailingDecision(known, row));
    }
  });
}

/**
 * Moves the decisions about one contact (a `contactRef`) to another: of two about one pair the later one
 * stays, and a decision about the two themselves has no meaning any more.
 */
export async function rekeyDecisions(
  database: DesksideDatabase,
  from: ContactRef,
  to: ContactRef,
): Promise<void> {
  await database.transaction('rw', database.links, async () => {
    const rows = [
      ...(await database.links.where('a').equals(from).toArray()),
      ...(await database.links.where('b').equals(from).toArray()),
    ];
    await database.links.bulkDelete(rows.map(({ a, b }): [string, string] => [a, b]));
    await importDecisions(
      database,
      rows.map((row) => renamedIn(row, from, to)),
    );
    await database.links
      .filter((row) => isNamedIn(row, from))
      .modify((row) => {
        Object.assign(row, renamedIn(row, from, to));
      });
  });
}

function isNamedIn({ person, replaced }: LinkRow, ref: ContactRef): boolean {
  return person?.includes(ref) === true || (replaced !== undefined && isNamedIn(replaced, ref));
}

/**
 * A decision in which one contact takes another's place, also in the decision that it replaced. Whoever was
 * set apart from a person stays apart from them, though one of them became the same contact.
 */
function renamedIn(row: LinkRow, from: ContactRef, to: ContactRef): LinkRow {
  const renamed = (ref: ContactRef) => (ref === from ? to : ref);
  const { person, replaced } = row;
  const apart = renamed(person?.includes(row.a) === true ? row.b : row.a);
  return inOrder({
    ...row,
    a: renamed(row.a),
    b: renamed(row.b),
    ...(person === undefined ? {} : { person: others(person.map(renamed), apart) }),
    ...(replaced === undefined ? {} : { replaced: renamedIn(replaced, from, to) }),
  });
}

function others(refs: readonly ContactRef[], ref: ContactRef): ContactRef[] {
  return [...new Set(refs)].filter((each) => each !== ref);
}

function inOrder(row: LinkRow): LinkRow {
  return row.a <= row.b ? row : { ...row, a: row.b, b: row.a };
}
