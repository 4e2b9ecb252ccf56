import { ABOVE_ALL, heldFrom, type IdRange, LOWEST_ID, withRange } from './id-ranges';
import { ANSWER_LIMIT, type AnsweredMessages, type MessageRequest } from './messages';

/** This many pages are proved at once: together they fit into one answer with what is above an id. */
const PAGES_PER_PROOF = 3;

/** Pages that were read one below the other and are not proved to contain all of their ids. */
export interface PageWalk {
  /** The lowest id on them; before the first one, the id from which on everything is stored. */
  low: number;
  pages: number;
  /** Epoch ms: the newest of the pages' oldest messages. */
  latest: number;
  /** Epoch ms: the oldest message of the last page. */
  oldest: number;
  /** The last page was the last there is. */
  reachedStart: boolean;
}

/** What a walk changes of the thread it is part of. */
interface WalkedThread {
  state: 'waiting' | 'reading' | 'stuck';
  since: number;
  held: readonly IdRange[];
  walk?: PageWalk | undefined;
}

/** A walk from the id down from which on everything is stored (`ABOVE_ALL`: nothing). */
export function startWalk(low: number): PageWalk {
  return { low, pages: 0, latest: 0, oldest: Number.POSITIVE_INFINITY, reachedStart: false };
}

/**
 * Where a server answers no windows: the next page, and after some pages what is above their lowest id,
 * oldest first. The times of the pages and of that answer meet where the pages left nothing out.
 */
export function nextOfWalk({ low, pages, reachedStart }: PageWalk): MessageRequest {
  const isDue = pages >= PAGES_PER_PROOF || (reachedStart && pages > 0);
  return isDue
    ? { kind: 'above', above: Math.max(LOWEST_ID, low - 1) }
    : { kind: 'page', below: low };
}

/** Records an answer in the walk's thread; where it proves nothing, the thread is stuck. */
export function recordInWalk(
  thread: WalkedThread,
  walk: PageWalk,
  request: MessageRequest,
  answer: AnsweredMessages,
): void {
  if (request.kind === 'page') recordPage(thread, walk, request.below, answer);
  else if (request.kind === 'above') recordProof(thread, walk, answer);
}

function recordPage(
  thread: WalkedThread,
  walk: PageWalk,
  below: number,
  { rows, ids, oldestAt = Number.POSITIVE_INFINITY }: AnsweredMessages,
): void {
  if (rows < ANSWER_LIMIT.page) {
    thread.held = withRange(thread.held, [LOWEST_ID, below]);
    walk.reachedStart = true;
    return;
  }
  const [lowest] = ids;
  if (lowest === undefined || lowest >= below) {
    thread.state = 'stuck';
    return;
  }
  if (below === ABOVE_ALL) thread.since = oldestAt;
  walk.low = lowest;
  walk.pages += 1;
  walk.latest = Math.max(walk.latest, oldestAt);
  walk.oldest = oldestAt;
}

function recordProof(thread: WalkedThread, walk: PageWalk, answer: AnsweredMessages): void {
  const { rows, ids, newestAt = 0 } = answer;
  const isAll = rows < ANSWER_LIMIT.above;
  // All that is above the lowest id of the pages begins with that one.
  const isCut = isAll && walk.low > LOWEST_ID && !ids.includes(walk.low);
  const isOther = isCut || ids.some((id) => id < walk.low - 1);
  if (isOther || (!isAll && newestAt <= walk.latest)) {
    thread.state = 'stuck';
    return;
  }
  const below = isAll ? ABOVE_ALL : heldFrom(thread.held);
  thread.held = withRange(thread.held, [walk.low, below]);
  thread.since = Math.min(thread.since, walk.oldest);
  const { reachedStart } = walk;
  thread.walk = { ...startWalk(heldFrom(thread.held)), reachedStart };
}
