import { Alarm } from '../alarm';
import type { CompletionPorts } from './contact-writes';

/** Longest time (ms) for one value of a contact, with all readings before and after. */
const LIMIT_MS = 90_000;

/** Wakes the worker to look for what was sent without an answer. */
export const completionAlarm = new Alarm('completion');

/** The browser's part of writing into contacts. */
export const browserCompletionPorts: CompletionPorts = {
  schedule: (at) => completionAlarm.schedule(at),
  limit: () => AbortSignal.timeout(LIMIT_MS),
  newId: () => crypto.randomUUID(),
};
