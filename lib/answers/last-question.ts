import type { Message } from '../model/history';
import { ownWords } from './own-words';
import { isConversation } from './question-and-reply';
import { saysSomething } from './small-talk';

/** What the customer wants to know now. */
export type LastQuestion =
  /** The customer has written nothing, or nothing in words. */
  | { kind: 'none' }
  /** Only a greeting, thanks, or "ok". */
  | { kind: 'small-talk' }
  | { kind: 'question'; text: string; ids: ReadonlySet<string> };

const MOST_MESSAGES = 4;
const LONGEST = 1_500;

/**
 * What the customer wrote since a colleague wrote last, or before that where nothing came since. The
 * messages are of one conversation, in any order.
 */
export function lastQuestion(messages: readonly Message[]): LastQuestion {
  const said = messages
    .filter(isConversation)
    .sort((a, b) => b.sentAt - a.sentAt || b.sequence - a.sequence);
  const newest = said.findIndex(({ direction }) => direction === 'in');
  if (newest === -1) return { kind: 'none' };
  const rest = said.slice(newest);
  const until = rest.findIndex(({ direction }) => direction === 'out');
  const burst = rest.slice(0, until === -1 ? undefined : until).slice(0, MOST_MESSAGES);
  const worded = burst
    .map(({ id, text }) => ({ id, text: ownWords(text) }))
    .filter(({ text }) => text !== '');
  if (worded.length === 0) return { kind: 'none' };
  const saying = worded.filter(({ text }) => saysSomething(text));
  if (saying.length === 0) return { kind: 'small-talk' };
  const text = saying
    .reverse()
    .map((each) => each.text)
    .join('\n')
    .slice(-LONGEST);
  return { kind: 'question', text, ids: new Set(burst.map(({ id }) => id)) };
}
