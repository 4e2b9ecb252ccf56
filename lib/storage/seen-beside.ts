import * as v from 'valibot';
import type { Connection } from '../model/connection';
import { type ContactKey, itemKey } from '../model/ids';
import type { DesksideDatabase } from './database';
import type { PersonScope } from './person-scope';

/** Under which name a connection keeps addresses that were seen beside several visitors. */
export const SEEN_BESIDE = 'seenBesideSeveral';

/** Stands for a visitor who was forgotten: nobody has this id, and so nothing more is taken for proven. */
const FORGOTTEN = '';

/** An address with the ids of visitors beside whom it was seen, which were not remembered at first. */
const keptSchema = v.union([
  v.pipe(
    v.string(),
    v.transform((key): [string, string[]] => [key, []]),
  ),
  v.tuple([v.string(), v.array(v.string())]),
]);

/** The addresses that were seen beside several of a connection's visitors, each with ids of some of them. */
export function seenBesideIn({ facts }: Pick<Connection, 'facts'>): Map<string, string[]> {
  try {
    const list: unknown = JSON.parse(facts[SEEN_BESIDE] ?? '[]');
    const kept = (Array.isArray(list) ? list : []).map((each) => v.safeParse(keptSchema, each));
    return new Map(kept.flatMap((each) => (each.success ? [each.output] : [])));
  } catch {
    return new Map();
  }
}

interface SeenBesideEntry {
  connectionId: string;
  address: string;
  /** Known as the person's by their records, and not only shown beside them. */
  isTheirs: boolean;
}

/** The addresses of this kind that are the person's, or were seen beside them. */
export async function readSeenBeside(
  { connections }: DesksideDatabase,
  person: PersonScope,
): Promise<SeenBesideEntry[]> {
  const all = await connections.toArray();
  return all.flatMap(({ id: connectionId, facts }) =>
    [...seenBesideIn({ facts })].flatMap(([address, beside]) => {
      const isTheirs = isAddressOf(person, address);
      const isBeside = beside.some((id) => person.refs.has(itemKey(connectionId, id)));
      return isTheirs || isBeside ? [{ connectionId, address, isTheirs }] : [];
    }),
  );
}

/** Takes the person's addresses out, and the person from beside those of others. */
export async function eraseSeenBeside(db: DesksideDatabase, person: PersonScope): Promise<void> {
  const concerned = (await readSeenBeside(db, person)).map(({ connectionId }) => connectionId);
  await db.connections
    .where('id')
    .anyOf(concerned)
    .modify((row) => {
      const left = [...seenBesideIn(row)]
        .filter(([address]) => !isAddressOf(person, address))
        .map(([address, beside]): [string, string[]] => [
          address,
          beside.map((id) => (person.refs.has(itemKey(row.id, id)) ? FORGOTTEN : id)),
        ]);
      row.facts[SEEN_BESIDE] = JSON.stringify(left);
    });
}

/** Puts the visitor into whom another one was merged in that one's place. */
export async function renameSeenBeside(
  { connections }: DesksideDatabase,
  gone: ContactKey,
  left: ContactKey,
): Promise<void> {
  const row = await connections.get(gone.connectionId);
  if (row?.facts[SEEN_BESIDE]?.includes(JSON.stringify(gone.id)) !== true) return;
  const renamed = [...seenBesideIn(row)].map(([address, beside]): [string, string[]] => [
    address,
    [...new Set(beside.map((id) => (id === gone.id ? left.id : id)))],
  ]);
  const facts = { ...row.facts, [SEEN_BESIDE]: JSON.stringify(renamed) };
  await connections.update(row.id, { facts });
}

function isAddressOf({ identifiers }: PersonScope, address: string): boolean {
  return ['email', 'phone'].some((kind) => identifiers.has(`${kind}:${address}`));
}
