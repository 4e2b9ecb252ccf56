import * as v from 'valibot';

export interface ReadItems<T> {
  items: T[];
  /** How many did not fit the schema. */
  dropped: number;
}

/**
 * Reads a list item by item, so that one odd item costs only itself. Anything but a list counts as an
 * empty one.
 */
export function readEach<const S extends v.GenericSchema>(
  schema: S,
  list: unknown,
): ReadItems<v.InferOutput<S>> {
  const items: v.InferOutput<S>[] = [];
  if (!Array.isArray(list)) return { items, dropped: 0 };
  for (const entry of list) {
    const read = v.safeParse(schema, entry);
    if (read.success) items.push(read.output);
  }
  return { items, dropped: list.length - items.length };
}
