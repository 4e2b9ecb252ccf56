import type { Contact } from '../../../lib/model/contact';
import type { Message } from '../../../lib/model/history';

/** A record of somebody. */
export function contact(own: Partial<Contact>): Contact {
  return {
    ...{ connectionId: 'desk', id: 'p1', platform: 'chatwoot', fetchedAt: 0 },
    ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
    ...own,
  };
}

/** A line of a conversation: who, what, and after how many minutes. */
export type Line = readonly [
  who: 'customer' | 'agent' | 'bot' | 'note',
  text: string,
  own?: Partial<Message>,
];

/** The messages of a conversation, a minute apart, called m0, m1, … */
export function told(lines: readonly Line[], conversationId = 'c1'): Message[] {
  return lines.map(([who, text, own], index) => ({
    ...{ connectionId: 'desk', id: `m${index}`, contactId: 'p1', conversationId },
    kind: who === 'note' ? 'note' : 'message',
    direction: directions[who],
    author: { role: roles[who] },
    ...{ text, sentAt: 1_000_000 + index * 60_000, timeQuality: 'exact' },
    ...{ sequence: index, attachments: [] },
    ...own,
  }));
}

const directions = { customer: 'in', agent: 'out', bot: 'out', note: 'none' } as const;
const roles = { customer: 'contact', agent: 'agent', bot: 'bot', note: 'agent' } as const;
