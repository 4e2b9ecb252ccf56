/** One to four numbers up to 65535 without leading zeros: what both stores take as a version. */
export function isStoreVersion(version: string): boolean {
  const parts = version.split('.');
  return (
    parts.length <= 4 &&
    parts.every((part) => /^(?:0|[1-9]\d{0,4})$/.test(part) && Number(part) <= 65_535)
  );
}

/** Negative if `a` is the older version, positive if it is the newer one. Missing parts count as 0. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 4; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
