import { withLock } from '../../async/with-lock';
import type { ContactRef } from '../../model/ids';
import type { WorkerPorts } from '../ports';
import { copyTargetOf } from './copy-target';
import { recordContactGone } from './record-outcome';
import { SyncPass } from './sync-pass';

/** How often it is started over when somebody else writes at the same moment. */
const mostPasses = 3;

export interface SyncOptions {
  signal: AbortSignal;
  /** Read what is there though nothing is due. */
  read: boolean;
}

/**
 * Brings one contact's notes and their copies on its platform to agree: merges what is there,
 * then writes what is due. The one place that does so; never twice at once for a contact. Failures
 * are kept in the replicas that were due. Returns whether the platform was read. Rejects only when
 * aborted or when the database fails.
 */
export async function syncContact(
  ports: WorkerPorts,
  ref: ContactRef,
  options: SyncOptions,
): Promise<boolean> {
  const sync = async () => {
    const target = await copyTargetOf(ports, ref);
    if (target === undefined) {
      await recordContactGone(ports, ref);
      return false;
    }
    let read = options.read;
    for (let pass = 1; ; pass += 1) {
      const last = pass === mostPasses;
      const outcome = await new SyncPass(ports, target, options.signal, last).run(read);
      if (outcome !== 'again') return outcome === 'read';
      read = true;
    }
  };
  return withLock(ports.database, `notes ${ref}`, sync, options.signal);
}
