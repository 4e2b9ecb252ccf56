import { afterEach, expect, test, vi } from 'vitest';
import config from '../../../wxt.config';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function built(browser: 'chrome' | 'firefox') {
  const { manifest, vite } = config;
  const env = { browser, command: 'build', manifestVersion: 3, mode: 'production' } as const;
  const told = typeof manifest === 'function' ? await manifest(env) : await manifest;
  return { ...told, define: (await vite?.(env))?.define };
}

test('the key that fixes the id is in every build for Chrome but the stores’', async () => {
  expect((await built('chrome')).key).toBeDefined();
  vi.stubEnv('DESKSIDE_STORE', '1');
  expect((await built('chrome')).key).toBeUndefined();
});

test.each(['chrome', 'firefox'] as const)(
  '%s: signing in on Membrane’s page, and the permission for it, come with the flag only',
  async (browser) => {
    const flag = 'import.meta.env.MEMBRANE_OAUTH';
    const plain = await built(browser);
    expect(plain.permissions).not.toContain('identity');
    expect(plain.define).toEqual({ [flag]: 'false' });
    vi.stubEnv('DESKSIDE_MEMBRANE_OAUTH', '1');
    const flagged = await built(browser);
    expect(flagged.permissions).toEqual([...(plain.permissions ?? []), 'identity']);
    expect(flagged.define).toEqual({ [flag]: 'true' });
  },
);
