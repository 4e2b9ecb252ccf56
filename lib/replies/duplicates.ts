import type { Reply } from '../model/reply';
import { fold } from '../text/fold';
import { wordKeys } from './word-index';

/** Responses that are the same, or nearly. */
export interface DuplicateGroup {
  why: 'shortcut' | 'text' | 'similar';
  replies: Reply[];
}

/** Shared words among all words of both: above it two texts differ in details only. */
const LEAST_LIKENESS = 0.8;
const FEWEST_WORDS = 6;
/** How many words of each text, the rarest, are used to find similar texts. */
const RARE_WORDS = 5;
const LARGEST_GROUP = 60;

/**
 * Groups of responses with the same shortcut, the same text (but for case, accents, blanks and
 * signs) or a similar one, over all sources. Deleted ones are left out.
 */
export function findDuplicates(replies: readonly Reply[]): DuplicateGroup[] {
  const live = replies.filter((reply) => reply.deletedAt === undefined);
  const sameText = groups(live, ({ body }) =>
    fold(body)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  );
  const grouped = new Set(sameText.flat());
  const others = live.filter((reply) => !grouped.has(reply));
  return [
    ...groups(live, ({ shortcut }) => fold(shortcut)).map(groupedBy('shortcut')),
    ...sameText.map(groupedBy('text')),
    ...similar(others).map(groupedBy('similar')),
  ];
}

function groupedBy(why: DuplicateGroup['why']) {
  return (replies: Reply[]): DuplicateGroup => ({ why, replies });
}

function groups(replies: readonly Reply[], keyOf: (reply: Reply) => string): Reply[][] {
  const byKey = new Map<string, Reply[]>();
  for (const reply of replies) {
    const key = keyOf(reply);
    if (key === '') continue;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [reply]);
    else group.push(reply);
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}

interface Worded {
  reply: Reply;
  words: ReadonlySet<string>;
}

/** Each response with the first that is like it; comparing all with all would take minutes. */
function similar(replies: readonly Reply[]): Reply[][] {
  const worded = replies
    .map((reply): Worded => ({ reply, words: wordKeys(reply.body) }))
    .filter(({ words }) => words.size >= FEWEST_WORDS);
  const counts = new Map<string, number>();
  for (const { words } of worded) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const byWord = new Map<string, Worded[]>();
  const groupOf = new Map<Worded, Reply[]>();
  for (const each of worded) {
    const rare = rarest(each.words, counts);
    const twin = rare
      .flatMap((word) => byWord.get(word) ?? [])
      .find((other) => isLike(other, each));
    if (twin === undefined) {
      for (const word of rare) addToGroup(byWord, word, each);
    } else {
      const group = groupOf.get(twin) ?? [twin.reply];
      group.push(each.reply);
      groupOf.set(twin, group);
    }
  }
  return [...groupOf.values()];
}

/** Words that only one response has connect it with no other. */
function rarest(words: ReadonlySet<string>, counts: ReadonlyMap<string, number>): string[] {
  return [...words]
    .filter((word) => (counts.get(word) ?? 0) > 1)
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, RARE_WORDS);
}

function addToGroup(byWord: Map<string, Worded[]>, word: string, each: Worded): void {
  const group = byWord.get(word);
  if (group === undefined) byWord.set(word, [each]);
  else if (group.length < LARGEST_GROUP) group.push(each);
}

function isLike(a: Worded, b: Worded): boolean {
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared += 1;
  return shared / (a.words.size + b.words.size - shared) >= LEAST_LIKENESS;
}
