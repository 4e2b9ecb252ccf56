import { prevailingDecision } from '../../identity/decisions';
import { contactRef, parseContactRef } from '../../model/ids';
import type { LinkRow } from '../../model/link-decision';
import type { DesksideDatabase } from '../../storage/database';
import { readContactsOf } from '../../storage/read-contacts';
import {
  inPartingTurn,
  markToPart,
  moveSeparatedNotes,
  notesAround,
} from '../notes/move-after-separation';
import type { WorkerPorts } from '../ports';
import { dateFutureDecisions, importDecisions } from './decisions';

/** Merges decisions made elsewhere; notes follow them as they follow those made here. */
export async function importLinks(ports: WorkerPorts, links: readonly LinkRow[]): Promise<void> {
  const { database } = ports;
  await inPartingTurn(ports, async () => {
    await dateFutureDecisions(database, ports.now());
    const concerned: { pair: [LinkRow['a'], LinkRow['b']]; noteIds: string[] }[] = [];
    for (const { a, b } of await newsHere(database, links)) {
      concerned.push({ pair: [a, b], noteIds: await notesAround(ports, [a, b]) });
    }
    // All or nothing: a worker that is stopped here must not leave notes behind.
    await database.transaction('rw', ['links', 'notes'], async () => {
      await importDecisions(database, links);
      for (const { pair, noteIds } of concerned) await markToPart(ports, noteIds, pair);
    });
  });
  await moveSeparatedNotes(ports);
}

/** Those that say something new about contacts of which at least two are stored: others have no notes here. */
async function newsHere(
  database: DesksideDatabase,
  links: readonly LinkRow[],
): Promise<readonly LinkRow[]> {
  if ((await database.notes.count()) === 0) return [];
  const before = await database.links.bulkGet(links.map(({ a, b }): [string, string] => [a, b]));
  const news = links.filter((link, index) => {
    const known = before[index];
    return known === undefined || prevailingDecision(known, link).verdict !== known.verdict;
  });
  const refs = new Set(news.flatMap(refsOf));
  const contacts = await readContactsOf(database, [...refs].map(parseContactRef));
  const stored = new Set(contacts.map(contactRef));
  return news.filter((link) => refsOf(link).filter((ref) => stored.has(ref)).length > 1);
}

function refsOf({ a, b, person = [] }: LinkRow): LinkRow['a'][] {
  return [...new Set([a, b, ...person])];
}
