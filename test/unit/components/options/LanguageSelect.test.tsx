// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageSelect } from '../../../../components/options/LanguageSelect';
import { extension } from './fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('./fake-extension');
  return { browser: fake.browser };
});

afterEach(cleanup);

test('a language is chosen by its own name, and given back to the browser', async () => {
  extension.reset();
  render(<LanguageSelect />);
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Language' });
  await waitFor(() => expect(list.disabled).toBe(false));
  expect([...list.options].map(({ text }) => text)).toEqual([
    'As in the browser (English)',
    'English',
    '简体中文',
  ]);
  fireEvent.change(list, { target: { value: 'zh-CN' } });
  await waitFor(() => expect(extension.sent.at(-1)?.payload).toEqual({ language: 'zh-CN' }));
  fireEvent.change(list, { target: { value: '' } });
  await waitFor(() => expect(extension.sent.at(-1)?.payload).toEqual({ language: undefined }));
});
