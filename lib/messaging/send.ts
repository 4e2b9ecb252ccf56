import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  type DescribeAnswer,
  describeAnswerSchema,
  type TestAnswer,
  testAnswerSchema,
} from './answers';
import type { MessageType, Payload } from './protocol';

/** What the worker answers: the value, or that it could not do it. */
const envelopeSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.optional(v.unknown()) }),
  v.object({ ok: v.literal(false), error: v.string() }),
]);

/** The worker refused a command or failed at it. `message` is the failure's name, for machines. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Sends a command to the worker, waking it. Throws `CommandError` when it was not carried out. */
export async function sendCommand<T extends MessageType>(
  type: T,
  payload: Payload<T>,
): Promise<void> {
  await ask(type, payload);
}

/** What the answers of a form would connect to. Throws `CommandError`. */
export async function describeConnection(
  payload: Payload<'options.describe'>,
): Promise<DescribeAnswer> {
  return v.parse(describeAnswerSchema, await ask('options.describe', payload));
}

/** Tests a draft or keeps it as a connection. Throws `CommandError`. */
export async function tryConnection<T extends 'options.test' | 'options.save'>(
  type: T,
  payload: Payload<T>,
): Promise<TestAnswer> {
  return v.parse(testAnswerSchema, await ask(type, payload));
}

/** Sends a command and reads the answer with its schema. Throws `CommandError` or `ValiError`. */
export async function request<T extends MessageType, A>(
  type: T,
  payload: Payload<T>,
  answer: v.GenericSchema<unknown, A>,
): Promise<A> {
  return v.parse(answer, await ask(type, payload));
}

async function ask(type: MessageType, payload: unknown): Promise<unknown> {
  const answer: unknown = await browser.runtime.sendMessage({ type, payload });
  const envelope = v.safeParse(envelopeSchema, answer);
  if (!envelope.success) throw new CommandError('no-answer');
  if (!envelope.output.ok) throw new CommandError(envelope.output.error);
  return envelope.output.value;
}
