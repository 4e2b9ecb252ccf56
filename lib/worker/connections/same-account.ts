import type { Connection } from '../../model/connection';
import type { ConnectionPorts } from './ports';

/** A connection that is kept and leads to the same account. */
export async function connectionToSameAccount(
  { database }: Pick<ConnectionPorts, 'database'>,
  connection: Connection,
): Promise<Connection | undefined> {
  const { platform } = connection;
  const all = await database.connections.where('platform').equals(platform).toArray();
  return all.find((each) => sameAccount(each, connection));
}

/** Whether two connections lead to one account of one helpdesk. */
export function sameAccount(a: Connection, b: Connection): boolean {
  return a.apiOrigin === b.apiOrigin && a.pageOrigin === b.pageOrigin && a.account === b.account;
}
