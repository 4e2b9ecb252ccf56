import type { ScreenRow } from './screen';
import { conversationAddress } from './screen-address';

/**
 * Under what a text for the conversation on screen is kept: the tab's subject, followed by the conversation
 * where the subject names only the contact, who may have several.
 */
export function draftSubject({ subject, context }: Pick<ScreenRow, 'subject' | 'context'>): string {
  const { contactId, conversationId } = context;
  if (contactId === undefined || conversationId === undefined) return subject;
  // No subject has a line feed: it is a list as JSON writes it.
  return `${subject}\n${conversationAddress(conversationId)}`;
}
