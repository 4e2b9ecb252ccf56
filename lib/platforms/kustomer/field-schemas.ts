import * as v from 'valibot';
import { lenient } from '../shared/field-schemas';

/** An ISO 8601 time as epoch ms. */
export const time = lenient(v.pipe(v.string(), v.transform(Date.parse), v.number()));

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
