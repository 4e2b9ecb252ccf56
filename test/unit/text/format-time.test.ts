import { describe, expect, it } from 'vitest';
import { formatLanguage } from '../../../lib/text/format-language';
import { formatSize } from '../../../lib/text/format-size';
import {
  formatAge,
  formatDate,
  formatDay,
  formatExactTime,
  localDay,
} from '../../../lib/text/format-time';

const now = new Date(2026, 10, 20, 14, 5, 9).getTime();
const minute = 60_000;
const day = 24 * 60 * minute;

describe('ageWords', () => {
  it.each([
    [0, 'just now'],
    [9_999, 'just now'],
    [25_000, '20 s ago'],
    [5 * minute, '5 min ago'],
    [23.5 * 60 * minute, '23 h ago'],
    [3 * day, '3 d ago'],
    [60.5 * day, '60 d ago'],
    [61 * day, '2 mo ago'],
    [200 * day, '6 mo ago'],
    [730.5 * day, '23 mo ago'],
    [731 * day, '2 y ago'],
    [1_100 * day, '3 y ago'],
    [-5 * minute, 'in 5 min'],
  ])('tells %d ms as %s', (age, words) => {
    expect(formatAge(now - age, now)).toBe(words);
  });
});

describe('days', () => {
  it('names the days around today', () => {
    expect(formatDay(now, now)).toBe('Today');
    expect(formatDay(new Date(2026, 10, 19, 23, 59).getTime(), now)).toBe('Yesterday');
    expect(formatDay(new Date(2026, 10, 21).getTime(), now)).toBe('Tomorrow');
    expect(formatDay(new Date(2026, 10, 16).getTime(), now)).toMatch(/^Monday,? 16 November$/);
    expect(formatDay(new Date(2030, 2, 1).getTime(), now)).toContain('2030');
  });

  it('holds its own moment, also on days when clocks change and in odd years', () => {
    const dates = [
      new Date(2026, 2, 29, 2, 30),
      new Date(2026, 9, 25, 2, 30),
      new Date(-62_000_000_000_000),
      new Date(0),
    ];
    for (const date of dates) {
      const { start, end } = localDay(date.getTime());
      expect(start).toBeLessThanOrEqual(date.getTime());
      expect(end).toBeGreaterThan(date.getTime());
    }
  });

  it('shows any number without failing', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -9e15, 9e15]) {
      expect(formatExactTime(odd)).not.toBe('');
      expect(formatDate(odd)).not.toBe('');
      expect(formatDay(odd, now)).not.toBe('');
    }
  });
});

describe('languageWords', () => {
  it.each([
    ['pt-BR', 'Brazilian Portuguese'],
    ['pt_BR', 'Brazilian Portuguese'],
    ['sv', 'Swedish'],
    ['not a tag', 'not a tag'],
  ])('puts %s into words', (tag, words) => {
    expect(formatLanguage(tag)).toBe(words);
  });
});

describe('sizeWords', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [999.7, '1 kB'],
    [83_211, '83 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_840_221, '1.8 MB'],
    [999_949_999, '999.9 MB'],
    [999_950_000, '1.0 GB'],
    [2_500_000_000, '2.5 GB'],
    [-1, undefined],
    [Number.NaN, undefined],
    [undefined, undefined],
  ])('tells %s bytes', (bytes, words) => {
    expect(formatSize(bytes)).toBe(words);
  });
});
