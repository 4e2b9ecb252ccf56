import { useEffect, useMemo, useRef, useState } from 'react';
import type { ComposerMode } from '../../../lib/model/insertion';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { ReplyIndex } from '../../../lib/replies/search-replies';
import { suggestReplies } from '../../../lib/replies/suggest-replies';
import type { Library } from '../../replies/use-library';

/** A longer list would not help somebody who goes on typing. */
const mostShown = 50;

interface ReplySearchContext {
  platform: string | undefined;
  language: string | undefined;
  mode: ComposerMode | undefined;
  lastMessage: string;
}

/** What is typed, what it finds, and which of the finds is current. */
export interface ReplySearchState {
  query: string;
  found: readonly Reply[];
  /** How many at the top are suggestions for what the customer wrote last. */
  suggestedCount: number;
  current: Reply | undefined;
  setQuery(query: string): void;
  /** Makes the next (1) or the previous (-1) one current, wrapping around at the ends. */
  move(step: number): void;
  point(reply: Reply): void;
}

/** Searches the library at each key press; suggests responses while nothing is typed. */
export function useReplySearch(library: Library, context: ReplySearchContext): ReplySearchState {
  const [query, setQuery] = useState('');
  const [currentRef, setCurrentRef] = useState<string>();
  const { platform, language, mode, lastMessage } = context;
  const { replies, usage } = library;
  const index = useMemo(() => new ReplyIndex(replies), [replies]);
  const suited = useMemo(
    () => index.suitabilityOf({ platform, language, mode, lastMessage, usage, now: Date.now() }),
    [index, platform, language, mode, lastMessage, usage],
  );
  const isTyped = query.trim() !== '';
  const suggested = useMemo(
    () => (isTyped ? [] : suggestReplies(index, lastMessage, suited)),
    [isTyped, index, lastMessage, suited],
  );
  const found = useMemo(
    () => [...new Set([...suggested, ...index.search(query, suited)])].slice(0, mostShown),
    [index, query, suited, suggested],
  );
  // The current response stays current when a colleague's change puts another one before it.
  const asked = JSON.stringify([query, platform, language, mode, lastMessage]);
  const last = useRef({ asked, ref: '' });
  const wanted = currentRef ?? (last.current.asked === asked ? last.current.ref : undefined);
  const at = Math.max(
    0,
    found.findIndex((reply) => replyRef(reply) === wanted),
  );
  const current = found[at];
  useEffect(() => {
    last.current = { asked, ref: current === undefined ? '' : replyRef(current) };
  }, [asked, current]);
  return {
    query,
    found,
    suggestedCount: suggested.length,
    current,
    setQuery: (typed) => {
      setQuery(typed);
      setCurrentRef(undefined);
    },
    move: (step) => {
      const next = found[(at + step + found.length) % found.length];
      if (next !== undefined) setCurrentRef(replyRef(next));
    },
    point: (reply) => setCurrentRef(replyRef(reply)),
  };
}
