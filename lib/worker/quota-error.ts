/**
 * Whether a write failed because the browser gives no more storage. The browser's own error comes by itself,
 * inside an aborted transaction, or among the failures of a bulk write.
 */
export function isQuotaError(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 3) return false;
  const name: unknown = Reflect.get(error, 'name');
  if (name === 'QuotaExceededError') return true;
  const failures: unknown = Reflect.get(error, 'failures');
  const inner = [Reflect.get(error, 'inner'), ...(Array.isArray(failures) ? failures : [])];
  return inner.some((each) => isQuotaError(each, depth + 1));
}
