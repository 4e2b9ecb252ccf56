import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { send } from '../../../lib/messaging/send';
import { type HelpdeskOffers, setUpCommands } from '../../../lib/messaging/set-up-commands';
import {
  readSetUp,
  type SetUpState,
  watchSetUp,
  writeSetUp,
} from '../../../lib/storage/set-up-progress';

/**
 * How far the set-up has come, kept up to date with other tabs, and the only way to change it;
 * `undefined` until it was read once.
 */
export function useSetUp(): [
  SetUpState | undefined,
  (change: (before: SetUpState) => SetUpState) => void,
] {
  const [state, setState] = useState<SetUpState>();
  const latest = useRef<SetUpState>(undefined);
  const keep = useCallback((next: SetUpState) => {
    latest.current = next;
    setState(next);
  }, []);
  useEffect(() => {
    let isWanted = true;
    const stop = watchSetUp((stored) => isWanted && keep(stored));
    void readSetUp().then((stored) => isWanted && keep(stored));
    return () => {
      isWanted = false;
      stop();
    };
  }, [keep]);
  const change = useCallback(
    (changed: (before: SetUpState) => SetUpState) => {
      if (latest.current === undefined) return;
      const next = changed(latest.current);
      keep(next);
      // Where it cannot be stored, the set-up goes on, but cannot be resumed.
      writeSetUp(next).catch(() => undefined);
    },
    [keep],
  );
  return [state, change];
}

export interface OfferedHelpdesks {
  /** `undefined` until the worker answered once. */
  found: HelpdeskOffers | undefined;
  isUnanswered: boolean;
  /** What came of looking at all tabs. */
  looked: 'denied' | 'done' | undefined;
  /** Asks the browser for the tabs' addresses, looks once and gives the right back. For click handlers. */
  lookAtTabs(): void;
  ask(): void;
}

/** The right with which the browser reveals the addresses of all tabs. */
const tabsRight = { permissions: ['tabs' as const] };

/** The helpdesks that may be connected, asked for now and when the page comes to the front. */
export function useOffers(): OfferedHelpdesks {
  const [found, setFound] = useState<HelpdeskOffers>();
  const [isUnanswered, setIsUnanswered] = useState(false);
  const [looked, setLooked] = useState<OfferedHelpdesks['looked']>();
  const hasLooked = useRef(false);
  const ask = useCallback(async () => {
    try {
      setFound(await send(setUpCommands, 'set-up.offers', {}));
      setIsUnanswered(false);
    } catch {
      setIsUnanswered(true);
    }
  }, []);
  useEffect(() => {
    // What was found by looking at all tabs would be lost when less is seen later.
    const askAgain = () => {
      if (document.visibilityState === 'visible' && !hasLooked.current) void ask();
    };
    // A right that an earlier search left behind, because its page was closed, is given back now.
    void browser.permissions
      .remove(tabsRight)
      .catch(() => false)
      .then(ask);
    document.addEventListener('visibilitychange', askAgain);
    return () => document.removeEventListener('visibilitychange', askAgain);
  }, [ask]);
  const lookAtTabs = () => {
    void lookOnce(ask).then((isAllowed) => {
      hasLooked.current = isAllowed;
      setLooked(isAllowed ? 'done' : 'denied');
    });
  };
  return { found, isUnanswered, looked, lookAtTabs, ask: () => void ask() };
}

/** Resolves to whether the browser allowed it. The right is given back whatever happens. */
async function lookOnce(look: () => Promise<void>): Promise<boolean> {
  const isAllowed = await browser.permissions.request(tabsRight).catch(() => false);
  if (!isAllowed) return false;
  try {
    await look();
  } finally {
    await browser.permissions.remove(tabsRight).catch(() => false);
  }
  return true;
}
