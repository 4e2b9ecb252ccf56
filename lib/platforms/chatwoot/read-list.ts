import * as v from 'valibot';
import { ConnectionProblem } from '../contract/api';

export interface ReadList<T> {
  items: T[];
  /** Items that did not fit the schema. */
  dropped: number;
}

/** Reads a list item by item: one odd item costs only itself. Anything but an array is empty. */
export function readList<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): ReadList<v.InferOutput<S>> {
  const items: v.InferOutput<S>[] = [];
  if (!Array.isArray(value)) return { items, dropped: 0 };
  for (const raw of value) {
    const result = v.safeParse(schema, raw);
    if (result.success) items.push(result.output);
  }
  return { items, dropped: value.length - items.length };
}

const payload = v.object({
  payload: v.array(v.unknown()),
  meta: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
});

/**
 * The rows of an answer of the form `{"meta":{…},"payload":[…]}`, with the meta part's numbers.
 * Throws `ConnectionProblem` for any other form, because its emptiness would mean nothing.
 */
export function readPayload(body: unknown): { rows: unknown[]; meta: Record<string, number> } {
  const result = v.safeParse(payload, body);
  if (!result.success) {
    throw new ConnectionProblem('bad-answer', 'Chatwoot answered in a form that cannot be read.');
  }
  const numbers = Object.entries(result.output.meta ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return { rows: result.output.payload, meta: Object.fromEntries(numbers) };
}
