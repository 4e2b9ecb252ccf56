import { NoteProblem } from '../../platforms/contract/notes';
import { inTurn } from '../in-turn';
import type { WorkerPorts } from '../ports';
import { targetOf } from './note-place';
import { dueAt } from './note-plan';
import { NoteRound } from './note-round';
import { settleFailure } from './note-settling';

/** How often it is begun anew when somebody else writes at the same moment. */
const mostRounds = 3;

export interface SyncOptions {
  signal: AbortSignal;
  /** Read what is there though nothing is due. */
  read: boolean;
}

/**
 * Brings one contact's notes and their copies on its platform to agree: takes in what is there,
 * then writes what is due. The one place that does so; never twice at once for a contact. Failures
 * are kept in the replicas that were due. Returns whether the platform was read. Rejects only when
 * aborted or when the database fails.
 */
export async function syncContact(
  ports: WorkerPorts,
  ref: string,
  options: SyncOptions,
): Promise<boolean> {
  return inTurn(ports.database, `notes ${ref}`, options.signal, async () => {
    const target = await targetOf(ports, ref);
    if (target === undefined) {
      const due = await dueAt(ports.database, ref, ports.now());
      await settleFailure(ports, due, new NoteProblem('no-contact'));
      return false;
    }
    let read = options.read;
    for (let round = 1; ; round += 1) {
      const last = round === mostRounds;
      const outcome = await new NoteRound(ports, target, options.signal, last).run(read);
      if (outcome !== 'again') return outcome === 'read';
      read = true;
    }
  });
}
