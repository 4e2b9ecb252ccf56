import { isNotFound, TransportError } from '../../http/transport-error';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { PageContext } from '../../model/page';
import { addressRef } from '../../model/screen-address';
import { moveIfKnown, moveToMergeTarget } from '../people/follow-merge';
import { linkedToPage } from '../people/linked-contacts';
import { peopleRules } from '../people/rules';
import type { WorkerPorts } from '../ports';
import { findContacts } from './find-contacts';
import { contactOnPage, isFreshPageIdentity, savePageIdentity } from './page-identities';
import { tellApart } from './tell-apart';
import { upsertContact } from './upsert-contact';

export type WhoIsOnScreen =
  | { contact: Contact; problem?: undefined }
  | { contact?: undefined; problem: Coverage };

/**
 * Finds out the contact on screen, from the store while fresh, else from the platform, else by what a person
 * set for this page; remembers the platform's answer for the address. Throws `TransportError` when the
 * platform fails.
 */
export async function identifyOnScreen(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  options: { signal: AbortSignal; force: boolean },
): Promise<WhoIsOnScreen> {
  const stored = await contactOnPage(ports, connection.id, context);
  if (
    stored !== undefined &&
    !options.force &&
    (await isFreshPageIdentity(ports, stored, context))
  ) {
    return { contact: stored };
  }
  const api = ports.apiOf(connection);
  const answer = await api.identify(context, options.signal);
  options.signal.throwIfAborted();
  if (answer.kind === 'unknown') return linkedByHandOr(ports, connection, context, answer.coverage);
  if (answer.kind === 'contact') {
    const contact = await upsertContact(ports, connection, answer.contact);
    if (context.contactId !== undefined && context.contactId !== contact.id) {
      // The platform answers for an old id with the contact into which it was merged.
      await moveIfKnown(ports, { connectionId: connection.id, id: context.contactId }, contact);
    } else if (stored !== undefined && stored.id !== contact.id) {
      await followIfMerged(ports, connection, { before: stored, contact }, options.signal);
    }
    await savePageIdentity(ports, connection, context, contact.id);
    return { contact };
  }
  const found = await findContacts(ports, connection, answer.identifiers, {
    ...options,
    rules: await peopleRules(ports),
    storedOnly: false,
    onProgress: async () => undefined,
  });
  const contact = await tellApart(api, found.contacts, context, options.signal);
  if (contact === undefined) {
    const why: Coverage =
      found.contacts.length === 0
        ? found.coverage
        : { state: 'unknown-identity', reason: 'several-fit', dropped: 0, checkedAt: ports.now() };
    return linkedByHandOr(ports, connection, context, why);
  }
  await savePageIdentity(ports, connection, context, contact.id);
  return { contact };
}

/**
 * The page of a conversation shows another contact than before. Where that one is gone, it was merged into
 * this one; later nothing would tell, once the conversation is stored as this one's.
 */
async function followIfMerged(
  ports: WorkerPorts,
  connection: Connection,
  { before, contact }: Record<'before' | 'contact', Contact>,
  signal: AbortSignal,
): Promise<void> {
  const { contactFields, findMergeTarget } = ports.apiOf(connection);
  if (contactFields === undefined || findMergeTarget === undefined) return;
  try {
    await contactFields.read(before, signal);
  } catch (error) {
    if (isNotFound(error)) await moveToMergeTarget(ports, before, contact);
    // Whatever else was answered, the contact is there.
    else if (!(error instanceof TransportError) || error.failure !== 'not-json') throw error;
  }
}

async function linkedByHandOr(
  { database }: WorkerPorts,
  { id: connectionId }: Connection,
  context: PageContext,
  problem: Coverage,
): Promise<WhoIsOnScreen> {
  const pageRef = addressRef({ connectionId, context });
  const contact = pageRef === undefined ? undefined : await linkedToPage(database, pageRef);
  return contact === undefined ? { problem } : { contact };
}
