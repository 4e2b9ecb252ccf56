import * as v from 'valibot';
import { browser } from 'wxt/browser';

/**
 * Stored with the browser's own calls: the panel reads it at its very start, which WXT's storage
 * would make 3 kB larger.
 */
const key = 'reply-wish';

/** A request older than this (ms) belongs to a panel that did not open, or was closed since. */
const MAX_AGE_MS = 10_000;

const requestSchema = v.object({
  windowId: v.number(),
  at: v.number(),
  /** What was typed for the search before the panel was there. */
  typed: v.optional(v.string(), ''),
});

/** Notes that the canned responses of this window's panel are wanted. Worker only. */
export async function requestReplies(windowId: number, typed = ''): Promise<void> {
  await browser.storage.session.set({ [key]: { windowId, at: Date.now(), typed } });
}

/**
 * Calls `onRequest` for each request for this window's canned responses, one that is older than the
 * panel too, but never twice. The request stays stored: a panel that is just being shut must not take
 * it from the one that comes up. Returns how to stop.
 */
export function watchReplyRequests(
  windowId: number,
  onRequest: (typed: string) => void,
): () => void {
  let last = '';
  const take = (stored: unknown): void => {
    const request = v.safeParse(requestSchema, stored);
    const read = JSON.stringify(stored);
    if (!request.success || request.output.windowId !== windowId || read === last) return;
    last = read;
    const { at, typed } = request.output;
    if (Date.now() - at < MAX_AGE_MS) onRequest(typed);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session') take(changes[key]?.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  void browser.storage.session.get(key).then((stored) => take(stored[key]));
  return () => browser.storage.onChanged.removeListener(listener);
}
