import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseEmail } from '../../../lib/identity/email';

describe('normaliseEmail', () => {
  test.each([
    ['Ana@Example.COM', 'ana@example.com'],
    ['  ana@example.com\n', 'ana@example.com'],
    ['a+b@example.com', 'a+b@example.com'],
    ['jürgen@müller.example', 'jürgen@müller.example'],
  ])('%j is %s', (raw, expected) => {
    expect(normaliseEmail(raw)).toBe(expected);
  });

  test.each([
    '',
    'n/a',
    'ana',
    'ana@',
    '@example.com',
    'ana@localhost',
    'a b@example.com',
    'a@b@example.com',
    '<ana@example.com>',
    'ana@example.',
    `${'a'.repeat(260)}@example.com`,
  ])('%j is not an address', (raw) => {
    expect(normaliseEmail(raw)).toBeUndefined();
  });

  test('is idempotent and does not depend on case', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const normal = normaliseEmail(address);
        expect(normal).toBeDefined();
        expect(normaliseEmail(normal ?? '')).toBe(normal);
        expect(normaliseEmail(address.toUpperCase())).toBe(normal);
      }),
    );
  });
});
