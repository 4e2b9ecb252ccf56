import type { AnswerOf, CommandTable, PayloadOf } from '../../lib/messaging/define-command';
import { send, wasRefused } from '../../lib/messaging/send';

/** The browser may stop the worker at any time; it is started again this often in a row. */
const mostRestarts = 5;

/** A worker that worked for longer than this (ms) is evidently able to start. */
const workedMs = 10_000;

/**
 * Sends a command that is answered when its work is done, and repeats it as long as it is wanted, because no
 * answer means that the worker was stopped in the middle. Returns the answer; `undefined` when it is no
 * longer wanted. Throws the worker's own refusal, and when it gives up.
 */
export async function sendUntilAnswered<T extends CommandTable<T>, K extends keyof T & string>(
  table: T,
  type: K,
  payload: PayloadOf<T[K]>,
  isWanted: () => boolean,
): Promise<AnswerOf<T[K]> | undefined> {
  for (let restarts = 0; isWanted(); restarts += 1) {
    const startedAt = performance.now();
    try {
      return await send(table, type, payload);
    } catch (error) {
      if (performance.now() - startedAt > workedMs) restarts = 0;
      if (wasRefused(error) || restarts === mostRestarts) throw error;
    }
  }
  return undefined;
}
