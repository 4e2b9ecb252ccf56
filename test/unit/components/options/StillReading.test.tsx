// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsSections } from '../../../../components/options/SettingsSections';
import { parrot, parrotConnection } from './examples';
import { extension } from './fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('./fake-extension');
  return { browser: fake.browser };
});

afterEach(cleanup);

const pending = () => document.querySelectorAll('.once-read [data-still-reading]').length;

test.each([[[]], [[parrotConnection()]]])(
  'the sections wait for the last of them that reads',
  async (connections) => {
    const props = { platforms: [parrot], connections, missingPatterns: new Set<string>() };
    extension.answer = (type) => {
      const keys = { hasPassphrase: false, isLocked: false, minutes: 0 };
      return { ok: true, value: type === 'options.key-state' ? keys : undefined };
    };
    render(<SettingsSections {...props} />);
    expect(pending()).toBeGreaterThan(0);
    await screen.findByRole('heading', { name: 'Keys' });
    await waitFor(() => expect(pending()).toBe(0));
    expect(document.querySelectorAll('.once-read h2').length).toBeGreaterThan(3);
  },
);
