import { t } from '@lingui/core/macro';
import Lock from 'lucide-react/icons/lock';
import { Fragment, memo, useEffect, useRef } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { previewLine } from '../../../lib/replies/preview-line';
import { SourceIcon } from '../../replies/SourceIcon';
import { usePlatformIndex } from '../platform-index';

interface ResultListProps {
  /** Id of the list; the ids of the rows begin with it. */
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

/** What was found, best first. The search field handles its keys. */
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
          {suggestedCount > 0 && index === 0 && <Divider words={t`For the last message`} />}
          {suggestedCount > 0 && index === suggestedCount && (
            <Divider words={t({ message: 'Others', context: 'responses' })} />
          )}
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

interface ResultRowProps {
  /** Of the element, for `aria-activedescendant`. */
  id: string;
  reply: Reply;
  isCurrent: boolean;
  onPoint(reply: Reply): void;
  onChoose(reply: Reply): void;
}

/** One canned response in the list of what was found. */
const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { id, reply, isCurrent, onPoint, onChoose } = props;
  const platformIndex = usePlatformIndex();
  const marks = [reply.language, ...reply.tags].filter((mark) => mark !== undefined);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above handles the keys of the list
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      onClick={() => onPoint(reply)}
      onDoubleClick={() => onChoose(reply)}
      className={`flex cursor-default flex-col gap-0.5 border-l-2 px-3 py-1.5 ${
        isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-hover'
      }`}
    >
      <div className="flex min-w-0 items-center gap-1.5">
        <SourceIcon source={reply.source} names={platformIndex} />
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium text-13">
          {reply.title}
        </span>
        {reply.audience === 'internal' && (
          <Lock size={12} role="img" aria-label={t`For colleagues only`} className="text-warn" />
        )}
        {reply.shortcut !== '' && (
          <span className="max-w-[40%] shrink-0 truncate rounded bg-sunken px-1 text-11 text-ink-soft">
            /{reply.shortcut}
          </span>
        )}
      </div>
      <div className="flex min-w-0 items-center gap-2 text-11 text-ink-faint">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {previewLine(reply.body, reply.asWritten)}
        </span>
        {marks.length > 0 && (
          <span className="max-w-[45%] shrink-0 truncate">{marks.join(' · ')}</span>
        )}
      </div>
    </div>
  );
});
