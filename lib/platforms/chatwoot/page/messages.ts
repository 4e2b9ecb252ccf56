/** The list of messages, and the parts of the page that show or quote what somebody wrote. */
const written =
  '.conversation-panel, .reply-box, [id^="message"], blockquote, [contenteditable], [class^="prose"], [class*=" prose"], .contact-note, .conversations-list';

/**
 * Whether this is inside what somebody wrote. Messages are Markdown or letters in HTML: headings, links
 * and elements of any name in there are the customer's, not the dashboard's.
 */
export function isSaidInChatwoot(element: Element): boolean {
  return element.parentElement?.closest(written) != null;
}

/**
 * What distinguishes the messages of one conversation from another's: their ids, which only the page
 * gives.
 */
export function chatwootMessageIds(panel: Element): string[] {
  return [...panel.querySelectorAll('[id^="message"]')].flatMap(({ id, parentElement }) => {
    const isOwn = /^message-?\d+$/.test(id) && parentElement?.closest('[id^="message"]') == null;
    return isOwn ? [id] : [];
  });
}
