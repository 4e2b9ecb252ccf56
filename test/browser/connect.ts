import type { BrowserContext, Page } from '@playwright/test';
import { EXTENSION_ID, extensionPage } from './extension';

export interface ConnectionForm {
  platform: string;
  /** Origins the browser must permit, as match patterns. */
  permissions: readonly string[];
  fields: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
}

/** Gives the extension host permissions as a person would in the browser's own dialog. */
export async function grantPermissions(
  context: BrowserContext,
  patterns: readonly string[],
): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome://extensions/?id=${EXTENSION_ID}`);
  for (const pattern of patterns) {
    await page.evaluate(
      ([id, host]) => {
        const api = Reflect.get(chrome, 'developerPrivate') as {
          addHostPermission(id: string, host: string): Promise<void>;
        };
        return api.addHostPermission(id ?? '', host ?? '');
      },
      [EXTENSION_ID, pattern],
    );
  }
  await page.goto(extensionPage('options.html'));
  // Now the extension's own request is granted without the dialog.
  await page.evaluate((origins) => chrome.permissions.request({ origins: [...origins] }), patterns);
  await page.close();
}

/**
 * Connects accounts by the way the options page does it: the secrets go into the drop box, the
 * rest into a command. Throws with the product's own words when a platform refuses.
 */
export async function connectAccounts(
  context: BrowserContext,
  forms: readonly ConnectionForm[],
): Promise<void> {
  await grantPermissions(context, [...new Set(forms.flatMap((form) => form.permissions))]);
  const page = await context.newPage();
  await page.goto(extensionPage('options.html'));
  for (const form of forms) await connect(page, form);
  await page.close();
}

async function connect(page: Page, { platform, fields, secrets }: ConnectionForm): Promise<void> {
  const answer = await page.evaluate(
    async (form) => {
      const draftId = `draft-${form.platform}`;
      await chrome.storage.local.set({ [`draft-secret:${draftId}`]: form.secrets });
      const payload = { draftId, platform: form.platform, fields: form.fields };
      return chrome.runtime.sendMessage({ type: 'options.save', payload }) as Promise<unknown>;
    },
    { platform, fields, secrets },
  );
  const text = JSON.stringify(answer);
  if (!text.includes('"kind":"ok"')) throw new Error(`${platform} could not be connected: ${text}`);
}
