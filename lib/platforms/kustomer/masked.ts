/**
 * Sensitive attributes come masked for keys that may not read them. How is not documented; stars
 * and dots are what masks are made of, and neither is part of a usable address or number.
 */
export function isMasked(value: string): boolean {
  return /[*•●…]/.test(value);
}
