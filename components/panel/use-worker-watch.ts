import { useCallback, useEffect } from 'react';
import { browser } from 'wxt/browser';
import { historyCommands } from '../../lib/messaging/history-commands';
import type { Coverage } from '../../lib/model/coverage';
import { type PanelSnapshot, snapshotSubject } from '../../lib/storage/panel-snapshot';
import { sayFull, sayUnanswered } from './send-from-panel';
import { sendUntilAnswered } from './send-until-answered';

/** Pause (ms) between two commands while nothing else happens: a little longer than "fresh" lasts. */
export const WATCH_AGAIN_MS = 75_000;

/**
 * Keeps the worker busy with what this window shows: when the panel opens or becomes visible again, when its
 * window gets the focus, when the tab shows somebody else, when the worker was stopped in the middle, when a
 * platform allows the next try, when the network is back, and at intervals while the window has the focus. A
 * hidden panel asks for nothing, and a closed one does not exist. `snapshot`: what is on screen, once it has
 * been read.
 */
export function useWorkerWatch(windowId: number, snapshot: PanelSnapshot | undefined): void {
  const watch = useWatch(windowId);
  const subject = snapshot && snapshotSubject(snapshot);
  const retryAt = snapshot && nextTryOf(snapshot);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is the reason to watch again
  useEffect(() => {
    watch();
    document.addEventListener('visibilitychange', watch);
    window.addEventListener('online', watch);
    return () => {
      document.removeEventListener('visibilitychange', watch);
      window.removeEventListener('online', watch);
    };
  }, [watch, subject]);

  useEffect(() => {
    if (retryAt === undefined) return;
    const timer = setTimeout(watch, Math.max(retryAt - Date.now(), 1_000));
    return () => clearTimeout(timer);
  }, [watch, retryAt]);

  useWindowFocus(windowId, watch);
  useWatchNowAndThen(windowId, watch);
}

/** Epoch ms of the earliest moment at which a platform allows another try. */
function nextTryOf({ screen, sources }: PanelSnapshot): number | undefined {
  const coverages = [screen?.problem, ...sources.map(({ coverage }) => coverage)];
  const times = coverages.flatMap(retryTimes);
  return times.length === 0 ? undefined : Math.min(...times);
}

function retryTimes(coverage: Coverage | undefined): number[] {
  return coverage?.state === 'limited' && coverage.retryAt !== undefined ? [coverage.retryAt] : [];
}

/** The focus is in the page more often than in the panel, so the focus of the window is used. */
function useWindowFocus(windowId: number, onFocus: () => void): void {
  useEffect(() => {
    const listener = (focused: number): void => {
      if (focused === windowId) onFocus();
    };
    browser.windows.onFocusChanged.addListener(listener);
    return () => browser.windows.onFocusChanged.removeListener(listener);
  }, [windowId, onFocus]);
}

/** The timer runs only while the panel is visible; without the window's focus a turn is skipped. */
function useWatchNowAndThen(windowId: number, watch: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const turn = async (): Promise<void> => {
      const { focused } = await browser.windows.get(windowId);
      if (focused) watch();
    };
    const follow = (): void => {
      clearInterval(timer);
      if (document.visibilityState === 'hidden') return;
      // A window that is being closed does not answer any more; then there is nothing to watch.
      timer = setInterval(() => void turn().catch(() => undefined), WATCH_AGAIN_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [windowId, watch]);
}

function useWatch(windowId: number): () => void {
  return useCallback(() => {
    const isSeen = () => document.visibilityState !== 'hidden';
    sendUntilAnswered(historyCommands, 'panel.watch', { windowId }, isSeen)
      .then((answer) => answer === 'storage-full' && sayFull())
      .catch(sayUnanswered);
  }, [windowId]);
}
