import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { AnswerOf, CommandTable, PayloadOf } from './define-command';

/** What the worker answers: the value, or that it could not carry out the command. */
const envelopeSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.optional(v.unknown()) }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

/** No answer came: the worker was stopped in the middle, or could not be started. */
const noAnswer = 'no-answer';

/** The worker refused a command or failed at it. `message` is the failure's name, for machines. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Whether the worker itself refused, so that asking again would change nothing. */
export function wasRefused(error: unknown): boolean {
  return error instanceof CommandError && error.message !== noAnswer;
}

/**
 * Sends a command of this table to the worker, waking it, and reads its answer. Throws `CommandError`
 * when it was not carried out, `ValiError` when the answer has another form.
 */
export async function send<T extends CommandTable<T>, K extends keyof T & string>(
  table: T,
  type: K,
  payload: PayloadOf<T[K]>,
): Promise<AnswerOf<T[K]>> {
  const answer: unknown = await browser.runtime.sendMessage({ type, payload });
  const envelope = v.safeParse(envelopeSchema, answer);
  if (!envelope.success) throw new CommandError(noAnswer);
  if (!envelope.output.ok) throw new CommandError(envelope.output.error);
  return v.parse<T[K]['answer']>(table[type].answer, envelope.output.value);
}
