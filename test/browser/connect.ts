import type { BrowserContext, Page } from '@playwright/test';
import type { MembraneEmulator } from '../helpdesks/membrane/emulator';
import { SHOP_SECRET, shopCard } from '../shop/shop';
import { expect } from './expect';
import { EXTENSION_ID, extensionPage, extensionSettings } from './extension';
import { readTable } from './timeline';

export interface ConnectionForm {
  platform: string;
  /** Origins the browser must permit, as match patterns. */
  permissions: readonly string[];
  fields: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
}

/** Gives the extension host permissions as a person would in the browser's own dialog. */
export function grantPermissions(
  context: BrowserContext,
  patterns: readonly string[],
): Promise<void> {
  return inSpareTab(context, async (page) => {
    await allow(page, patterns);
    await page.goto(extensionPage('icon/16.png'));
    await request(page, patterns);
  });
}

/**
 * Connects accounts in the way the options page does it: the secrets go into the drop box, the rest into a
 * command. Throws the product's own message when a platform refuses.
 */
export function connectAccounts(
  context: BrowserContext,
  forms: readonly ConnectionForm[],
): Promise<void> {
  const patterns = [...new Set(forms.flatMap((form) => form.permissions))];
  return inSpareTab(context, async (page) => {
    await allow(page, patterns);
    await openBareOptions(page);
    await request(page, patterns);
    for (const form of forms) await connect(page, form);
  });
}

/** Removes every account, and with it all that was read there. */
export function disconnectAll(context: BrowserContext): Promise<void> {
  return inSpareTab(context, async (page) => {
    await openBareOptions(page);
    for (const { id } of await readTable(page, 'connections')) {
      await page.evaluate(
        (connectionId) =>
          chrome.runtime.sendMessage({ type: 'options.remove', payload: { connectionId } }),
        id,
      );
    }
    expect(await readTable(page, 'connections')).toEqual([]);
  });
}

/**
 * Connects accounts over the emulated Membrane, whose tenant `desk` has all of them: signs in there, saves
 * each connection without a key, and confirms for each that it is the right account.
 */
export function connectThroughMembrane(
  context: BrowserContext,
  membrane: Pick<MembraneEmulator, 'token' | 'tenants'>,
  forms: readonly ConnectionForm[],
): Promise<void> {
  const patterns = forms.flatMap((form) => form.permissions).concat(membraneHost);
  return inSpareTab(context, async (page) => {
    await allow(page, patterns);
    await openBareOptions(page);
    await request(page, patterns);
    const token = membrane.token('desk', { exp: undefined });
    const signedIn = await page.evaluate(async (given) => {
      const describe = { platform: 'chatra', fields: {} };
      await chrome.runtime.sendMessage({ type: 'options.describe', payload: describe });
      await chrome.storage.local.set({ 'draft-secret:draft-m': { token: given } });
      const payload = { draftId: 'draft-m' };
      return JSON.stringify(
        await chrome.runtime.sendMessage({ type: 'membrane.sign-in', payload }),
      );
    }, token);
    if (!signedIn.includes('"kind":"ok"')) throw new Error(`no sign-in to Membrane: ${signedIn}`);
    for (const { platform, fields } of forms) {
      const connectionId = membrane.tenants.find('desk', platform).id;
      const saved = await page.evaluate(
        async (payload) => {
          const answer: unknown = await chrome.runtime.sendMessage({
            type: 'options.save',
            payload,
          });
          const id: unknown = Reflect.get(
            Object(Reflect.get(Object(answer), 'value')),
            'connectionId',
          );
          const confirmed = { connectionId: id };
          await chrome.runtime.sendMessage({ type: 'membrane.confirm', payload: confirmed });
          return JSON.stringify(answer);
        },
        { draftId: `draft-${platform}`, platform, fields, membrane: { connectionId } },
      );
      if (!saved.includes('"kind":"ok"'))
        throw new Error(`${platform} was not connected: ${saved}`);
    }
  });
}

/** Sets up the shop's data card as the settings do it; the secret goes into the drop box. */
export function addShopCard(context: BrowserContext): Promise<void> {
  return inSpareTab(context, async (page) => {
    const patterns = [`${new URL(shopCard.address).origin}/*`];
    await allow(page, patterns);
    await openBareOptions(page);
    await request(page, patterns);
    const saved = await page.evaluate(
      async ({ form, secret }) => {
        const describe = { platform: 'chatra', fields: {} };
        await chrome.runtime.sendMessage({ type: 'options.describe', payload: describe });
        await chrome.storage.local.set({ 'draft-secret:draft-card': { secret } });
        const payload = { draftId: 'draft-card', form };
        return JSON.stringify(await chrome.runtime.sendMessage({ type: 'cards.save', payload }));
      },
      { form: shopCard, secret: SHOP_SECRET },
    );
    if (!saved.includes('"kind":"ok"')) throw new Error(`no data card: ${saved}`);
  });
}

const membraneHost = 'https://api.getmembrane.com/*';

/** Does something in the empty tab a browser starts with, or in a new tab. */
async function inSpareTab(
  context: BrowserContext,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const empty = context.pages().find((page) => page.url() === 'about:blank');
  const page = empty ?? (await context.newPage());
  await act(page);
  if (empty === undefined) await page.close();
  else await page.goto('about:blank');
}

/** Runs in the browser's own settings page: from now on the browser permits these without its dialog. */
async function allow(page: Page, patterns: readonly string[]): Promise<void> {
  await page.goto(extensionSettings);
  await page.evaluate(
    async ([id, ...hosts]) => {
      const api = Reflect.get(chrome, 'developerPrivate');
      for (const host of hosts) await api.addHostPermission(id, host);
    },
    [EXTENSION_ID, ...patterns],
  );
}

function request(page: Page, patterns: readonly string[]): Promise<unknown> {
  return page.evaluate((origins) => chrome.permissions.request({ origins }), [...patterns]);
}

/** The options page's address and rights, without its scripts: the page is not looked at. */
async function openBareOptions(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*.js', '*.css'] });
  await page.goto(extensionPage('options.html'));
  await session.detach();
}

async function connect(page: Page, { platform, fields, secrets }: ConnectionForm): Promise<void> {
  const answer = await page.evaluate(
    async (form) => {
      const draftId = `draft-${form.platform}`;
      // Answered once the worker has started; at its start it empties the drop box.
      const draft = { platform: form.platform, fields: form.fields };
      await chrome.runtime.sendMessage({ type: 'options.describe', payload: draft });
      await chrome.storage.local.set({ [`draft-secret:${draftId}`]: form.secrets });
      const payload = { draftId, platform: form.platform, fields: form.fields };
      return chrome.runtime.sendMessage({ type: 'options.save', payload }) as Promise<unknown>;
    },
    { platform, fields, secrets },
  );
  const text = JSON.stringify(answer);
  if (!text.includes('"kind":"ok"')) throw new Error(`${platform} could not be connected: ${text}`);
}
