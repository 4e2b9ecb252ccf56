import { agents } from './agents';
import type { StoryConversation, StoryMessage, StoryRecord, World } from './types';

/** How many messages somebody has on each platform. */
export interface LongHistoryCounts {
  chatwoot: number;
  kustomer: number;
  chaport: number;
  chatra: number;
}

export const tenThousand: LongHistoryCounts = {
  chatwoot: 3_300,
  kustomer: 3_300,
  chaport: 3_200,
  chatra: 200,
};

export const LONG_HISTORY_PERSON = 'marathon';

/** Another person in the same world, with few messages. */
export const SHORT_HISTORY_PERSON = 'sprint';

/** Minutes between two messages on one platform. */
const spacing = 37;

/**
 * A world with one person who wrote this many messages over four platforms, each with a text of its own, so
 * that a test can tell whether each was seen exactly once and in order.
 */
export function createLongHistory(now: number, counts: LongHistoryCounts): World {
  const { chatwoot, kustomer, chaport, chatra } = counts;
  return {
    now,
    agents: agents.map((agent) => ({ ...agent })),
    people: [
      {
        key: LONG_HISTORY_PERSON,
        about: 'Thousands of messages over four platforms.',
        chatwoot: [record('chatwoot', chatwoot, 110, 0)],
        kustomer: [record('kustomer', kustomer, 110, 9)],
        chaport: [record('chaport', chaport, 100, 18)],
        chatra: [record('chatra', chatra, chatra, 27)],
      },
      {
        key: SHORT_HISTORY_PERSON,
        about: 'A few messages on one platform.',
        chatwoot: [
          { ...record('sprint', 6, 6, 3), name: 'Sprint Er', email: 'sprint.er@example.test' },
        ],
      },
    ],
  };
}

/** The text of one message: `<platform> <number, 00000 is the newest>`. */
export function longHistoryText(platform: string, index: number): string {
  return `${platform} ${String(index).padStart(5, '0')}`;
}

function record(
  platform: string,
  count: number,
  perConversation: number,
  shift: number,
): StoryRecord {
  const conversations: StoryConversation[] = [];
  for (let from = 0; from < count; from += perConversation) {
    const size = Math.min(perConversation, count - from);
    const messages = Array.from({ length: size }, (_, index) =>
      message(platform, from + index, shift),
    );
    conversations.push({
      channel: 'chat',
      status: from === 0 ? 'open' : 'resolved',
      messages: messages.reverse(),
    });
  }
  return { name: 'Mara Thon', email: 'mara.thon@example.test', conversations };
}

function message(platform: string, index: number, shift: number): StoryMessage {
  const text = longHistoryText(platform, index);
  const ago = index * spacing + shift + 5;
  return index % 2 === 0
    ? { ago, from: 'customer', text }
    : { ago, from: 'agent', agent: agents[0]?.key ?? 'lena', text };
}
