import { withVisibleOverrides } from '../../text/visible-overrides';

const longestLine = 2_000;

/**
 * Cut to the length of a one-line field of the product's model, and with those signs made visible that
 * would reverse the order of its letters: a name is shown as it is written.
 */
export function clip(value: string): string {
  return withVisibleOverrides(value.slice(0, longestLine)).slice(0, longestLine);
}

export function clipIfAny(value: string | undefined): string | undefined {
  return value === undefined ? undefined : clip(value);
}

/** A list with the one value, or empty without one. */
export function listOf<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** Without repetitions, in the order of first appearance. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** The normal forms of the values that have one, each once. */
export function keysOf(
  values: readonly string[],
  normalise: (raw: string) => string | undefined,
): string[] {
  return unique(values.map((value) => normalise(value)).filter((key) => key !== undefined));
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

/** A language as BCP 47 (`pt-BR`), also where a platform writes `pt_BR` or `en_us`. */
export function languageTag(value: unknown): string | undefined {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  if (tag === '' || tag.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
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
