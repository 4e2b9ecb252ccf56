import type { CommandTable, PayloadOf } from '../../lib/messaging/command';
import { send, wasRefused } from '../../lib/messaging/send';

/** The browser may stop the worker at any time; this often in a row it is started again. */
const mostRestarts = 5;

/**
 * Sends a command whose answer comes when its work is done, again and again as long as it is wanted,
 * because no answer means that the worker was stopped in the middle. Throws what the worker itself
 * refused with, and when it gives up.
 */
export async function sendUntilAnswered<T extends CommandTable<T>, K extends keyof T & string>(
  table: T,
  type: K,
  payload: PayloadOf<T[K]>,
  isWanted: () => boolean,
): Promise<void> {
  for (let restarts = 0; isWanted(); restarts += 1) {
    try {
      await send(table, type, payload);
      return;
    } catch (error) {
      if (wasRefused(error) || restarts === mostRestarts) throw error;
    }
  }
}
