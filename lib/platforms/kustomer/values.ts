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
