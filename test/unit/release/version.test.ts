import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byVersion, isStoreVersion } from '../../release/version';

test.each(['1', '0.1.0', '1.2.3.4', '65535.0'])('%s is a version for the stores', (version) => {
  expect(isStoreVersion(version)).toBe(true);
});

test.each(['', '1.', '01.2', '1.2.3.4.5', '65536', '1.2-beta', 'v1', '1e3', '-1', '１.2'])(
  '%j is none',
  (version) => {
    expect(isStoreVersion(version)).toBe(false);
  },
);

test('versions are in order by their numbers', () => {
  const versions = ['0.9', '0.10', '0.10.1', '1', '1.0.0.1', '2.0', '10.0'];
  expect([...versions].reverse().sort(byVersion)).toEqual(versions);
  expect(byVersion('1', '1.0.0')).toBe(0);
});

test('turned around, the order is the opposite', () => {
  const version = fc
    .array(fc.nat(65_535), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('.'));
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(Math.sign(byVersion(a, b)) + Math.sign(byVersion(b, a))).toBe(0);
      expect(isStoreVersion(a)).toBe(true);
    }),
  );
});
