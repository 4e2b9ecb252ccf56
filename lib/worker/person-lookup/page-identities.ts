import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { contactRef } from '../../model/ids';
import type { PageContext } from '../../model/page';
import { conversationAddress, screenAddress } from '../../model/screen-address';
import type { PlatformDefinition } from '../../platforms/contract/definition';
import { isFresh } from '../freshness';
import { rekeyDecisions } from '../people/decisions';
import type { WorkerPorts } from '../ports';

/** The contact this address stood for when it was last seen; `undefined` for a new one. */
export async function contactOnPage(
  ports: WorkerPorts,
  connectionId: string,
  context: PageContext,
): Promise<Contact | undefined> {
  const address = screenAddress(context);
  if (address === undefined) return undefined;
  const identity = await ports.database.sightings.get([connectionId, address]);
  if (identity === undefined) return undefined;
  return ports.database.contacts.get([connectionId, identity.contactId]);
}

/**
 * Remembers which contact an address stands for. A decision made about the page while nobody knew its contact
 * now applies to the contact.
 */
export async function savePageIdentity(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  contactId: string,
): Promise<void> {
  const address = screenAddress(context);
  if (address === undefined) return;
  await ports.database.sightings.put({
    connectionId: connection.id,
    address,
    contactId,
    hints: hintsKey(ports.definitionOf(connection.platform), context),
    identifiedAt: ports.now(),
  });
  const refOf = (id: string) => contactRef({ connectionId: connection.id, id });
  await rekeyDecisions(ports.database, refOf(address), refOf(contactId));
}

/** Whether the platform said a moment ago, for the same hints, who is at this address. */
export async function isFreshPageIdentity(
  ports: WorkerPorts,
  contact: Contact,
  context: PageContext,
): Promise<boolean> {
  const address = screenAddress(context);
  const identity = await ports.database.sightings.get([contact.connectionId, address ?? '']);
  const hints = hintsKey(ports.definitionOf(contact.platform), context);
  return identity?.hints === hints && isFresh(identity.identifiedAt, ports.now());
}

/** The page's hints in one string, to see whether they changed; empty where they do not matter. */
export function hintsKey(definition: PlatformDefinition, context: PageContext): string {
  if (definition.needsHints !== true) return '';
  const { name, emails, phones } = context.hints;
  return JSON.stringify([name ?? null, emails, phones]);
}

/** The page itself showed which contact its address stands for; that does not mean the platform was asked. */
export async function savePageIdentityFromPage(
  ports: WorkerPorts,
  connection: Connection,
  context: PageContext,
  contactId: string,
): Promise<void> {
  const address = screenAddress(context);
  if (address === undefined) return;
  const { sightings } = ports.database;
  const stored = await sightings.get([connection.id, address]);
  const hints = hintsKey(ports.definitionOf(connection.platform), context);
  const same = stored?.contactId === contactId && stored.hints === hints;
  const identifiedAt = same ? stored.identifiedAt : undefined;
  await sightings.put({ connectionId: connection.id, address, contactId, hints, identifiedAt });
}

/**
 * For conversations that the platform no longer has, forgets which contacts their pages stand for, and lets
 * panels that watch such a page ask again who is there.
 */
export async function forgetConversationPages(
  { database }: Pick<WorkerPorts, 'database'>,
  connectionId: string,
  conversationIds: readonly string[],
): Promise<void> {
  const gone = new Set(conversationIds.map(conversationAddress));
  const keys = [...gone].map((address): [string, string] => [connectionId, address]);
  await database.transaction('rw', database.sightings, database.screens, async () => {
    await database.sightings.bulkDelete(keys);
    await database.screens
      .filter(
        (row) => row.connectionId === connectionId && gone.has(screenAddress(row.context) ?? ''),
      )
      .modify((row) => {
        row.round += 1;
      });
  });
}
