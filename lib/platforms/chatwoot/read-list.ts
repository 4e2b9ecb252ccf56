import * as v from 'valibot';

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
