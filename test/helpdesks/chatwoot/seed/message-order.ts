import type { ChatwootSwitches } from '../switches';
import type { Message } from '../tables';

/** A message, and when (epoch ms) it was written into the database, whatever its own time says. */
interface Written {
  message: Message;
  at: number;
}

const tieMs = 20 * 60_000;
const fewest = 4;

/**
 * When each of one conversation's messages, oldest first, was written. Where their times are tied,
 * it changes these too.
 */
export function timesOfWriting(
  messages: readonly Message[],
  order: ChatwootSwitches['messageOrder'],
): Written[] {
  const live = messages.map((message) => ({ message, at: message.createdAt }));
  const last = live.at(-1)?.at ?? 0;
  if (order === 'live' || live.length < fewest) return live;
  if (order === 'tied') {
    for (const { message } of live) message.createdAt -= message.createdAt % tieMs;
    return live;
  }
  const half = Math.floor(live.length / 2);
  const third = Math.floor(live.length / 3);
  if (order === 'imported') {
    return live.map((each, index) => (index < half ? { ...each, at: last + 1 + index } : each));
  }
  if (order === 'backdated') {
    return live.map((each, index) => (index === 0 ? { ...each, at: last + 1 } : each));
  }
  const imported = live.at(-2)?.at ?? last;
  return live.map((each, index) => (index < third ? { ...each, at: imported + 1 } : each));
}
