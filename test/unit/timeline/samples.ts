import type { Conversation, Message } from '../../../lib/model/history';

/** A message with everything that must be there; the rest as given. */
export function message(given: Partial<Message> = {}): Message {
  return {
    connectionId: 'cw',
    id: '1',
    contactId: 'ana',
    conversationId: 'c1',
    kind: 'message',
    direction: 'in',
    author: { role: 'contact' },
    text: 'Hello',
    sentAt: 0,
    timeQuality: 'exact',
    sequence: 0,
    attachments: [],
    ...given,
  };
}

/** A conversation with everything that must be there; the rest as given. */
export function conversation(given: Partial<Conversation> = {}): Conversation {
  return { connectionId: 'cw', id: 'c1', contactId: 'ana', status: 'open', ...given };
}
