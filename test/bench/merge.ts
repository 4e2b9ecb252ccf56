import type { Conversation, Message } from '../../lib/model/history';
import { noFilters } from '../../lib/timeline/filters';
import { buildTimeline } from '../../lib/timeline/timeline-builder';
import { type Figure, goal, median, peer, timeOf } from './report';

const PLATFORMS = 4;
const MESSAGES = 2_500;

/** Building the timeline of 4 × 2,500 messages, against its goal and a bare sort of the same items. */
export function benchMerge(): Figure[] {
  const conversations: Conversation[] = [];
  const messages: Message[] = [];
  for (let platform = 0; platform < PLATFORMS; platform += 1) {
    for (let index = 0; index < MESSAGES; index += 1) {
      messages.push(message(`c${platform}`, index, platform));
    }
    for (let index = 0; index < MESSAGES / 50; index += 1) {
      conversations.push({
        connectionId: `c${platform}`,
        id: `k${index}`,
        contactId: 'p',
        status: 'open',
      });
    }
  }
  const platforms = new Map(
    Array.from({ length: PLATFORMS }, (_, index) => [`c${index}`, `p${index}`]),
  );
  const build = () => buildTimeline({ conversations, messages, platforms, filters: noFilters });
  const sort = () => [...messages].sort((a, b) => b.sentAt - a.sentAt);
  const taken = time(build);
  return [
    goal('merge of 4 × 2,500 messages', taken, 'ms', 30),
    peer(taken, 'ms', 'a bare Array.sort of them', time(sort)),
  ];
}

function message(connectionId: string, index: number, shift: number): Message {
  return {
    connectionId,
    id: String(index),
    contactId: 'p',
    conversationId: `k${Math.floor(index / 50)}`,
    kind: 'message',
    direction: index % 2 === 0 ? 'in' : 'out',
    author: { role: 'contact' },
    text: `message ${index}`,
    sentAt: 1_700_000_000_000 + index * 3_600_000 + shift * 60_000,
    timeQuality: 'exact',
    sequence: index,
    attachments: [],
  };
}

function time(work: () => unknown): number {
  return median(Array.from({ length: 15 }, () => timeOf(work)).slice(5));
}
