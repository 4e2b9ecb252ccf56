// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useLanguage, usePageLanguage } from '../../../../components/hooks/use-language';

afterEach(cleanup);

test('only the root of a page marks the page as written in the language', () => {
  expect(renderHook(() => useLanguage()).result.current).toBe('en');
  expect(document.documentElement.lang).toBe('');
  expect(renderHook(() => usePageLanguage()).result.current).toBe('en');
  expect(document.documentElement.lang).toBe('en');
});
