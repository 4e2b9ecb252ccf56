import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { EXTENSION_ID, extensionFolder, readManifest } from '../browser/extension';

const firefoxFolder = path.resolve(extensionFolder, '../firefox-mv3');

async function bundles(folder: string): Promise<{ name: string; code: string }[]> {
  const names = await readdir(folder, { recursive: true });
  const scripts = names.filter((name) => name.endsWith('.js'));
  return Promise.all(
    scripts.map(async (name) => ({ name, code: await readFile(path.join(folder, name), 'utf8') })),
  );
}

const loopback = 'http://localhost:* http://127.0.0.1:*';
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'",
  `img-src 'self' data: https: ${loopback}; connect-src 'self' https: ${loopback}`,
  "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

test('practice 1: the manifest asks for exactly this', async () => {
  const { key, version, description, icons, ...rest } = await readManifest();
  expect(key).toBeDefined();
  expect(rest).toEqual({
    manifest_version: 3,
    name: 'Deskside',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'alarms', 'sidePanel'],
    optional_permissions: ['tabs'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    action: { default_title: '__MSG_openDeskside__' },
    commands: {
      'find-reply': {
        description: '__MSG_findReply__',
        suggested_key: { default: 'Ctrl+Shift+Y' },
      },
    },
    content_security_policy: { extension_pages: policy },
    storage: { managed_schema: 'managed-settings.json' },
    minimum_chrome_version: '120',
    background: { service_worker: 'background.js' },
    options_ui: { open_in_tab: true, page: 'options.html' },
    side_panel: { default_path: 'sidepanel.html' },
  });
});

test('practice 1: the manifest for Firefox asks for exactly this', async () => {
  const manifest = JSON.parse(await readFile(path.join(firefoxFolder, 'manifest.json'), 'utf8'));
  const { version, description, icons, browser_specific_settings, ...rest } = manifest;
  expect(browser_specific_settings.gecko.id).toBe('deskside@deskside.example');
  expect(rest).toEqual({
    manifest_version: 3,
    name: 'Deskside',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'alarms'],
    optional_permissions: ['tabs'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    action: { default_title: '__MSG_openDeskside__', default_area: 'navbar' },
    commands: {
      'find-reply': {
        description: '__MSG_findReply__',
        suggested_key: { default: 'Alt+Shift+Y' },
      },
    },
    web_accessible_resources: [
      {
        resources: ['picker.html'],
        matches: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
      },
    ],
    // Helpdesk pages frame the picker, and nothing else of the extension.
    content_security_policy: {
      extension_pages: policy.replace(
        "frame-ancestors 'none'",
        'frame-ancestors https: http://localhost:* http://127.0.0.1:*',
      ),
    },
    background: { scripts: ['background.js'] },
    options_ui: { open_in_tab: true, page: 'options.html' },
    sidebar_action: expect.objectContaining({ default_panel: 'sidepanel.html' }),
  });
});

test('what the browser shows of the manifest is there in every language', async () => {
  for (const folder of [extensionFolder, firefoxFolder]) {
    const manifest = await readFile(path.join(folder, 'manifest.json'), 'utf8');
    const asked = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
    expect(asked.toSorted()).toEqual(['description', 'findReply', 'openDeskside']);
    for (const tag of ['en', 'zh_CN']) {
      const file = path.join(folder, '_locales', tag, 'messages.json');
      const words: Record<string, { message: string }> = JSON.parse(await readFile(file, 'utf8'));
      expect(Object.keys(words).toSorted()).toEqual(asked.toSorted());
      for (const { message } of Object.values(words)) expect(message).not.toBe('');
    }
  }
});

test('the id follows from the key in the manifest', async () => {
  const { key } = await readManifest();
  const digest = await crypto.subtle.digest('SHA-256', Buffer.from(String(key), 'base64'));
  const letters = [...new Uint8Array(digest).slice(0, 16)]
    .flatMap((byte) => [byte >> 4, byte & 15])
    .map((nibble) => String.fromCharCode(97 + nibble));
  expect(letters.join('')).toBe(EXTENSION_ID);
});

for (const [name, folder] of [
  ['Chrome', extensionFolder],
  ['Firefox', firefoxFolder],
] as const) {
  test(`practice 2: the bundles for ${name} evaluate nothing and load nothing from elsewhere`, async () => {
    for (const { name: file, code } of await bundles(folder)) {
      expect(code, file).not.toMatch(/\beval\(|new Function\(/);
      expect(code, file).not.toMatch(/importScripts\(|import\(["'`]https?:/);
      expect(code, file).not.toMatch(/createElement\(["'`]script["'`]\)\.src/);
    }
  });
}

test('signing in on Membrane’s page is in no build that was not asked for it', async () => {
  for (const folder of [extensionFolder, firefoxFolder]) {
    for (const { name, code } of await bundles(folder)) {
      expect(code, name).not.toMatch(
        /oauth\/(?:authorize|register|token|revoke)|code_verifier|refresh_token/,
      );
    }
  }
});

test('no content script holds an API call or storage', async () => {
  const scripts = (await bundles(extensionFolder)).filter(({ name }) =>
    /^(helpdesk-|insertion)/.test(name),
  );
  const platforms = (await readdir(path.resolve(import.meta.dirname, '../../entrypoints'))).filter(
    (name) => name.startsWith('helpdesk-'),
  );
  expect(scripts.length).toBe(platforms.length + 1);
  for (const { name, code } of scripts) {
    expect(code, name).not.toMatch(
      /\bfetch\(|XMLHttpRequest|indexedDB|storage\.(local|sync|session)/,
    );
  }
});
