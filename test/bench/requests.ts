import type { StoryConversation, World } from '../helpdesks/world/types';
import { onChatwoot } from '../unit/platforms/emulated';
import { CheckedReader } from '../unit/platforms/history-reader';
import { type Figure, goal } from './report';

const now = Date.UTC(2026, 10, 20, 12);

/** Conversations of one person and their sizes, with the most requests that reading all may take. */
const histories: readonly [what: string, sizes: readonly number[], most: number][] = [
  ['1,000 messages in one conversation', [1_000], 4],
  ['19,996 messages in 60 conversations', sizesOf(60, 19_996), 125],
  ['50,000 messages in one conversation', [50_000], 75],
];

/** How many requests a whole history takes: the first screen, and then all the rest at once. */
export async function benchRequests(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, sizes, most] of histories) {
    const { emulator, records } = onChatwoot(worldOf(sizes));
    const [record] = records;
    if (record === undefined) throw new TypeError('nobody');
    const reader = new CheckedReader(record);
    await reader.read(60);
    if (reader.cursor !== undefined) await reader.read(Number.POSITIVE_INFINITY);
    reader.expectWhole();
    figures.push(goal(`Chatwoot: ${what}`, emulator.log.api().length, 'requests', most));
    emulator.log.clear();
    await reader.look(60);
    const look = emulator.log.api().length;
    figures.push(goal('the same again, nothing new', look, 'requests', Math.ceil(most / 10) + 3));
  }
  return figures;
}

/** This many sizes, from short to long, that add up to `total`. */
function sizesOf(count: number, total: number): number[] {
  const sizes = Array.from({ length: count - 1 }, (_, index) =>
    Math.round(((index + 1) * total * 2) / (count * (count + 1))),
  );
  return [...sizes, total - sizes.reduce((sum, size) => sum + size, 0)];
}

function worldOf(sizes: readonly number[]): World {
  let ago = 5;
  const conversations = sizes.map((size): StoryConversation => {
    const messages = Array.from({ length: size }, () => {
      ago += 7;
      return { ago, from: 'customer' as const, text: `said ${ago} minutes ago` };
    });
    return { channel: 'chat', status: 'open', messages: messages.reverse() };
  });
  const record = { name: 'Mara Thon', email: 'mara@example.test', conversations };
  return { now, agents: [], people: [{ key: 'mara', about: 'writes a lot', chatwoot: [record] }] };
}
