import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChatwootTime } from '../../../../lib/platforms/chatwoot/times';

describe('readTime', () => {
  it.each([
    ['whole seconds', 1_781_956_800, 1_781_956_800_000],
    ['seconds with a fraction', 1_781_956_800.4812, 1_781_956_800_481],
    ['seconds as text', '1781956800', 1_781_956_800_000],
    ['ISO with milliseconds', '2026-06-20T12:00:00.123Z', Date.UTC(2026, 5, 20, 12, 0, 0, 123)],
    ['ISO with an offset', '2026-06-20T14:00:00+02:00', Date.UTC(2026, 5, 20, 12)],
    ['ISO without a zone is UTC', '2026-06-20T12:00:00', Date.UTC(2026, 5, 20, 12)],
    ["Ruby's own form", '2026-06-20 12:00:00 UTC', Date.UTC(2026, 5, 20, 12)],
    ['a time in the future', 4_102_444_800, 4_102_444_800_000],
    ['zero means never', 0, undefined],
    ['null', null, undefined],
    ['absent', undefined, undefined],
    ['empty text', '', undefined],
    ['words', 'yesterday', undefined],
    ['an impossible date', '2026-13-45T99:00:00Z', undefined],
    ['negative', -5, undefined],
    ['not a number', Number.NaN, undefined],
    ['beyond all dates', Number.MAX_VALUE, undefined],
    ['an object', {}, undefined],
  ])('%s', (_, value, expected) => {
    expect(readChatwootTime(value)).toBe(expected);
  });

  it('gives a date or nothing for whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const time = readChatwootTime(value);
        expect(time === undefined || !Number.isNaN(new Date(time).getTime())).toBe(true);
      }),
    );
  });

  it('reads the same moment from all forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), (seconds) => {
        const iso = new Date(seconds * 1000).toISOString();
        expect(readChatwootTime(seconds)).toBe(seconds * 1000);
        expect(readChatwootTime(iso)).toBe(seconds * 1000);
        expect(readChatwootTime(seconds + 0.25)).toBe(seconds * 1000 + 250);
      }),
    );
  });
});
