import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { withLock } from '../../async/with-lock';
import type { Connection } from '../../model/connection';
import type { PlatformName } from '../../model/ids';
import { matchPatternOf } from '../../model/match-patterns';
import { isPermitted } from './permissions';

/** A platform's content script, and the origins where it runs. */
interface PageScript {
  id: string;
  js: ScriptPublicPath[];
  matches: string[];
}

/**
 * Runs each platform's content script on the helpdesk pages of its connections, and nowhere else: in
 * tabs opened from now on, and once in those already open.
 */
export function registerContentScripts(connections: readonly Connection[]): Promise<void> {
  // One after the other: two registrations at once would collide on the scripts' ids.
  return withLock(browser, 'content-scripts', () => register(connections));
}

async function register(connections: readonly Connection[]): Promise<void> {
  const wanted = await scriptsFor(connections);
  const registered = await browser.scripting.getRegisteredContentScripts();
  const gone = registered.filter(({ id }) => !wanted.some((script) => script.id === id));
  if (gone.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: gone.map(({ id }) => id) });
  }
  const isKnown = ({ id }: PageScript) => registered.some((script) => script.id === id);
  const [known, fresh] = [wanted.filter(isKnown), wanted.filter((script) => !isKnown(script))];
  if (known.length > 0) await browser.scripting.updateContentScripts(known);
  if (fresh.length > 0) {
    await browser.scripting.registerContentScripts(
      fresh.map((script) => ({ ...script, runAt: 'document_idle', persistAcrossSessions: true })),
    );
  }
  for (const script of wanted) await injectIntoOpenTabs(script);
}

async function scriptsFor(connections: readonly Connection[]): Promise<PageScript[]> {
  const origins = new Map<PlatformName, Set<string>>();
  for (const { platform, pageOrigin } of connections) {
    if (!(await isPermitted(pageOrigin))) continue;
    origins.set(platform, (origins.get(platform) ?? new Set()).add(matchPatternOf(pageOrigin)));
  }
  return [...origins].map(([platform, matches]) => ({
    id: `helpdesk-${platform}`,
    js: [`/helpdesk-${platform}.js`].filter(isBuilt),
    matches: [...matches],
  }));
}

function isBuilt(path: string): path is ScriptPublicPath {
  return /^\/helpdesk-[a-z0-9-]+\.js$/.test(path);
}

/** A registered script reaches only pages loaded later; a second copy replaces the first. */
async function injectIntoOpenTabs({ js, matches }: PageScript): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(async (tab) => {
      if (tab.id === undefined || tab.discarded === true) return;
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: js });
    }),
  );
}
