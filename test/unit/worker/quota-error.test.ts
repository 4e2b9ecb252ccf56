import { describe, expect, test } from 'vitest';
import { isQuotaError } from '../../../lib/worker/quota-error';

const full = () => new DOMException('full', 'QuotaExceededError');

describe('isQuotaError', () => {
  test.each<[string, unknown, boolean]>([
    ['the browser’s own', full(), true],
    ['within an aborted transaction', { name: 'AbortError', inner: full() }, true],
    ['among the failures of a bulk write', { name: 'BulkError', failures: [full()] }, true],
    ['another error', new TypeError('no'), false],
    ['an error that contains itself', selfContained(), false],
    ['no error at all', undefined, false],
  ])('%s', (_name, error, expected) => {
    expect(isQuotaError(error)).toBe(expected);
  });
});

function selfContained(): object {
  const error: Record<string, unknown> = { name: 'Error' };
  error.inner = error;
  return error;
}
