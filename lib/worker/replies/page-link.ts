import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { InsertRequest, UndoInsertRequest } from '../../messaging/page-request';
import { type InsertOutcome, insertOutcomeSchema } from '../../model/insertion';
import { isPermitted } from '../connections/permissions';

/**
 * A page needs a second at the most while somebody has just typed; one that says nothing for so
 * long (ms) has lost its content script, or is stuck.
 */
const ANSWER_MS = 8_000;

/** How the worker reaches the page of a tab. */
export interface PageLink {
  isPermitted(origin: string): Promise<boolean>;
  /** `unreachable`: no answer, so that nobody knows what happened. `gone`: the page is no longer there. */
  ask(
    tabId: number,
    request: InsertRequest | UndoInsertRequest,
  ): Promise<InsertOutcome | 'gone' | 'unreachable'>;
}

/** The link to the top frame of a tab, and to no other frame. */
export const pageLink: PageLink = {
  isPermitted,
  async ask(tabId, request) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'unreachable'>((resolve) => {
      timer = setTimeout(() => resolve('unreachable'), ANSWER_MS);
    });
    try {
      // The browser may wait for the whole page to load. Nothing was asked of the page until then.
      if ((await Promise.race([bringTools(tabId), late])) === 'unreachable') return 'gone';
      const answer = browser.tabs.sendMessage(tabId, request, { frameId: 0 });
      return await Promise.race([answer.then(read), late]);
    } catch (error) {
      return neverArrived(error) ? 'gone' : 'unreachable';
    } finally {
      clearTimeout(timer);
    }
  },
};

/**
 * The script that inserts is injected now; it is not in every helpdesk page from the start. Where that fails,
 * the page says so itself.
 */
async function bringTools(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, files: ['/insertion.js'] })
    .catch(() => undefined);
}

function read(answer: unknown): InsertOutcome | 'unreachable' {
  const outcome = v.safeParse(insertOutcomeSchema, answer);
  return outcome.success ? outcome.output : 'unreachable';
}

/** The browser's words when no content script listens in the tab, or the tab is closed. */
function neverArrived(error: unknown): boolean {
  return (
    error instanceof Error && /receiving end does not exist|no tab with id/i.test(error.message)
  );
}
