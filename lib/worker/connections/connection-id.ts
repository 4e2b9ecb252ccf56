import type { Connection } from '../../model/connection';
import type { WorkerPorts } from '../ports';

/**
 * The id of a new connection: the same whenever the same account is connected, so that what was
 * decided and noted about its contacts holds again after the connection was removed. `otherwise`
 * where another connection has that id already.
 */
export async function idOfAccount(
  { database }: Pick<WorkerPorts, 'database'>,
  connection: Connection,
  otherwise: string,
): Promise<string> {
  const { platform, apiOrigin, pageOrigin, account } = connection;
  const text = JSON.stringify([apiOrigin, pageOrigin, account ?? null]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = [...new Uint8Array(digest, 0, 8)];
  const id = `${platform}-${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return (await database.connections.get(id)) === undefined ? id : otherwise;
}
