import { Alarm } from '../alarm';
import { runInBackground } from '../run-in-background';
import type { CompletionPorts, ContactWrites } from './contact-writes';

/** Longest time (ms) for one value of a contact, with all readings before and after. */
const LIMIT_MS = 90_000;

const alarm = new Alarm('completion');

/** The browser's part of writing into contacts. */
export const browserCompletionPorts: CompletionPorts = {
  schedule: (at) => alarm.schedule(at),
  limit: () => AbortSignal.timeout(LIMIT_MS),
  newId: () => crypto.randomUUID(),
};

/**
 * Looks for what was sent without an answer, once the worker is `ready` and whenever the browser says
 * so. To be called before the worker's first pause.
 */
export function lookForWrites(writes: ContactWrites, ready: () => Promise<void>): void {
  const look = () => runInBackground('values written', () => ready().then(() => writes.wake()));
  alarm.listen(look);
  look();
}
