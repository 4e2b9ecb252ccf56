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

export function clipIfAny(value: string | undefined): string | undefined {
  return value === undefined ? undefined : clip(value);
}

const LONGEST_LINE = 2_000;

/** Cut to what a one-line field of the product's model holds. */
export function clip(value: string): string {
  return value.slice(0, LONGEST_LINE);
}

/** Without repetitions, in the order of first appearance. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The latest of several times; `undefined` when none is known. */
export function latest(...times: (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** The address if it is one that may be loaded or opened: http or https. */
export function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? clip(value)
    : undefined;
}

/**
 * Sensitive attributes come masked for keys that may not read them. How is not documented; stars
 * and dots are what masks are made of, and neither is part of a usable address or number.
 */
export function isMasked(value: string): boolean {
  return /[*•●…]/.test(value);
}

/** A Kustomer language code (`en_us`, `zh_cn`) as BCP 47 (`en-US`, `zh-CN`). */
export function languageTag(code: string | undefined): string | undefined {
  if (code === undefined || code.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(code.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The name of a time zone if it is one that the browser knows. */
export function timeZoneName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
