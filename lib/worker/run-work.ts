import type { Contact } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { contactRef } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import { contactOfRef } from '../storage/panel-queries';
import { recordHealth } from './connections/health';
import { coverageOfFailure, restsAfter } from './failures';
import { gatherPerson } from './gathering/gather';
import { identify } from './gathering/identify';
import { beginLook, noteHeld } from './history/looks';
import { refreshNotes } from './notes/note-refresh';
import type { WorkerPorts } from './ports';

export interface RunOptions {
  force: boolean;
  only?: string | undefined;
}

/** Who is on screen, and what went wrong in asking when the answer is an older one. */
interface Anchor {
  contact: Contact;
  problem?: Coverage;
}

/**
 * What one run does: finds out who is on screen, gathers the person and reads their notes. `true`
 * when it came to its end, `false` when nobody is on screen or it was aborted.
 */
export async function workFor(
  ports: WorkerPorts,
  screen: ScreenRow,
  options: RunOptions,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const anchor = await anchorOf(ports, screen, options, signal);
    if (anchor === undefined) return false;
    const ref = contactRef(anchor.contact);
    const force = options.force && options.only === undefined;
    await beginLook(ports, ref);
    const notes = refreshNotes(ports, ref, { force, signal });
    notes.catch(() => undefined);
    await gatherPerson(ports, anchor.contact, {
      ...options,
      signal,
      anchorProblem: anchor.problem,
    });
    await noteHeld(ports, ref);
    await notes;
    // Who was found just now may carry notes, or be whom a note waits for.
    await refreshNotes(ports, ref, { force: false, signal });
    return true;
  } catch (error) {
    if (!signal.aborted) throw error;
    return false;
  }
}

async function anchorOf(
  ports: WorkerPorts,
  screen: ScreenRow,
  options: RunOptions,
  signal: AbortSignal,
): Promise<Anchor | undefined> {
  const connection = await ports.database.connections.get(screen.connectionId ?? '');
  if (connection === undefined) return undefined;
  const known = await storedAnchor(ports, screen);
  if (!options.force && restsAfter(screen.problem, ports.now())) {
    return known && { contact: known };
  }
  try {
    const force = options.force && options.only === undefined;
    const { contact, problem } = await identify(ports, connection, screen.context, {
      signal,
      force,
    });
    await settleScreen(ports, screen, contact, problem);
    return contact && { contact };
  } catch (error) {
    signal.throwIfAborted();
    const problem = coverageOfFailure(error, ports.now());
    await recordHealth(ports, connection.id, problem);
    await settleScreen(ports, screen, known, problem);
    // Named by hand, it may be known to another platform, which has no part in this failure.
    const isOwn = known?.connectionId === connection.id;
    return known && { contact: known, ...(isOwn && { problem }) };
  }
}

async function storedAnchor(
  ports: WorkerPorts,
  { anchor }: ScreenRow,
): Promise<Contact | undefined> {
  if (anchor === undefined) return undefined;
  const { connectionId, id } = contactOfRef(anchor);
  return ports.database.contacts.get([connectionId, id]);
}

/** Writes the outcome unless the tab has moved on in the meantime. */
async function settleScreen(
  ports: WorkerPorts,
  screen: ScreenRow,
  contact: Contact | undefined,
  problem: Coverage | undefined,
): Promise<void> {
  const { screens } = ports.database;
  await ports.database.transaction('rw', screens, async () => {
    const now = await screens.get(screen.tabId);
    if (now === undefined || now.subject !== screen.subject) return;
    const anchor = contact && contactRef(contact);
    const phase = anchor === undefined ? 'unknown' : 'identified';
    await screens.put({ ...now, phase, anchor, problem });
  });
}
