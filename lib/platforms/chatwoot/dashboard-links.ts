import type { Connection } from '../../model/connection';

/** Address of a contact's page in the dashboard. */
export function contactLink(connection: Connection, contactId: string): string | undefined {
  return dashboardLink(connection, `contacts/${encodeURIComponent(contactId)}`);
}

/** Address of a conversation in the dashboard; `conversationId` is its number in the account. */
export function conversationLink(
  connection: Connection,
  conversationId: string,
): string | undefined {
  return dashboardLink(connection, `conversations/${encodeURIComponent(conversationId)}`);
}

function dashboardLink(connection: Connection, path: string): string | undefined {
  if (connection.account === undefined) return undefined;
  const account = encodeURIComponent(connection.account);
  return `${connection.pageOrigin}/app/accounts/${account}/${path}`;
}
