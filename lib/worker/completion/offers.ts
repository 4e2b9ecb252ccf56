import { completionsOf } from '../../identity/completions';
import { linkedByHand } from '../../identity/linked-by-hand';
import type { OfferedCompletion } from '../../messaging/completion-commands';
import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef } from '../../model/ids';
import type { WorkerPorts } from '../ports';
import { obstacleWords } from './failure-words';
import { joinedContacts } from './joined-contacts';
import { writableFields } from './write-target';

/** Which values of these contacts could be completed from one another, and which known reasons prevent it. */
export async function readCompletions(
  ports: WorkerPorts,
  keys: readonly ContactKey[],
): Promise<OfferedCompletion[]> {
  const { contacts, links, rules, isBorrowed } = await joinedContacts(ports, keys);
  const stored = await ports.database.connections.toArray();
  const connections = new Map(stored.map((connection) => [connection.id, connection]));
  const connectionOf = ({ connectionId }: Pick<Contact, 'connectionId'>) =>
    connections.get(connectionId);
  const byRef = new Map(contacts.map((contact) => [contactRef(contact), contact]));
  const offers = completionsOf(contacts, {
    rules,
    isBorrowed,
    fieldsOf: (contact) => {
      const connection = connectionOf(contact);
      return connection === undefined ? [] : writableFields(ports, connection);
    },
  });
  return offers.flatMap((offer) => {
    const connection = connectionOf(offer.target);
    const target = byRef.get(contactRef(offer.target));
    if (connection === undefined || target === undefined) return [];
    const { label } = ports.definitionOf(connection.platform);
    const problem = ports.apiOf(connection).contactFields?.obstacle?.(target);
    return [
      {
        ...offer,
        isByHand: linkedByHand(contactRef(offer.target), links).has(contactRef(offer.source)),
        obstacle: problem && obstacleWords(problem, label),
      },
    ];
  });
}
