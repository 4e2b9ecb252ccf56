import { expect, test } from 'vitest';
import { headerToken } from '../../../../lib/platforms/shared/token';

test('a token is sent without the white space around it', () => {
  expect(headerToken(' \tabc-1\n', 'the key')).toBe('abc-1');
});

test.each([undefined, '', ' ', 'a b', 'a\r\nX: y', 'schlüssel'])('%j is refused', (secret) => {
  expect(() => headerToken(secret, 'the key')).toThrow(TypeError);
  if (secret?.trim()) expect(() => headerToken(secret, 'the key')).not.toThrow(secret);
});
