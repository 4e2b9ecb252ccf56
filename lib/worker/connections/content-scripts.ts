import { browser } from 'wxt/browser';
import { withLock } from '../../async/with-lock';
import type { Connection } from '../../model/connection';
import { matchPatternOf } from '../../model/match-patterns';
import { isPermitted } from './permissions';

const SCRIPT_ID = 'helpdesk-pages';
const SCRIPT_FILE = '/helpdesk.js';

/**
 * Runs the content script on the helpdesk pages of the connections, and nowhere else: in tabs
 * opened from now on, and once in those already open.
 */
export function registerContentScripts(connections: readonly Connection[]): Promise<void> {
  // One after the other: two registrations at once would collide on the script's id.
  return withLock(browser, SCRIPT_ID, () => register(connections));
}

async function register(connections: readonly Connection[]): Promise<void> {
  const origins = [...new Set(connections.map((connection) => connection.pageOrigin))];
  const permitted: string[] = [];
  for (const origin of origins)
    if (await isPermitted(origin)) permitted.push(matchPatternOf(origin));
  const matches = [...new Set(permitted)];
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered !== undefined) {
      await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    }
    return;
  }
  const script = { id: SCRIPT_ID, js: [SCRIPT_FILE], matches };
  if (registered === undefined) {
    await browser.scripting.registerContentScripts([
      { ...script, runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  } else {
    await browser.scripting.updateContentScripts([script]);
  }
  await injectIntoOpenTabs(matches);
}

/** A registered script reaches only pages loaded later; a second copy replaces the first. */
async function injectIntoOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(async (tab) => {
      if (tab.id === undefined || tab.discarded === true) return;
      await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [SCRIPT_FILE] });
    }),
  );
}
