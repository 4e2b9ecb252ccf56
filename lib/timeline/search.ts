import type { Conversation, Message } from '../model/history';
import { fold } from '../text/fold';
import type { TimelineRow } from './rows';

/** Parts of one haystack are kept apart by what nobody can type. */
const border = '\u0000';

/** Folded once per stored object: the same ones come back at every key press. */
const haystacks = new WeakMap<Message | Conversation, string>();

/** Keys of the rows in which every term is found, in the order of the rows. */
export function matchingKeys(rows: readonly TimelineRow[], terms: readonly string[]): string[] {
  if (terms.length === 0) return [];
  const keys: string[] = [];
  for (const row of rows) {
    const haystack = haystackOf(row);
    if (terms.every((term) => haystack.includes(term))) keys.push(row.key);
  }
  return keys;
}

/**
 * Folds rows beforehand, from the one at `start` on, until `isOver` says so. Returns where it stopped:
 * the number of rows when all are ready.
 */
export function prepareSearch(
  rows: readonly TimelineRow[],
  start: number,
  isOver: () => boolean,
): number {
  for (let index = start; index < rows.length; index += 1) {
    if (isOver()) return index;
    const row = rows[index];
    if (row !== undefined) haystackOf(row);
  }
  return rows.length;
}

function haystackOf(row: TimelineRow): string {
  const source = row.kind === 'item' ? row.message : conversationOf(row);
  if (source === undefined) return '';
  let haystack = haystacks.get(source);
  if (haystack === undefined) {
    haystack = fold(readable(source).join(border));
    haystacks.set(source, haystack);
  }
  return haystack;
}

function conversationOf(row: TimelineRow): Conversation | undefined {
  return row.kind === 'conversation' ? row.conversation : undefined;
}

/** What a person can read of it in the panel; a deleted message's text is not shown, so not found. */
function readable(source: Message | Conversation): string[] {
  if (!('text' in source)) return [source.subject ?? source.channel ?? ''];
  const author = source.kind === 'activity' ? '' : (source.author.name ?? '');
  if (source.deleted === true) return [author];
  const names = source.attachments.map((attachment) => attachment.name);
  return [source.text, source.subject ?? '', author, ...names];
}
