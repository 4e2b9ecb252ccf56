import type { TransportFailure } from '../../../http/transport-error';
import { ABOVE_ALL, heldFrom, withRange } from './id-ranges';
import { ANSWER_LIMIT, type MessageRequest } from './messages';
import { startWalk } from './page-walk';
import { type ThreadProgress, topOf } from './thread';

/** A window for fewer messages than this does not fail because of their number. */
const SMALL = 60;

/** This many messages are given up where not even one could be read. */
const MOST_LOST = 3;

/** Failures that a request for many messages may cause, though one for a few would not. */
const tooMuch: readonly TransportFailure[] = ['too-large', 'timeout', 'server-error', 'refused'];

/**
 * Records that a request failed, where another one may succeed: for fewer messages, or page by page.
 * Returns how many messages are given up: one that is too large by itself. `undefined` where nothing
 * else would help, so that the failure stands.
 */
export function recordFailedRequest(
  thread: ThreadProgress,
  request: MessageRequest,
  failure: TransportFailure,
): number | undefined {
  if (thread.walk !== undefined || !tooMuch.includes(failure)) return undefined;
  if (request.kind === 'page') {
    if (failure !== 'too-large' || thread.highest === 0) return undefined;
    Object.assign(thread, { state: 'waiting', pagedBelow: request.below });
    return 0;
  }
  return request.kind === 'window' ? recordWindowFailure(thread, request, failure) : undefined;
}

function recordWindowFailure(
  thread: ThreadProgress,
  { from, below }: { from: number; below: number },
  failure: TransportFailure,
): number | undefined {
  const isTooLarge = failure === 'too-large';
  const isSmall = thread.aim < (isTooLarge ? ANSWER_LIMIT.page : SMALL);
  const isOpen = below === ABOVE_ALL;
  const hasPages = thread.spacing !== undefined && thread.hasWindows !== true;
  if (hasPages && (failure === 'refused' || (isTooLarge && isSmall && !isOpen))) {
    Object.assign(thread, { state: 'waiting', walk: startWalk(heldFrom(thread.held)) });
    return 0;
  }
  if (!isTooLarge && isSmall) return undefined;
  const width = topOf(thread, below) - from;
  if (width <= 1 && !isOpen) return giveUp(thread, from);
  thread.state = 'waiting';
  // Many may lie above the greatest id that was seen: they get windows of their own.
  if (isSmall && isOpen) thread.reach = width > 0 ? thread.highest : from + reachOf(thread, from);
  thread.aim = Math.max(1, Math.floor(thread.aim / 4));
  const fitting = thread.spacing === undefined ? width : thread.spacing * thread.aim;
  thread.span = Math.max(1, Math.floor(Math.min(width / 4, fitting)));
  return 0;
}

/** How far above `from` to read next: further each time. */
function reachOf({ highest }: ThreadProgress, from: number): number {
  return Math.max(SMALL, 2 * (from - highest));
}

/** Gives up a message that is too large by itself; not so where nothing was ever answered. */
function giveUp(thread: ThreadProgress, id: number): number | undefined {
  thread.lost = (thread.lost ?? 0) + 1;
  if (thread.hasWindows !== true && thread.lost > MOST_LOST) return undefined;
  thread.state = 'waiting';
  thread.held = withRange(thread.held, [id, id + 1]);
  return 1;
}
