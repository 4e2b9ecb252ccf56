import type { Connection } from '../model/connection';
import type { Contact } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { isFresh } from './freshness';
import type { WorkerPorts } from './ports';

/**
 * Brings one contact's history up to date and says what is held of it. Parts are written as they
 * arrive; `onPart` is told after each. Fresh history is not fetched again unless forced. Throws
 * `TransportError` when the platform fails; what was written until then stays.
 */
export async function loadHistory(
  ports: WorkerPorts,
  connection: Connection,
  contact: Contact,
  options: { signal: AbortSignal; force: boolean; onPart(coverage: Coverage): Promise<void> },
): Promise<Coverage> {
  const api = ports.apiOf(connection);
  if (api.history === undefined) return capturedCoverage(ports, connection);
  const key: [string, string] = [contact.connectionId, contact.id];
  const stored = await ports.database.histories.get(key);
  if (stored !== undefined && !options.force && isFresh(stored.fetchedAt, ports.now())) {
    return stored.coverage;
  }
  let coverage: Coverage = { state: 'complete', dropped: 0, checkedAt: ports.now() };
  for await (const part of api.history(contact, options.signal)) {
    options.signal.throwIfAborted();
    coverage = part.coverage;
    await ports.database.transaction('rw', ['conversations', 'messages', 'histories'], async () => {
      await ports.database.conversations.bulkPut(part.conversations);
      await ports.database.messages.bulkPut(part.messages);
      await ports.database.histories.put({
        connectionId: contact.connectionId,
        contactId: contact.id,
        coverage,
      });
    });
    await options.onPart(coverage);
  }
  await ports.database.histories.put({
    connectionId: contact.connectionId,
    contactId: contact.id,
    coverage,
    fetchedAt: ports.now(),
  });
  return coverage;
}

function capturedCoverage(ports: WorkerPorts, connection: Connection): Coverage {
  return {
    state: 'captured',
    reason: 'api-has-no-history',
    since: connection.createdAt,
    dropped: 0,
    checkedAt: ports.now(),
  };
}
