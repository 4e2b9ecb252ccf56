import * as v from 'valibot';
import type { Reply, ReplyContent } from './reply';

/**
 * What is done to many responses at once. `publish`: put into another source; `move`: the same, and
 * deleted where they were; `tag`: tags put on and taken off.
 */
export const bulkKindSchema = v.picklist(['publish', 'move', 'tag', 'remove']);
export type BulkKind = v.InferOutput<typeof bulkKindSchema>;

/**
 * Where one response of a run is. `same`: nothing to do; `refused`: known before that it cannot be
 * done; `open`: to be done; `done`; `left`: found to be different and left alone, or not taken;
 * `undone`; `kept`: not taken back, because somebody changed it since.
 */
export const bulkItemStates = [
  'same',
  'refused',
  'open',
  'done',
  'left',
  'undone',
  'kept',
] as const;
export type BulkItemState = (typeof bulkItemStates)[number];

/** What is done to a response in its source. */
export type BulkAct = 'change' | 'add' | 'remove';

/** One response of a run. Everything that is needed to go on, and to take it back, is in it. */
export interface BulkItemRow {
  run: string;
  /** In the order in which they are done: what is changed comes right after the source was read. */
  position: number;
  /** The source that is written to. */
  source: string;
  act: BulkAct;
  state: BulkItemState;
  /** For a person. */
  name: string;
  /** What is written. */
  content?: ReplyContent | undefined;
  /** What is changed or deleted, as the preview showed it. */
  base?: Reply | undefined;
  /** What the source does not keep of it. */
  lost: string[];
  /** The code that it gets there, where that is not its own letter for letter. */
  code?: string | undefined;
  /** A sentence: why it is refused, left or kept. */
  why?: string | undefined;
  /** Position of the item that must have been done before. */
  needs?: number | undefined;
  /** Position of the item that deletes what this one is moved from. */
  neededBy?: number | undefined;
  /** True from right before it is sent: what is there afterwards may be its doing. */
  isSent?: boolean | undefined;
  /** How often it was tried in vain. */
  tries?: number | undefined;
  /** As the source had it after the change. */
  after?: Reply | undefined;
}

/** A change of many responses: what it is to do, and how far it is. */
export interface BulkRunRow {
  id: string;
  kind: BulkKind;
  /** Where responses are put; absent where each is changed in its own source. */
  target?: string | undefined;
  /** All sources that are written to. */
  sources: string[];
  /** `planned`: nothing is done before somebody says so; `stopped`: not all of it is done. */
  state: 'planned' | 'running' | 'stopped' | 'ended';
  /** Whether it is being done or taken back. */
  phase: 'do' | 'undo';
  counts: Record<BulkItemState, number>;
  /** Of those to be done, what is done to them. */
  acts: Record<BulkAct, number>;
  /** A sentence: why it stopped, or waits. */
  message?: string | undefined;
  /** Epoch ms: it goes on then. */
  retryAt?: number | undefined;
  /** Tries in vain since the last success. */
  failures: number;
  /** Epoch ms. */
  createdAt: number;
}

/** How far a run is. */
export interface BulkProgress {
  done: number;
  total: number;
}

/** How many of those that are to be done (or taken back) have been dealt with. */
export function bulkProgress({ counts, phase }: BulkRunRow): BulkProgress {
  if (phase === 'undo') {
    const done = counts.undone + counts.kept;
    return { done, total: done + counts.done };
  }
  const done = counts.done + counts.left;
  return { done, total: done + counts.open };
}
