/** True for two stored things of the same contents, with their fields in the same order. */
export function hasSameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, withInfinity) === JSON.stringify(other, withInfinity);
}

/** JSON knows no infinite numbers, and would take all of them for the same. */
function withInfinity(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
