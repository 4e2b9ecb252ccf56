import type { Conversation } from '../model/history';
import { fold } from '../text/fold';
import { conversationHeading } from './conversation-heading';
import type { TimelineItem } from './listed-message';
import type { TimelineRow } from './timeline-rows';

/** Folded once per stored conversation: the same ones come back at every key press. */
const headings = new WeakMap<Conversation, string>();

/** Keys of the found items' rows, and of headings that contain every term, in the order of the rows. */
export function matchingKeys(
  rows: readonly TimelineRow[],
  terms: readonly string[],
  found: ReadonlySet<TimelineItem>,
): string[] {
  if (terms.length === 0) return [];
  const keys: string[] = [];
  for (const row of rows) {
    const isFound = row.kind === 'item' ? found.has(row.message) : isTitled(row, terms);
    if (isFound) keys.push(row.key);
  }
  return keys;
}

function isTitled(row: TimelineRow, terms: readonly string[]): boolean {
  if (row.kind !== 'conversation' || row.conversation === undefined) return false;
  const { conversation } = row;
  const words = headings.get(conversation) ?? wordsOf(conversation);
  headings.set(conversation, words);
  return terms.every((term) => words.includes(term));
}

function wordsOf(conversation: Conversation): string {
  const { title, context } = conversationHeading(conversation);
  return fold([title, ...context].join('\n'));
}
