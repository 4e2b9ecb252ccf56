import * as v from 'valibot';
import { isJsonObject } from '../../model/json-object';
import { clip } from './field-values';

/*
 * Fields of a platform's answers. What is missing, null or of another type counts as absent: only
 * an item without an id is unreadable.
 */

/** The field where it fits the schema, otherwise `undefined`. */
export function lenient<S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.optional(schema), undefined);
}

/** Any value, including none. */
export const anything = v.optional(v.unknown());

/** Text that is not blank, whole; blank counts as absent. */
export const text = lenient(v.pipe(v.string(), v.trim(), v.nonEmpty()));

/** Text that is not blank, cut to the length of a one-line field of the product's model. */
export const line = lenient(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(clip)));

/** Lines in every form in which a service may give them: one, several, a number; objects by their value. */
export const lines = v.pipe(
  v.optional(v.unknown(), null),
  v.transform((value): string[] => linesIn(value, 0)),
);

function linesIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [clip(value.trim())];
  if (typeof value === 'number') return Number.isFinite(value) ? [String(value)] : [];
  if (depth > 2) return [];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((each) => linesIn(each, depth + 1));
  if (!isJsonObject(value)) return [];
  const { value: inner, email, phone, number, address } = value;
  return linesIn(inner ?? email ?? phone ?? number ?? address, depth + 1);
}

/** Text as it was written, even if blank. */
export const writtenText = lenient(v.string());

/** `true` or `false`. */
export const flag = lenient(v.boolean());

/** A list whose items are read one by one later on; anything else is an empty one. */
export const anyList = v.fallback(v.array(v.unknown()), []);

/** An object with any keys and values; anything else is an empty one. */
export const anyRecord = v.fallback(v.record(v.string(), v.unknown()), {});
