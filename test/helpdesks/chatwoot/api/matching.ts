/** SQL `LIKE '%q%'` as the server builds it: `%` and `_` of the query are wildcards. */
export function likePattern(query: string, caseSensitive = false): RegExp {
  const body = query
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/%/g, '[\\s\\S]*')
    .replace(/_/g, '[\\s\\S]');
  return new RegExp(body, caseSensitive ? '' : 'i');
}

export function isLike(value: string | null, pattern: RegExp): boolean {
  return value !== null && pattern.test(value);
}
