import type { PageContext } from '../../../model/page';

/** What an address of the dashboard shows by itself. */
type ChatwootPageAddress = Pick<PageContext, 'view' | 'account' | 'conversationId' | 'contactId'>;

const ACCOUNT = '^/app/accounts/(?<account>\\d{1,18})';

/** Conversations under every list they can be opened from; the number is per account. */
const conversation = new RegExp(
  `${ACCOUNT}/(?:(?:inbox|team|custom_view)/\\d+/|label/[^/]+/|(?:mentions|unattended|participating)/)?conversations/(?<conversationId>\\d{1,18})/?$`,
);
/** The inbox view since 4.5.0; before, its number was a notification's and identified nobody. */
const inboxView = new RegExp(`${ACCOUNT}/inbox-view/conversation/(?<conversationId>\\d{1,18})/?$`);
const contact = new RegExp(
  `${ACCOUNT}/contacts/(?<contactId>\\d{1,18})(?:/(?:segments|labels)/[^/]+)?/?$`,
);
const elsewhere = new RegExp(`${ACCOUNT}(?:/|$)`);

/**
 * Reads the path of a dashboard page (Chatwoot's router uses the path only, below `/app`). Lists,
 * settings, search and reports show no person; the sign-in pages are `/app/login` and `/app/auth`.
 */
export function readChatwootPageAddress(pathname: string): ChatwootPageAddress {
  if (/^\/app\/(?:login|auth)(?:\/|$)/.test(pathname)) return { view: 'signed-out' };
  for (const pattern of [conversation, inboxView, contact]) {
    const groups = pattern.exec(pathname)?.groups;
    if (groups !== undefined) return { view: 'person', ...groups };
  }
  return { view: 'none', account: elsewhere.exec(pathname)?.groups?.account };
}
