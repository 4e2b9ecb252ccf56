import { useEffect, useRef } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { ResultRow } from './ResultRow';

interface ResultListProps {
  /** Of the list; rows are called after it. */
  id: string;
  label: string;
  replies: readonly Reply[];
  current: Reply | undefined;
  onPoint(reply: Reply): void;
  onChoose(reply: Reply): void;
}

/** Id of the row of a response, for `aria-activedescendant`. */
export function rowId(listId: string, reply: Reply): string {
  return `${listId}-${replyRef(reply)}`;
}

/** What was found, best first. The keys for it are in the search field. */
export function ResultList({ id, label, replies, current, onPoint, onChoose }: ResultListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another current row is the reason
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="min-h-[88px] flex-1 overflow-y-auto py-1"
    >
      {replies.map((reply) => (
        <ResultRow
          key={replyRef(reply)}
          id={rowId(id, reply)}
          reply={reply}
          isCurrent={reply === current}
          onPoint={onPoint}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}
