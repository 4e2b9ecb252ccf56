import { type ContactKey, type ContactRef, contactRef } from '../../model/ids';
import type { NotesFailure, VisitRow } from '../../model/screen';
import type { DesksideDatabase } from '../../storage/database';
import { rulesOf } from '../../storage/person-rules';
import { readPersonScope } from '../../storage/person-scope';
import { renameSeenBeside } from '../../storage/seen-beside';
import { openedAnchor, openedSubject } from '../../storage/shown-screen';

/** What can be asked for again, about the contact who is left. */
const askedAgain = ['cardAnswers', 'lookups', 'suggestions', 'peopleSearches', 'directories'];

/** What `leaveNothingBehind` reads and writes, for the transaction around it. */
export const leftBehindTables: readonly string[] = [
  ...askedAgain,
  ...['connections', 'contacts', 'conversations', 'fillDrafts', 'screens', 'sightings'],
  ...['sources', 'views'],
];

/**
 * Whatever else names a contact that was merged into another one names the one who is left, or is taken out
 * where it can be asked for again: the person is forgotten and exported by the contacts who are left. To be
 * called before the contact that is gone, its history and its pages are moved.
 */
export async function leaveNothingBehind(
  database: DesksideDatabase,
  gone: ContactKey,
  left: ContactKey,
): Promise<void> {
  const [from, to] = [contactRef(gone), contactRef(left)];
  await database.cardAnswers
    .filter(({ borrowed = {} }) => Object.values(borrowed).includes(from))
    .modify((row) => {
      const borrowed = Object.entries(row.borrowed ?? {});
      row.borrowed = Object.fromEntries(
        borrowed.map(([name, ref]) => [name, ref === from ? to : ref]),
      );
    });
  await moveVisit(database, from, to);
  await moveSources(database, gone, left);
  await moveFillDrafts(database, from, to);
  await renameSeenBeside(database, gone, left);
  const scope = await readPersonScope(database, [gone]);
  for (const table of askedAgain) {
    for (const rule of rulesOf(table)) await rule.erase(database, scope);
  }
}

/** The later visit tells what was seen of the person. */
async function moveVisit(
  { views }: DesksideDatabase,
  from: ContactRef,
  to: ContactRef,
): Promise<void> {
  const [ofGone, ofLeft] = await views.bulkGet([from, to]);
  await views.delete(from);
  if (ofGone === undefined || (ofLeft?.viewedAt ?? 0) > ofGone.viewedAt) return;
  const visit: VisitRow = { ...ofGone, anchor: to };
  await views.put(visit);
}

async function moveSources(
  { sources }: DesksideDatabase,
  gone: ContactKey,
  left: ContactKey,
): Promise<void> {
  const renamed = (id: string) => (id === gone.id ? left.id : id);
  const unread = (failures: readonly NotesFailure[]) =>
    new Map(failures.map((each) => [renamed(each.contactId), each]));
  await sources.where('anchor').equals(contactRef(gone)).delete();
  await sources
    .filter(
      ({ connectionId, contactIds, unreadNotes = [] }) =>
        connectionId === gone.connectionId &&
        [...contactIds, ...unreadNotes.map(({ contactId }) => contactId)].includes(gone.id),
    )
    .modify((row) => {
      row.contactIds = [...new Set(row.contactIds.map(renamed))];
      row.unreadNotes &&= [...unread(row.unreadNotes)].map(([contactId, each]) => ({
        ...each,
        contactId,
      }));
    });
}

/** A text is offered where it was typed: beside whoever is left, unless a later one was typed there. */
async function moveFillDrafts(
  { fillDrafts }: DesksideDatabase,
  from: ContactRef,
  to: ContactRef,
): Promise<void> {
  const subject = openedSubject(to);
  for (const draft of await fillDrafts
    .filter((row) => openedAnchor(row.subject) === from)
    .toArray()) {
    await fillDrafts.delete([draft.subject, draft.reply]);
    const there = await fillDrafts.get([subject, draft.reply]);
    if ((there?.updatedAt ?? 0) < draft.updatedAt) await fillDrafts.put({ ...draft, subject });
  }
}
