import type { Connection } from '../../model/connection';

const LONGEST_LINK = 2_000;

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

/** A file's address that a person may open: http or https, of a length that can be stored. */
export function attachmentLink(raw: string | undefined, origin: string): string | undefined {
  const url = parseLink(raw, origin);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/**
 * A picture's address that the panel may load by itself: https, or http on the installation's own
 * origin. Chatwoot writes `""` for "no picture".
 */
export function pictureLink(raw: string | undefined, origin: string): string | undefined {
  const url = parseLink(raw, origin);
  const own = url?.protocol === 'http:' && url.origin === origin;
  return url?.protocol === 'https:' || own ? url?.href : undefined;
}

function parseLink(raw: string | undefined, origin: string): URL | undefined {
  if (raw === undefined || raw === '' || !URL.canParse(raw, origin)) return undefined;
  const url = new URL(raw, origin);
  return url.href.length <= LONGEST_LINK && url.username === '' ? url : undefined;
}
