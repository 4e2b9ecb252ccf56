import * as v from 'valibot';

/**
 * Kustomer leaves empty attributes out on live data and writes `null` in other places, so every
 * attribute reads as `undefined` when it is missing, null or of another type.
 */
export function lenient<S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}

/** Text that says something; blank counts as absent. */
export const text = lenient(v.pipe(v.string(), v.trim(), v.nonEmpty()));

/** An ISO 8601 time as epoch ms. */
export const time = lenient(v.pipe(v.string(), v.transform(Date.parse), v.number()));

/** A list whose items are read one by one later on. */
export const items = v.fallback(v.array(v.unknown()), []);

/** A list of objects of which one text attribute matters, e.g. `emails[].email`. */
export function textsUnder<K extends string>(key: K) {
  const entry = v.object({ [key]: v.pipe(v.string(), v.trim(), v.nonEmpty()) });
  return v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list) =>
        list.flatMap((item) => {
          const read = v.safeParse(entry, item);
          return read.success ? Object.values(read.output) : [];
        }),
      ),
    ),
    [],
  );
}

/** A list of texts; items of another type are left out. */
export const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.filter((item) => typeof item === 'string')),
  ),
  [],
);

/** Reads a list item by item: what cannot be read is left out and counted in `dropped`. */
export function readEach<S extends v.GenericSchema>(
  schema: S,
  list: readonly unknown[],
): { read: v.InferOutput<S>[]; dropped: number } {
  const read: v.InferOutput<S>[] = [];
  for (const item of list) {
    const result = v.safeParse(schema, item);
    if (result.success) read.push(result.output);
  }
  return { read, dropped: list.length - read.length };
}
