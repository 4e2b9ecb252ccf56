import { startTransition, useLayoutEffect, useRef, useState } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, refLines, refsOfLines } from '../../../lib/model/ids';
import { feedOf } from './first-feed';
import type { PersonFeed, PersonHistory } from './person-feed';

/** So long (ms) changes are collected before they are shown together. */
const collectTime = 40;

/**
 * What is held of these contacts, kept up to date; `undefined` until its newest part was read for
 * this person, so that nobody's history ever stands under somebody else's name. The rest follows
 * piece by piece, down to where somebody was reading before anything is shown. Throws while
 * rendering when the database fails.
 */
export function useHistory(
  anchor: ContactRef,
  contacts: readonly Contact[],
): PersonHistory | undefined {
  const [shown, setShown] = useState<{ anchor: ContactRef; history: PersonHistory }>();
  const [failure, setFailure] = useState<Error>();
  const feed = useRef<PersonFeed | undefined>(undefined);
  const key = refLines(contacts);
  // Before the frame is painted: what is shown next is being read meanwhile.
  useLayoutEffect(() => {
    let isShown = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      const history = own.read();
      if (history === undefined) return;
      // What is waited for comes at once; what comes later leaves the hand that scrolls its time.
      if (isShown) startTransition(() => setShown({ anchor, history }));
      else setShown({ anchor, history });
      isShown = true;
    };
    const onChange = () => {
      if (isShown) timer ??= setTimeout(show, collectTime);
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
