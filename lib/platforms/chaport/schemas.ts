import * as v from 'valibot';

/**
 * Shapes of Chaport's answers. Only the payload's place (`result`) and the operator object are
 * officially documented; every other field may be missing, null or of another type, and then reads
 * as absent. Only what has no usable id is unreadable.
 */
const id = v.union([
  v.pipe(v.string(), v.minLength(1), v.maxLength(150)),
  v.pipe(v.number(), v.safeInteger(), v.transform(String)),
]);

const text = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.transform((value) => (value === '' ? undefined : value.slice(0, 2_000))),
    ),
  ),
  undefined,
);

/** Visitors carry one name, e-mail and phone; the names of all other fields are not known. */
export const visitorSchema = v.looseObject({ id, name: text, email: text, phone: text });
export type Visitor = v.InferOutput<typeof visitorSchema>;

/** A chat with its events. The id is an integer that reads as epoch milliseconds. */
export const chatSchema = v.object({
  id,
  events: v.fallback(v.optional(v.array(v.unknown())), undefined),
  stage: text,
  operators: v.fallback(v.array(v.unknown()), []),
});
export type Chat = v.InferOutput<typeof chatSchema>;

/** One event of a chat. The name of its time field is not known, so all fields are kept. */
export const eventSchema = v.looseObject({
  id: v.fallback(v.optional(id), undefined),
  type: v.string(),
  params: v.fallback(v.record(v.string(), v.unknown()), {}),
});
export type ChatEvent = v.InferOutput<typeof eventSchema>;

export const operatorSchema = v.object({ id, name: text, email: text });
export type Operator = v.InferOutput<typeof operatorSchema>;

/** Ids of operators or teams, either bare or as objects. */
export const operatorReferenceSchema = v.union([
  id,
  v.pipe(
    v.object({ id }),
    v.transform((reference) => reference.id),
  ),
]);

/** Reads a list item by item: unreadable ones are left out and counted. */
export function parseEach<const S extends v.GenericSchema>(
  schema: S,
  list: readonly unknown[],
): { items: v.InferOutput<S>[]; dropped: number } {
  const items: v.InferOutput<S>[] = [];
  let dropped = 0;
  for (const entry of list) {
    const parsed = v.safeParse(schema, entry);
    if (parsed.success) items.push(parsed.output);
    else dropped += 1;
  }
  return { items, dropped };
}
