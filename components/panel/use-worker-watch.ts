import { useCallback, useEffect } from 'react';
import { browser } from 'wxt/browser';
import { historyCommands } from '../../lib/messaging/history-commands';
import { database } from '../../lib/storage/database';
import { readPanelWatch } from '../../lib/storage/panel-snapshot';
import { useLiveRead } from '../hooks/use-live-read';
import { sayFull, sayUnanswered } from './send-from-panel';
import { sendUntilAnswered } from './send-until-answered';

/** Pause (ms) between two commands while nothing else happens: a little longer than "fresh" lasts. */
export const WATCH_AGAIN_MS = 75_000;

/**
 * Keeps the worker busy with what this window shows: when the panel opens or becomes visible again, when its
 * window gets the focus, when the tab shows somebody else, when the worker was stopped in the middle, when a
 * platform allows the next try, and at intervals while the window has the focus. A hidden panel asks for
 * nothing, and a closed one does not exist.
 */
export function useWorkerWatch(windowId: number): void {
  const watch = useWatch(windowId);
  const watched = useLiveRead(
    {
      tables: [database.windows, database.screens, database.sources],
      read: () => readPanelWatch(database, windowId),
    },
    [windowId],
  );
  const subject = watched?.subject;
  const retryAt = watched?.retryAt;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is the reason to watch again
  useEffect(() => {
    watch();
    document.addEventListener('visibilitychange', watch);
    return () => document.removeEventListener('visibilitychange', watch);
  }, [watch, subject]);

  useEffect(() => {
    if (retryAt === undefined) return;
    const timer = setTimeout(watch, Math.max(retryAt - Date.now(), 1_000));
    return () => clearTimeout(timer);
  }, [watch, retryAt]);

  useWindowFocus(windowId, watch);
  useWatchNowAndThen(windowId, watch);
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
