/** True for two stored things of the same contents, with their fields in the same order. */
export function hasSameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, spelledOut) === JSON.stringify(other, spelledOut);
}

/** JSON knows no infinite numbers, maps or sets, and would take any two of a kind for equal. */
function spelledOut(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value];
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
