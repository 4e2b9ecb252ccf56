import type { Reply } from '../model/reply';
import { joinSentences } from '../text/join-sentences';
import { lostParts, notKeptWords } from './lost-parts';
import type { Skipped } from './reply-file';
import { type ReplyPart, replyPartWord } from './reply-parts';

/** Says of a row what a response has now and would have no longer; empty where nothing goes. */
export function importLosses(row: number, before: Reply, after: Reply): Skipped[] {
  const kept = lostParts(after);
  const lost: ReplyPart[] = lostParts(before).filter((part) =>
    // Without a title in the file, the shortcut takes its place.
    part === 'title' ? after.title === after.shortcut : !kept.includes(part),
  );
  if (before.shortcut !== '' && after.shortcut === '') lost.push('shortcut');
  if (lost.length === 0) return [];
  return [{ row, name: after.title, why: notKeptWords(lost.map(replyPartWord)) }];
}

/** All that is told, in the order of the file and once for each row. */
export function inOneForEachRow(told: readonly Skipped[]): Skipped[] {
  const byRow = new Map<number, Skipped>();
  for (const each of told) {
    const why = joinSentences(byRow.get(each.row)?.why, each.why);
    byRow.set(each.row, { ...each, why });
  }
  return [...byRow.values()].sort((a, b) => a.row - b.row);
}
