import { afterEach, expect, test, vi } from 'vitest';
import { activateLanguage } from '../../../lib/language/load-language';
import { perLanguage } from '../../../lib/language/per-language';
import { formatDuration, formatExactTime } from '../../../lib/text/format-time';

afterEach(() => activateLanguage('en', {}));

test('formats are those of the language, made once for each', () => {
  const make = vi.fn((tag: string) => tag);
  const made = perLanguage(make);
  expect([made(), made()]).toEqual(['en-GB', 'en-GB']);
  activateLanguage('zh-CN', {});
  expect([made(), made()]).toEqual(['zh-CN', 'zh-CN']);
  expect(make).toHaveBeenCalledTimes(2);
  expect(formatExactTime(Date.UTC(2026, 10, 20, 12))).toContain('2026年11月20日');
  activateLanguage('en', {});
  expect(formatDuration(120_000)).toBe('2 min');
});
