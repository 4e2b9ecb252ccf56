import { useEffect } from 'react';
import { replyCommands } from '../../lib/messaging/reply-commands';
import { send } from '../../lib/messaging/send';

interface Freshness {
  /** Only this source; absent: all of them. */
  source?: string | undefined;
  /** Also repeatedly while the page is in front, at this interval (ms). */
  every?: number;
}

/** Coming back after less than this (ms) is no reason to read again. */
const fresh = 60_000;

/** What was read less than this (ms) ago was read by another page that opened at the same moment. */
const justRead = 2_000;

/**
 * Has the canned responses read again when the page that shows them opens, and when it comes to the front
 * after a minute; those of one source at once, whenever they were read last. Failures are shown by source.
 */
export function useFreshReplies({ source, every }: Freshness = {}): void {
  useEffect(() => {
    const read = (olderThanMs: number) => {
      if (document.visibilityState === 'hidden') return;
      void send(replyCommands, 'replies.refresh', { olderThanMs, source }).catch(() => undefined);
    };
    const onFront = () => read(Math.min(fresh, every ?? fresh));
    // Before an edit nothing is fresh enough.
    read(source === undefined ? justRead : 0);
    document.addEventListener('visibilitychange', onFront);
    window.addEventListener('focus', onFront);
    const timer = every === undefined ? undefined : setInterval(onFront, every);
    return () => {
      document.removeEventListener('visibilitychange', onFront);
      window.removeEventListener('focus', onFront);
      clearInterval(timer);
    };
  }, [source, every]);
}
