import { ABOVE_ALL, heldFrom, LOWEST_ID, withRange } from './id-ranges';
import { ANSWER_LIMIT, type AnsweredMessages, type MessageRequest } from './messages';
import { recordInWalk, startWalk } from './page-walk';
import { AIM, type ThreadProgress, topOf } from './thread';

/** Sizes of answers to other forms of the call: they may mean that a bound was ignored. */
const otherSizes: readonly number[] = [ANSWER_LIMIT.page, ANSWER_LIMIT.above];

type Window = Extract<MessageRequest, { kind: 'window' }>;

/**
 * Records in the thread what was answered, and what that proves. `trustsWindows`: the server is
 * known to answer windows as asked.
 */
export function recordAnswer(
  thread: ThreadProgress,
  request: MessageRequest,
  answer: AnsweredMessages,
  trustsWindows: boolean,
): void {
  thread.state = 'waiting';
  thread.highest = Math.max(thread.highest, answer.ids.at(-1) ?? 0);
  if (answer.ids.length > 1) thread.spacing = spacingOf(answer.ids);
  if (thread.walk !== undefined) recordInWalk(thread, thread.walk, request, answer);
  else if (request.kind === 'page') recordPage(thread, request.below, answer);
  else if (request.kind === 'window') recordWindow(thread, request, answer, trustsWindows);
  if (heldFrom(thread.held) < ABOVE_ALL) thread.hasNews = undefined;
}

/** A page that is not full contains all that is below its id; a full one, all since its oldest. */
function recordPage(thread: ThreadProgress, below: number, answer: AnsweredMessages): void {
  thread.pagedBelow = below;
  if (answer.rows < ANSWER_LIMIT.page) {
    thread.held = withRange(thread.held, [LOWEST_ID, below]);
    return;
  }
  if (answer.ids.some((id) => id >= below)) {
    thread.state = 'stuck';
    return;
  }
  const oldest = answer.oldestAt ?? Number.POSITIVE_INFINITY;
  thread.since = below === ABOVE_ALL ? oldest : Math.min(thread.since, oldest);
  // When all messages have one time, a full window would not show whether it contains the last.
  const isTied = below === ABOVE_ALL && answer.oldestAt === answer.newestAt;
  if (isTied) Object.assign(thread, { splitAt: thread.highest, pagedBelow: thread.highest });
}

function recordWindow(
  thread: ThreadProgress,
  request: Window,
  answer: AnsweredMessages,
  trustsWindows: boolean,
): void {
  const { from, below } = request;
  const { ids, rows } = answer;
  const misses = missesNewest(thread, request, ids);
  thread.splitAt = undefined;
  if (ids.some((id) => id < from || id >= below) || (misses && rows <= ANSWER_LIMIT.page)) {
    thread.walk = startWalk(heldFrom(thread.held));
    return;
  }
  // Without the newest message the answer was cut off, earlier than Chatwoot itself would do it.
  if (misses && rows < thread.limit) {
    thread.limit = rows;
    thread.aim = mostFor(rows);
  }
  if (rows >= thread.limit) {
    recordFullWindow(thread, request, answer);
    return;
  }
  const isOdd = !trustsWindows && thread.hasWindows !== true && otherSizes.includes(rows);
  // Reading it in halves will show whether the answer was complete.
  thread.splitAt = isOdd ? ids[ids.length >> 1] : undefined;
  if (thread.splitAt !== undefined) return;
  thread.hasWindows = true;
  thread.held = withRange(thread.held, [from, below]);
  if (thread.span === undefined) return;
  thread.aim = Math.min(mostFor(thread.limit), Math.ceil(thread.aim * 1.25));
  const growth = Math.min(8, Math.max(0.25, thread.aim / Math.max(rows, 1)));
  thread.span = Math.max(1, Math.floor(widthOf(thread, request) * growth));
}

/**
 * A full window contains the oldest of its messages, and `since` says from when on all of any id are
 * stored: where these meet, nothing is missing. Otherwise the next window is a smaller one.
 */
function recordFullWindow(thread: ThreadProgress, request: Window, answer: AnsweredMessages): void {
  const meets = thread.hasNews !== true && (answer.newestAt ?? 0) > thread.since;
  if (meets && thread.limit === ANSWER_LIMIT.window) {
    thread.held = withRange(thread.held, [request.from, request.below]);
    return;
  }
  const fitting = (thread.spacing ?? 1) * thread.aim;
  thread.span = Math.max(1, Math.floor(Math.min(fitting, widthOf(thread, request) / 2)));
}

/** Whether the message that the list named as the newest should be in this window, and is not. */
function missesNewest({ newest }: ThreadProgress, { from, below }: Window, ids: number[]): boolean {
  return newest !== undefined && newest >= from && newest < below && !ids.includes(newest);
}

/** This many messages fit into a window, with some room, where an answer has at most `limit`. */
function mostFor(limit: number): number {
  return Math.max(1, Math.min(AIM, Math.floor(limit * 0.95)));
}

function widthOf(thread: ThreadProgress, { from, below }: Window): number {
  return Math.max(1, topOf(thread, below) - from);
}

function spacingOf(ids: readonly number[]): number {
  const [lowest = 0] = ids;
  return Math.max(1, ((ids.at(-1) ?? lowest) - lowest) / Math.max(1, ids.length - 1));
}
