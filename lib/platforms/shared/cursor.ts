import * as v from 'valibot';

/**
 * A cursor of this form, as an earlier call wrote it in JSON; `undefined` for anything else, so that
 * reading starts at the newest again.
 */
export function readCursor<const S extends v.GenericSchema>(
  schema: S,
  text: string | undefined,
): v.InferOutput<S> | undefined {
  const cursor = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return cursor.success ? cursor.output : undefined;
}
