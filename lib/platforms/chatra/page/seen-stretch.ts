import type { CapturedItem } from '../../../model/page';
import { longestCapture } from './capture';

/** What was read of a list, and how far (px) from the top of all that can be scrolled to. */
export interface PlacedItem {
  top: number;
  item: CapturedItem;
}

/** The whole of what can be scrolled through. */
export interface ScrolledList {
  conversationId: string;
  /** Height in px of all that can be scrolled through, and of what is drawn of it. */
  height: number;
  drawn: number;
}

/** A list that draws less than this share of its height keeps only what is near the window. */
const wholeShare = 0.8;

/** Places that differ by less than this (px) are one place. */
const samePlace = 2;

/**
 * Remembers what a list drew before, where it draws only what is near the window: for two equal messages
 * only the place shows that they are two. Forgets it all when the list grows or another conversation
 * comes, since places then mean something else.
 */
export class SeenStretch {
  #conversationId = '';
  #height = 0;
  #seen: readonly PlacedItem[] = [];

  /** All that was seen of the list, in order, with `afterGap` where what lies between was not. */
  add(list: ScrolledList, shown: readonly PlacedItem[]): CapturedItem[] {
    const isOther =
      list.conversationId !== this.#conversationId ||
      Math.abs(list.height - this.#height) > samePlace ||
      list.drawn > list.height * wholeShare;
    this.#conversationId = list.conversationId;
    this.#height = list.height;
    this.#seen = (isOther ? shown : joined(this.#seen, shown)).slice(-longestCapture);
    return this.#seen.map(({ item }) => item);
  }
}

function joined(before: readonly PlacedItem[], shown: readonly PlacedItem[]): PlacedItem[] {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [...before];
  const above = before.filter(({ top }) => top < first.top - samePlace);
  const [next, ...below] = before.filter(({ top }) => top > last.top + samePlace);
  const knownAt = (top: number) => before.find((each) => Math.abs(each.top - top) <= samePlace);
  const knownFirst = knownAt(first.top);
  const isApart = above.length > 0 && (knownFirst?.item.afterGap ?? knownFirst === undefined);
  const middle = [isApart ? withGap(first) : first, ...shown.slice(1)];
  if (next === undefined) return [...above, ...middle];
  return [...above, ...middle, knownAt(last.top) === undefined ? withGap(next) : next, ...below];
}

function withGap({ top, item }: PlacedItem): PlacedItem {
  return { top, item: { ...item, afterGap: true } };
}
