import { useEffect, useState } from 'react';
import {
  type CompletionOutcome,
  completionCommands,
  type OfferedCompletion,
} from '../../../../lib/messaging/completion-commands';
import { noAnswer } from '../../../../lib/messaging/no-answer';
import { send } from '../../../../lib/messaging/send';
import type { Contact } from '../../../../lib/model/contact';
import { contactRef, parseContactRef, refLines, refsOfLines } from '../../../../lib/model/ids';

/** An offer that was sent, and what happened to it. */
export interface CompletionResult {
  offer: OfferedCompletion;
  outcome: CompletionOutcome;
}

/** One string for an offer. */
export function offerKey({ target, field, value }: OfferedCompletion): string {
  return JSON.stringify([contactRef(target), field, value]);
}

/** What could be completed in these contacts, requested again whenever one of them has been read again. */
export function useCompletions(contacts: readonly Contact[]) {
  const [offers, setOffers] = useState<readonly OfferedCompletion[]>();
  const [results, setResults] = useState<readonly CompletionResult[]>([]);
  const refs = refLines(contacts);
  const readAt = contacts.map(({ fetchedAt }) => fetchedAt).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: requested again when a contact was read again
  useEffect(() => {
    let isWanted = true;
    const settle = (answer: readonly OfferedCompletion[]) => {
      if (isWanted) setOffers(answer);
    };
    const wanted = { contacts: refsOfLines(refs).map(parseContactRef) };
    // Without an answer everything else is still shown.
    send(completionCommands, 'completion.offers', wanted).then(settle, () => settle([]));
    return () => {
      isWanted = false;
    };
  }, [refs, readAt]);
  /** Writes what was confirmed, one value after the other; `shown`: another value that is to be replaced. */
  const write = async (
    confirmed: readonly OfferedCompletion[],
    { shown, signal }: { shown?: string; signal?: AbortSignal } = {},
  ) => {
    for (const offer of confirmed) {
      if (signal?.aborted === true) return;
      const { field, value, source, target } = offer;
      const known = shown ?? offer.shown;
      const outcome = await send(completionCommands, 'completion.write', {
        ...{ contacts: refsOfLines(refs).map(parseContactRef), field, value, source, target },
        ...(known === undefined ? {} : { shown: known }),
      }).catch(noAnswer);
      setResults((before) => [...without(before, offer), { offer, outcome }]);
    }
  };
  const dismiss = (offer: OfferedCompletion) => setResults((before) => without(before, offer));
  return { offers, results, write, dismiss };
}

function without(results: readonly CompletionResult[], offer: OfferedCompletion) {
  return results.filter((each) => offerKey(each.offer) !== offerKey(offer));
}
