import type { NativeNoteRow } from '../../model/note';
import type { RemoteNotes } from '../../platforms/contract/notes';
import { isSameRow } from '../../storage/same-row';
import type { WorkerPorts } from '../ports';
import type { CopyTarget } from './copy-target';

/**
 * Keeps a contact's own notes as they were read; writes only what changed, because whatever is written is
 * drawn again. To be called in a transaction.
 */
export async function replaceNatives(
  { database: { nativeNotes }, now }: WorkerPorts,
  { contact: { connectionId, id: contactId } }: CopyTarget,
  { natives }: RemoteNotes,
): Promise<void> {
  const stored = await nativeNotes
    .where('[connectionId+contactId]')
    .equals([connectionId, contactId])
    .toArray();
  const known = new Map(stored.map((row) => [row.id, row]));
  const gone = new Set(known.keys());
  const changed: NativeNoteRow[] = [];
  for (const native of natives) {
    gone.delete(native.id);
    const { fetchedAt: _fetchedAt, ...before } = known.get(native.id) ?? { fetchedAt: 0 };
    const row = { ...native, connectionId, contactId };
    if (!isSameRow(row, before)) changed.push({ ...row, fetchedAt: now() });
  }
  await nativeNotes.bulkDelete([...gone].map((id) => [connectionId, contactId, id]));
  await nativeNotes.bulkPut(changed);
}
