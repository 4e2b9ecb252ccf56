import type { ContactField, ContactWriteRow } from '../../model/completion';
import type { ContactKey } from '../../model/ids';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';

/** This many writes are kept, to be looked at and taken back. */
export const MOST_WRITES = 300;

/** On their way, or without an answer. */
const pendingStates = ['sending', 'undoing'] as const;

/** What is on its way, or was sent without an answer. */
export function pendingWrites({ database }: WorkerPorts): Promise<ContactWriteRow[]> {
  return database.contactWrites.where('state').anyOf(pendingStates).toArray();
}

/** Whether a write to this field is on its way, or was sent without an answer. */
export async function isPending(
  { database }: WorkerPorts,
  { connectionId, id }: ContactKey,
  field: ContactField,
): Promise<boolean> {
  const rows = database.contactWrites
    .where('[connectionId+contactId]')
    .equals([connectionId, id])
    .filter((row) => row.field === field && pendingStates.some((state) => state === row.state));
  return (await rows.count()) > 0;
}

/**
 * Notes a write before it is sent; of those that ended, the oldest make room. False, and nothing noted, where
 * one of the two contacts was erased meanwhile: the value is theirs.
 */
export async function addWrite(ports: WorkerPorts, row: ContactWriteRow): Promise<boolean> {
  const { database } = ports;
  const { contactWrites, contacts } = database;
  return writeWithRoom(ports, () =>
    database.transaction('rw', contactWrites, contacts, async () => {
      const { connectionId, contactId, source } = row;
      const both = await contacts.bulkGet([
        [connectionId, contactId],
        [source.connectionId, source.contactId],
      ]);
      if (both.includes(undefined)) return false;
      await contactWrites.put(row);
      const excess = (await contactWrites.count()) - MOST_WRITES;
      if (excess <= 0) return true;
      const ended = await contactWrites
        .orderBy('at')
        .filter(({ state }) => !pendingStates.some((each) => each === state))
        .limit(excess)
        .primaryKeys();
      await contactWrites.bulkDelete(ended);
      return true;
    }),
  );
}

/** Notes what became of a write, unless it was erased meanwhile. */
export async function noteOnWrite(
  ports: WorkerPorts,
  { id }: ContactWriteRow,
  change: Partial<ContactWriteRow>,
): Promise<void> {
  await writeWithRoom(ports, () => ports.database.contactWrites.update(id, change));
}
