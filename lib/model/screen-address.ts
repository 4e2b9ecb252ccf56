import { type ContactRef, contactRef } from './ids';
import type { PageContext } from './page';
import type { ScreenRow } from './screen';

/**
 * What a helpdesk page shows, as one string that stays the same for the same conversation:
 * `contact:<id>` or `conversation:<id>`; `undefined` when no person is on screen.
 */
export function screenAddress(context: PageContext): string | undefined {
  if (context.view !== 'person') return undefined;
  if (context.contactId !== undefined) return `contact:${context.contactId}`;
  if (context.conversationId !== undefined) return conversationAddress(context.conversationId);
  return undefined;
}

/** A conversation of a helpdesk, as the address of its page. */
export function conversationAddress(id: string): string {
  return `conversation:${id}`;
}

/**
 * What stands for the contact on screen, in the form of a `contactRef`, as long as nobody can tell
 * who that is: a person may still say so.
 */
export function addressRef(
  screen: Pick<ScreenRow, 'connectionId' | 'context'>,
): ContactRef | undefined {
  const id = screenAddress(screen.context);
  const { connectionId } = screen;
  return connectionId === undefined || id === undefined
    ? undefined
    : contactRef({ connectionId, id });
}

/** Whether a `contactRef` stands for what a page showed; no platform's own ids begin so. */
export function isAddressRef(ref: ContactRef): boolean {
  return /^[^/]+\/(contact|conversation):/.test(ref);
}
