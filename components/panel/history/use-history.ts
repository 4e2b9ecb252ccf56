import { startTransition, useLayoutEffect, useRef, useState } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, refLines, refsOfLines } from '../../../lib/model/ids';
import { feedOf, firstHistory } from './first-feed';
import type { PersonFeed, PersonHistory } from './person-feed';

/** Changes are collected for this long (ms) before they are shown together. */
const collectTime = 40;

interface Shown {
  anchor: ContactRef;
  history: PersonHistory;
}

/**
 * What is stored about these contacts, kept up to date; `undefined` until its newest part has been read for
 * this person, so that no one's history is ever shown under somebody else's name. The rest follows piece by
 * piece; nothing is shown before the last reading position is reached. Throws while rendering when the
 * database fails.
 */
export function useHistory(
  anchor: ContactRef,
  contacts: readonly Contact[],
): PersonHistory | undefined {
  const key = refLines(contacts);
  // Of the first person it has been read already, and is drawn with all around it.
  const [shown, setShown] = useState<Shown | undefined>(() => {
    const history = firstHistory(anchor, key);
    return history && { anchor, history };
  });
  const wasShown = useRef(shown !== undefined && hasAnything(shown.history));
  const [failure, setFailure] = useState<Error>();
  const feed = useRef<PersonFeed | undefined>(undefined);
  // Before the frame is painted, so that what is shown next is already being read.
  useLayoutEffect(() => {
    let isAnythingShown = wasShown.current;
    wasShown.current = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      const history = own.read();
      if (history === undefined) return;
      // What is awaited is shown at once; what comes later must not slow down scrolling.
      if (isAnythingShown) startTransition(() => setShown({ anchor, history }));
      else setShown({ anchor, history });
      isAnythingShown = hasAnything(history);
    };
    const onChange = () => {
      if (isAnythingShown) timer ??= setTimeout(show, collectTime);
      else show();
    };
    const onError = (error: unknown) =>
      setFailure(error instanceof Error ? error : new Error('database'));
    const own = feedOf(anchor);
    own.listen({ onChange, onError });
    feed.current = own;
    return () => {
      clearTimeout(timer);
      own.close();
    };
  }, [anchor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person has another feed
  useLayoutEffect(() => {
    feed.current?.follow(refsOfLines(key));
  }, [anchor, key]);

  if (failure !== undefined) throw failure;
  return shown?.anchor === anchor ? shown.history : undefined;
}

function hasAnything({ messages, conversations }: PersonHistory): boolean {
  return messages.length > 0 || conversations.length > 0;
}
