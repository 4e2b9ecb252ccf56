/**
 * Whether Chatwoot's version (as `GET /api` and the page's configuration write it, e.g. `4.15.1`
 * or `4.16.0-rc1`) is at least `wanted`. `undefined` when there is no version to compare.
 */
export function isAtLeast(version: string | undefined, wanted: string): boolean | undefined {
  const have = numbersOf(version);
  const want = numbersOf(wanted);
  if (have === undefined || want === undefined) return undefined;
  for (const [index, needed] of want.entries()) {
    const difference = (have[index] ?? 0) - needed;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function numbersOf(version: string | undefined): number[] | undefined {
  const match = /^v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?/.exec(version ?? '');
  return match === null ? undefined : match.slice(1).map((part) => Number(part ?? 0));
}
