import { type ContactRef, parseContactRef } from '../../model/ids';
import type { NotesFailure } from '../../model/screen';
import { NoteProblem } from '../../platforms/contract/notes';
import { coverageOfFailure } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { type SyncOptions, syncContact } from './sync';

/**
 * Like `syncContact`, for a contact of the person at `anchor`: whether its notes could be read is recorded in
 * that person's source. Returns whether they were.
 */
export async function syncAndRecord(
  ports: WorkerPorts,
  anchor: ContactRef,
  ref: ContactRef,
  options: SyncOptions,
): Promise<boolean> {
  const { isRead, readFailure } = await syncContact(ports, ref, { ...options, beside: anchor });
  if (readFailure !== undefined) await tell(ports, anchor, ref, readFailure);
  else if (isRead) await tell(ports, anchor, ref, undefined);
  return isRead;
}

async function tell(
  ports: WorkerPorts,
  anchor: ContactRef,
  ref: ContactRef,
  failure: unknown,
): Promise<void> {
  const { sources } = ports.database;
  const { connectionId, id: contactId } = parseContactRef(ref);
  const known = await sources.get([anchor, connectionId]);
  // Changing rows keeps the panel from reading, so rows that are right stay untouched.
  if (failure === undefined && (known?.unreadNotes ?? []).length === 0) return;
  const write = async (): Promise<void> => {
    const row = await sources.get([anchor, connectionId]);
    if (row === undefined) return;
    const others = row.unreadNotes?.filter((each) => each.contactId !== contactId) ?? [];
    const own: NotesFailure[] =
      failure === undefined ? [] : [{ contactId, failure: failureOf(failure, ports.now()) }];
    await sources.put({ ...row, unreadNotes: [...others, ...own] });
  };
  await writeWithRoom(ports, () => ports.database.transaction('rw', sources, write));
}

function failureOf(error: unknown, now: number): NotesFailure['failure'] {
  const lacksHandle = error instanceof NoteProblem && error.reason === 'no-handle';
  return lacksHandle ? 'no-handle' : coverageOfFailure(error, now);
}
