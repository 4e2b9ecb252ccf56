import { liveQuery } from 'dexie';
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { Contact } from '../../lib/model/contact';
import { contactRef } from '../../lib/model/ids';
import { database } from '../../lib/storage/database';
import { contactOfRef, type HeldHistory, readHistory } from '../../lib/storage/panel-queries';
import { newestFirst } from '../../lib/timeline/order';

interface Parts {
  anchor: string;
  /** By `contactRef`. */
  byContact: ReadonlyMap<string, HeldHistory>;
  /** All contacts known at the start were read once. */
  isReady: boolean;
}

/**
 * What is held of these contacts, kept up to date; `undefined` until it was read for this person,
 * so that nobody's history ever stands under somebody else's name. Each contact has a query of its
 * own: what arrives from one platform does not read the thousands of messages of the others again.
 * Throws while rendering when the database fails.
 */
export function useHistory(anchor: string, contacts: readonly Contact[]): HeldHistory | undefined {
  const [parts, setParts] = useState<Parts>();
  const [failure, setFailure] = useState<Error>();
  const key = contacts.map(contactRef).join('\n');
  useEffect(() => {
    const refs = key.split('\n');
    const awaited = new Set(refs);
    const subscriptions = refs.map((ref) =>
      liveQuery(() => readHistory(database, contactOfRef(ref))).subscribe({
        next: ({ conversations, messages }) => {
          // Sorted parts are cheap to merge, however long the others are.
          const part = { conversations, messages: messages.sort(newestFirst) };
          const take = () => setParts((before) => withPart(before, anchor, refs, ref, part));
          // What is waited for comes at once; what comes later leaves the hand that scrolls its time.
          if (awaited.delete(ref)) take();
          else startTransition(take);
        },
        error: (error: unknown) =>
          setFailure(error instanceof Error ? error : new Error('database')),
      }),
    );
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [anchor, key]);

  if (failure !== undefined) throw failure;
  const shown = parts?.anchor === anchor && parts.isReady ? parts.byContact : undefined;
  return useMemo(() => {
    if (shown === undefined) return undefined;
    const held = [...shown.values()];
    return {
      conversations: held.flatMap((part) => part.conversations),
      messages: held.flatMap((part) => part.messages),
    };
  }, [shown]);
}

/** The parts with a newer one for `ref`, and without contacts that are no longer this person. */
function withPart(
  before: Parts | undefined,
  anchor: string,
  refs: readonly string[],
  ref: string,
  part: HeldHistory,
): Parts {
  const same = before?.anchor === anchor ? before : undefined;
  const kept = [...(same?.byContact ?? [])].filter(([known]) => refs.includes(known));
  const byContact = new Map([...kept, [ref, part]]);
  return { anchor, byContact, isReady: same?.isReady === true || byContact.size === refs.length };
}
