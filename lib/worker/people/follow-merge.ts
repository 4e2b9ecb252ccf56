import { t } from '@lingui/core/macro';
import type { ContactWriteRow } from '../../model/completion';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { openedContact } from '../../storage/shown-screen';
import { hasNotes, moveNotes, noteTables } from '../notes/move-after-merge';
import type { WorkerPorts } from '../ports';
import { decisionsAround, rekeyDecisions } from './decisions';
import { leaveNothingBehind, leftBehindTables } from './leave-nothing-behind';

/**
 * A contact that its platform no longer has may have been merged into another one there. Returns the merge
 * target where the platform reports it, after decisions, notes and addresses were moved to it. Otherwise the
 * contact is kept, marked as gone. Throws `TransportError` when the platform fails.
 */
export async function followMerge(
  ports: WorkerPorts,
  connection: Connection,
  gone: Contact,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  const { database } = ports;
  const conversationIds = await database.conversations
    .where('[connectionId+contactId]')
    .equals([gone.connectionId, gone.id])
    .limit(5)
    .primaryKeys();
  const mergeTarget = await ports
    .apiOf(connection)
    .findMergeTarget?.(
      { id: gone.id, conversationIds: conversationIds.map(([, id]) => id) },
      signal,
    );
  if (mergeTarget === undefined || mergeTarget.id === gone.id) {
    await database.contacts.update([gone.connectionId, gone.id], { goneAt: ports.now() });
    return undefined;
  }
  await database.contacts.put(mergeTarget);
  await moveToMergeTarget(ports, gone, mergeTarget);
  return mergeTarget;
}

/** The same as `moveToMergeTarget`, for an id of which it is not sure that it ever was a contact. */
export async function moveIfKnown(
  ports: Pick<WorkerPorts, 'database'>,
  gone: ContactKey,
  mergeTarget: ContactKey,
): Promise<void> {
  const { contacts } = ports.database;
  const isStored = (await contacts.get([gone.connectionId, gone.id])) !== undefined;
  const ref = contactRef(gone);
  const isDecided = (await decisionsAround(ports.database, [ref])).length > 0;
  if (isStored || isDecided || (await hasNotes(ports.database, ref)))
    await moveToMergeTarget(ports, gone, mergeTarget);
}

/**
 * Decisions and notes about the contact that is gone now apply to the one that is left, and nothing else names
 * the former any more. Panels that show it ask again who is there.
 */
export async function moveToMergeTarget(
  { database }: Pick<WorkerPorts, 'database'>,
  gone: ContactKey,
  mergeTarget: ContactKey,
): Promise<void> {
  const history = ['conversations', 'messages', 'histories'];
  const people = ['links', 'sightings', 'screens', 'contacts', 'contactWrites'];
  const tables = new Set([...history, ...people, ...noteTables, ...leftBehindTables]);
  await database.transaction('rw', [...tables], async () => {
    await leaveNothingBehind(database, gone, mergeTarget);
    await rekeyDecisions(database, contactRef(gone), contactRef(mergeTarget));
    await moveNotes(database, contactRef(gone), contactRef(mergeTarget));
    await database.sightings
      .filter((row) => row.connectionId === gone.connectionId && row.contactId === gone.id)
      .modify({ contactId: mergeTarget.id });
    await database.screens
      .filter(({ anchor }) => anchor === contactRef(gone))
      .modify((row) => {
        row.round += 1;
        // No page will tell who is there now.
        if (row.isOpenedByHand === true)
          Object.assign(row, openedContact(mergeTarget, row.context));
      });
    await database.contactWrites
      .where('[connectionId+contactId]')
      .equals([gone.connectionId, gone.id])
      .modify((row) => {
        row.contactId = mergeTarget.id;
        if (row.state === 'undone' || row.state === 'refused') return;
        // What the remaining contact contains may be its own.
        row.state = 'overtaken';
        row.message = t`The contact was merged into another one, so this can no longer be undone here.`;
      });
    const isFromGone = ({ source }: ContactWriteRow) =>
      source.connectionId === gone.connectionId && source.contactId === gone.id;
    await database.contactWrites.filter(isFromGone).modify((row) => {
      row.source = { ...row.source, contactId: mergeTarget.id };
    });
    await database.contacts.delete([gone.connectionId, gone.id]);
    await moveHistory(database, gone, mergeTarget);
  });
}

/** What was read of both is one history now. */
async function moveHistory(
  database: DesksideDatabase,
  gone: ContactKey,
  mergeTarget: ContactKey,
): Promise<void> {
  const from: [string, string] = [gone.connectionId, gone.id];
  const to: [string, string] = [mergeTarget.connectionId, mergeTarget.id];
  const byContact = '[connectionId+contactId]';
  const change = { contactId: mergeTarget.id };
  await database.conversations.where(byContact).equals(from).modify(change);
  await database.messages.where(byContact).equals(from).modify(change);
  await database.histories.delete(from);
  const left = await database.histories.get(to);
  if (left === undefined || left.coverage.state === 'captured') return;
  // The other's items lie among those that were read, so no time tells any longer what is missing.
  if (left.bookmark === undefined) await database.histories.delete(to);
  else await database.histories.update(to, { isUnfinished: true });
}
