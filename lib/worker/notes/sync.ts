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
  /** `contactRef` of the contact on screen for whose person it is read. */
  beside?: ContactRef | undefined;
}

/** What came of it. */
interface SyncOutcome {
  isRead: boolean;
  /** Why what is there could not be read, where that was tried. */
  readFailure?: unknown;
}

/**
 * Brings one contact's notes and their copies on its platform to agree: merges what is there,
 * then writes what is due. The one place that does so; never twice at once for a contact. Failures
 * are kept in the replicas that were due. Rejects only when aborted or when the database fails.
 */
export async function syncContact(
  ports: WorkerPorts,
  ref: ContactRef,
  options: SyncOptions,
): Promise<SyncOutcome> {
  const sync = async () => {
    const found = await copyTargetOf(ports, ref);
    if (found === undefined) {
      await recordContactGone(ports, ref);
      return { isRead: false };
    }
    const target = { ...found, beside: options.beside };
    let read = options.read;
    for (let pass = 1; ; pass += 1) {
      const last = pass === mostPasses;
      const attempt = new SyncPass(ports, target, options.signal, last);
      const outcome = await attempt.run(read);
      const { readFailure } = attempt;
      if (outcome !== 'again') return { isRead: outcome === 'read', readFailure };
      read = true;
    }
  };
  return withLock(ports.database, `notes ${ref}`, sync, options.signal);
}
