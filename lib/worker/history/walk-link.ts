import { browser } from 'wxt/browser';
import { stopWalkRequest, type WalkRequest } from '../../messaging/page-request';

/** How the worker has a tab's page read. Each method resolves to whether the page accepted the request. */
export interface WalkLink {
  start(tabId: number, conversationId: string): Promise<boolean>;
  stop(tabId: number): Promise<boolean>;
}

/** The link to the top frame of a tab, and to no other frame. */
export const walkLink: WalkLink = {
  async start(tabId, conversationId) {
    const request: WalkRequest = { type: 'worker.walk', conversationId };
    if (await ask(tabId, request)) return true;
    // The script that walks is injected now; it is not in every helpdesk page from the start.
    await browser.scripting
      .executeScript({ target: { tabId, frameIds: [0] }, files: ['/walk.js'] })
      .catch(() => undefined);
    return ask(tabId, request);
  },
  stop: (tabId) => ask(tabId, stopWalkRequest),
};

async function ask(tabId: number, request: WalkRequest | typeof stopWalkRequest): Promise<boolean> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, request, { frameId: 0 })
    .catch(() => false);
  return answer === true;
}
