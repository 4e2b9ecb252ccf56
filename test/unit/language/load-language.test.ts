import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { i18n } from '../../../lib/language/i18n';
import type { LanguageTag } from '../../../lib/language/languages';
import { activateLanguage, followLanguage } from '../../../lib/language/load-language';
import { formatTag } from '../../../lib/language/per-language';
import { eventually } from '../eventually';

beforeEach(() => {
  vi.stubGlobal('navigator', { languages: ['en-US'] });
});
afterEach(() => {
  activateLanguage('en', {});
  vi.unstubAllGlobals();
});

/** The files of the package, and which of them were read. */
function serve(files: Record<string, unknown>): string[] {
  const read: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    read.push(url.pathname);
    if (files[url.pathname] === undefined) throw new TypeError('Failed to fetch');
    return Response.json(files[url.pathname]);
  });
  return read;
}

function choice(chosen: LanguageTag | undefined) {
  let tell: (chosen: LanguageTag | undefined) => void = () => undefined;
  return {
    read: async () => chosen,
    watch: (onChange: typeof tell) => {
      tell = onChange;
      return () => undefined;
    },
    change: (to: LanguageTag | undefined) => tell(to),
  };
}

const files = {
  '/language/en.json': { today: 'Today' },
  '/language/zh-CN.json': { today: '今天' },
};

test('one language is loaded at a time, another when it is chosen', async () => {
  activateLanguage('zh-CN', {});
  const read = serve(files);
  const chosen = choice('en');
  const onChange = vi.fn();
  await followLanguage(chosen, onChange);
  expect([read, i18n._('today')]).toEqual([['/language/en.json'], 'Today']);
  expect(onChange).not.toHaveBeenCalled();

  chosen.change('zh-CN');
  await eventually(() => expect(onChange).toHaveBeenCalledOnce());
  expect([read.length, i18n._('today'), formatTag()]).toEqual([2, '今天', 'zh-CN']);

  chosen.change('zh-CN');
  await Promise.resolve();
  expect([read.length, onChange.mock.calls.length]).toEqual([2, 1]);
});

test('of two choices in quick succession the last holds, however long the first takes to load', async () => {
  let finishFirst: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    finishFirst = resolve;
  });
  const read: string[] = [];
  vi.stubGlobal('fetch', async ({ pathname }: URL) => {
    read.push(pathname);
    if (pathname.includes('zh-CN')) await first;
    return Response.json(
      files[pathname === '/language/en.json' ? pathname : '/language/zh-CN.json'],
    );
  });
  const chosen = choice('en');
  await followLanguage(chosen);
  chosen.change('zh-CN');
  await eventually(() => expect(read).toContain('/language/zh-CN.json'));
  chosen.change('en');
  finishFirst();
  await new Promise((resolve) => setTimeout(resolve));
  expect(i18n.locale).toBe('en');
});

test('without a choice the browser decides', async () => {
  vi.stubGlobal('navigator', { languages: ['fr', 'zh-CN'] });
  serve(files);
  await followLanguage(choice(undefined));
  expect(i18n._('today')).toBe('今天');
});

describe('where something cannot be read', () => {
  beforeEach(() => i18n.loadAndActivate({ locale: '', messages: {} }));

  test('a choice that cannot be read leaves it to the browser', async () => {
    vi.stubGlobal('navigator', { languages: ['zh-CN'] });
    serve(files);
    await followLanguage({ ...choice('en'), read: () => Promise.reject(new Error('no storage')) });
    expect(i18n._('today')).toBe('今天');
  });

  test('a language without sentences leaves English', async () => {
    const { '/language/en.json': english } = files;
    serve({ '/language/en.json': english });
    await followLanguage(choice('zh-CN'));
    expect([i18n.locale, i18n._('today')]).toEqual(['en', 'Today']);
  });

  test('no sentences at all leave a page that can be drawn', async () => {
    serve({});
    await followLanguage(choice('zh-CN'));
    expect([i18n.locale, i18n._('today')]).toEqual(['en', 'today']);
  });

  test('a later choice without sentences leaves the language, and nothing rejects', async () => {
    const { '/language/en.json': english } = files;
    const read = serve({ '/language/en.json': english });
    const chosen = choice('en');
    const onChange = vi.fn();
    await followLanguage(chosen, onChange);
    chosen.change('zh-CN');
    await eventually(() => expect(read).toContain('/language/zh-CN.json'));
    await new Promise((resolve) => setTimeout(resolve));
    expect([i18n._('today'), onChange.mock.calls.length]).toEqual(['Today', 0]);
  });
});
