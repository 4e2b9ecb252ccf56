import { Fragment, useEffect, useRef } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { ResultRow } from './ResultRow';

interface ResultListProps {
  /** Of the list; rows are called after it. */
  id: string;
  label: string;
  replies: readonly Reply[];
  /** How many at the top are suggestions for what the customer wrote last. */
  suggestedCount: number;
  current: Reply | undefined;
  onPoint(reply: Reply): void;
  onChoose(reply: Reply): void;
}

/** Id of the row of a response, for `aria-activedescendant`. */
export function rowId(listId: string, reply: Reply): string {
  return `${listId}-${replyRef(reply)}`;
}

/** What was found, best first. The keys for it are in the search field. */
export function ResultList(props: ResultListProps) {
  const { id, label, replies, suggestedCount, current, onPoint, onChoose } = props;
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
      {replies.map((reply, index) => (
        <Fragment key={replyRef(reply)}>
          {suggestedCount > 0 && index === 0 && <Divider words="For the last message" />}
          {suggestedCount > 0 && index === suggestedCount && <Divider words="Others" />}
          <ResultRow
            id={rowId(id, reply)}
            reply={reply}
            isCurrent={reply === current}
            onPoint={onPoint}
            onChoose={onChoose}
          />
        </Fragment>
      ))}
    </div>
  );
}

function Divider({ words }: { words: string }) {
  return (
    <p role="presentation" className="px-3 pt-1 pb-0.5 text-11 text-ink-faint">
      {words}
    </p>
  );
}
