import type { WalkProof } from './coverage';
import type { CapturedItem, PageContext } from './page';

/** Why the walk through a conversation ended before its first message was proven to be read. */
export const walkStops = [
  /** Nothing came, and this list never brought anything when it was scrolled by itself. */
  'unproven',
  /** The page said that it was fetching, for longer than anybody waits. */
  'still-loading',
  /** The list moved so that what it showed could not be joined to the rest. */
  'torn',
  'too-long',
  'no-list',
  'cancelled',
  /** A key, the wheel, a finger or the mouse on the page. */
  'agent',
  'other-conversation',
  'hidden',
  /** The page was left, or its script is gone. */
  'page-gone',
  /** This browser could not keep what was read. */
  'not-kept',
] as const;
export type WalkStop = (typeof walkStops)[number];

/** What ends a walk from outside, at once. */
export type WalkInterruption = Extract<WalkStop, 'cancelled' | 'agent' | 'hidden' | 'page-gone'>;

/** What a page tells of the walk through its list of messages, from the newest to the first. */
export interface WalkReport {
  platform: PageContext['platform'];
  conversationId: string;
  /** Messages read so far. */
  count: number;
  /** The oldest of them: when that was, the worker works out. */
  oldest?: CapturedItem | undefined;
  /** Absent while the walk goes on. */
  end?: WalkProof | WalkStop | undefined;
}

/** How far the walk in a tab is, as the panel shows it. */
export interface WalkState extends Pick<WalkReport, 'conversationId' | 'count' | 'end'> {
  /** Epoch ms of the oldest message read so far, where the page tells. */
  reachesBackTo?: number | undefined;
  /** Epoch ms of the last word from the page. */
  heardAt: number;
}

export function isWalkProof(end: WalkReport['end']): end is WalkProof {
  return end === 'start-mark' || end === 'nothing-older' || end === 'all-in-sight';
}
