import * as v from 'valibot';

/** The part of the product that a message comes from. */
export type SenderKind = 'page' | 'panel' | 'options';

/** A message to the worker: who may send it, what it carries and what the worker answers. */
export interface Command<
  P extends v.GenericSchema = v.GenericSchema,
  A extends v.GenericSchema = v.GenericSchema,
> {
  senders: readonly SenderKind[];
  payload: P;
  answer: A;
}

/** The commands of one domain, by the type that each message names. */
export type CommandTable<T> = { readonly [K in keyof T]: Command };

export type PayloadOf<C extends Command> = v.InferOutput<C['payload']>;
export type AnswerOf<C extends Command> = v.InferOutput<C['answer']>;

/** The answer of a command for which the worker only reports that it is done. */
export const done = v.void();

/** One line of a domain's table. */
export function command<P extends v.GenericSchema, A extends v.GenericSchema>(
  senders: readonly SenderKind[],
  payload: P,
  answer: A,
): Command<P, A> {
  return { senders, payload, answer };
}
