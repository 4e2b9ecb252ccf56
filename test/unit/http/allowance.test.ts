import { expect, test } from 'vitest';
import { allowanceIn } from '../../../lib/http/allowance';

const told = (entries: Record<string, string>) => allowanceIn(new Headers(entries));

test('the requests left are read where an answer tells them, and nothing is made up', () => {
  expect(told({ 'X-RateLimit-Limit': '1000', 'X-RateLimit-Remaining': '942' })).toEqual({
    remaining: 942,
    limit: 1000,
  });
  expect(told({ 'x-ratelimit-remaining': '0' })).toEqual({ remaining: 0 });
  expect(told({ 'x-ratelimit-remaining': '12, 400', 'x-ratelimit-limit': '60, 500' })).toEqual({
    remaining: 12,
    limit: 60,
  });
  // A limit below what is left is another window's.
  expect(told({ 'x-ratelimit-remaining': '50', 'x-ratelimit-limit': '10' })).toEqual({
    remaining: 50,
  });
  for (const broken of ['', '-1', 'many', '1e9', '12.5', '99999999999', 'NaN']) {
    expect(told({ 'x-ratelimit-remaining': broken })).toBeUndefined();
  }
  expect(told({ 'x-ratelimit-limit': '1000' })).toBeUndefined();
});
