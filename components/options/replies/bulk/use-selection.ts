import { useState } from 'react';
import { type Reply, replyRef } from '../../../../lib/model/reply';

/** Responses that somebody picked out of a list. */
export interface Selection {
  /** Those of them that still exist. */
  chosen: readonly Reply[];
  has(reply: Reply): boolean;
  /** Selects one or deselects it; with `isRange` all between it and the last one, too. */
  toggle(reply: Reply, isRange: boolean): void;
  all(): void;
  none(): void;
}

/** Keeps a selection over `found`, the list as it is shown; what is not found now stays selected. */
export function useSelection(replies: readonly Reply[], found: readonly Reply[]): Selection {
  const [refs, setRefs] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string>();
  const toggle = (reply: Reply, isRange: boolean) => {
    const ref = replyRef(reply);
    const order = found.map(replyRef);
    const [a, b] = [order.indexOf(last ?? ref), order.indexOf(ref)];
    const isWithin = isRange && a >= 0 && b >= 0;
    const range = isWithin ? order.slice(Math.min(a, b), Math.max(a, b) + 1) : [ref];
    const next = new Set(refs);
    for (const each of range) {
      if (refs.has(ref)) next.delete(each);
      else next.add(each);
    }
    setRefs(next);
    setLast(ref);
  };
  return {
    chosen: refs.size === 0 ? [] : replies.filter((reply) => refs.has(replyRef(reply))),
    has: (reply) => refs.has(replyRef(reply)),
    toggle,
    all: () => setRefs(new Set([...refs, ...found.map(replyRef)])),
    none: () => setRefs(new Set()),
  };
}
