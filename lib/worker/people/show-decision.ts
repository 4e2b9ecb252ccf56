import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef } from '../../model/ids';
import { contactOfRef } from '../../storage/panel-queries';
import { JoinedContacts } from '../gathering/joined-contacts';
import { settlePerson } from '../gathering/settle-person';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import { linkedContacts } from './links';
import { peopleRules } from './people-rules';

/**
 * Shows a decision at once by what is stored, before any platform is asked: who left the person of
 * this anchor (a `contactRef`) goes, and who of the `concerned` belongs to it comes.
 */
export async function showDecision(
  ports: WorkerPorts,
  anchor: string,
  concerned: readonly ContactKey[],
): Promise<void> {
  const { contacts } = ports.database;
  const keys = [contactOfRef(anchor), ...concerned];
  const [first, ...others] = await contacts.bulkGet(
    keys.map(({ connectionId, id }): [string, string] => [connectionId, id]),
  );
  if (first === undefined) return;
  const joined = new JoinedContacts(ports, first, await peopleRules(ports));
  await joined.admit(others.filter((contact) => contact !== undefined));
  await joined.admit(await linkedContacts(ports.database, keys.map(contactRef), [anchor]));
  const arrived = await settlePerson(ports, joined);
  await writeWithRoom(ports, () => addToSources(ports, anchor, arrived));
}

async function addToSources(
  { database, now }: WorkerPorts,
  anchor: string,
  arrived: readonly Contact[],
): Promise<void> {
  await database.transaction('rw', database.sources, async () => {
    for (const { connectionId, id } of arrived) {
      const row = await database.sources.get([anchor, connectionId]);
      await database.sources.put({
        anchor,
        connectionId,
        phase: row?.phase ?? 'loading',
        coverage: row?.coverage,
        contactIds: [...(row?.contactIds ?? []), id],
        updatedAt: now(),
      });
    }
  });
}
