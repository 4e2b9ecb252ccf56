import type { Contact } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { contactRef, parseContactRef } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import { recordHealth } from './connections/health';
import { coverageOfFailure } from './failure-coverage';
import { isPausedByFailure } from './failure-pause';
import { beginVisit, recordNewestStored } from './history/record-visits';
import { refreshNotes } from './notes/refresh';
import { identifyOnScreen } from './person-lookup/identify';
import { lookUpPerson } from './person-lookup/look-up-person';
import { contactOnPage } from './person-lookup/page-identities';
import type { WorkerPorts } from './ports';

export interface TabLoadOptions {
  force: boolean;
  only?: string | undefined;
}

/** The person on screen, and what went wrong in asking when the answer is an older one. */
interface Anchor {
  contact: Contact;
  problem?: Coverage;
}

/**
 * What one load does: finds out who is on screen, looks the person up and reads their notes. `true`
 * when it came to its end, `false` when nobody is on screen or it was aborted.
 */
export async function loadTab(
  ports: WorkerPorts,
  screen: ScreenRow,
  options: TabLoadOptions,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const anchor = await anchorOf(ports, screen, options, signal);
    if (anchor === undefined) return false;
    const ref = contactRef(anchor.contact);
    const isOnPage = async () => (await refOnPage(ports, screen)) === ref;
    const wasOnPage = await isOnPage();
    const force = options.force && options.only === undefined;
    await beginVisit(ports, ref);
    const notes = refreshNotes(ports, ref, { force, signal });
    const lookup = lookUpPerson(ports, anchor.contact, {
      ...options,
      signal,
      anchorProblem: anchor.problem,
    });
    // What is erased after an abort must not be written again: the load ends with the last of both.
    await Promise.allSettled([lookup, notes]);
    await lookup;
    await recordNewestStored(ports, ref);
    await notes;
    // The contact on screen was found to be gone: who is there now has to be found out anew.
    if (wasOnPage && !(await isOnPage())) return await loadTab(ports, screen, options, signal);
    // The contacts just found may have notes, or be the ones that a note waits for.
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
  options: TabLoadOptions,
  signal: AbortSignal,
): Promise<Anchor | undefined> {
  const connection = await ports.database.connections.get(screen.connectionId ?? '');
  if (connection === undefined) return undefined;
  const known = await storedAnchor(ports, screen);
  // There is no page to ask about.
  if (screen.isOpenedByHand === true) return known && { contact: known };
  if (!options.force && isPausedByFailure(screen.problem, ports.now())) {
    return known && { contact: known };
  }
  try {
    const force = options.force && options.only === undefined;
    const { contact, problem } = await identifyOnScreen(ports, connection, screen.context, {
      signal,
      force,
    });
    await saveIdentified(ports, screen, contact, problem);
    return contact && { contact };
  } catch (error) {
    signal.throwIfAborted();
    const problem = coverageOfFailure(error, ports.now());
    await recordHealth(ports, connection.id, problem);
    await saveIdentified(ports, screen, known, problem);
    // A contact named by hand may be on another platform, which has no part in this failure.
    const isOwn = known?.connectionId === connection.id;
    return known && { contact: known, ...(isOwn && { problem }) };
  }
}

async function storedAnchor(
  ports: WorkerPorts,
  { anchor }: ScreenRow,
): Promise<Contact | undefined> {
  if (anchor === undefined) return undefined;
  const { connectionId, id } = parseContactRef(anchor);
  return ports.database.contacts.get([connectionId, id]);
}

/** Writes the outcome unless the tab has moved on in the meantime. */
async function saveIdentified(
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

/** `contactRef` of whom the tab's address is known to stand for. */
async function refOnPage(ports: WorkerPorts, { connectionId, context }: ScreenRow) {
  const contact = await contactOnPage(ports, connectionId ?? '', context);
  return contact && contactRef(contact);
}
