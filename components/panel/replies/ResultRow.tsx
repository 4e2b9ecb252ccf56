import { Lock } from 'lucide-react';
import { memo } from 'react';
import type { Reply } from '../../../lib/model/reply';
import { rowText } from '../../../lib/replies/row-text';
import { SourceIcon } from '../../replies/SourceIcon';
import { useNames } from '../names';

interface ResultRowProps {
  /** Of the element, for `aria-activedescendant`. */
  id: string;
  reply: Reply;
  isCurrent: boolean;
  onPoint(reply: Reply): void;
  onChoose(reply: Reply): void;
}

/** One canned response in the list of what was found. */
export const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { id, reply, isCurrent, onPoint, onChoose } = props;
  const names = useNames();
  const marks = [reply.language, ...reply.tags].filter((mark) => mark !== undefined);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field above has the keys of the list
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
        <SourceIcon source={reply.source} names={names} />
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium text-13">
          {reply.title}
        </span>
        {reply.audience === 'internal' && (
          <Lock size={12} role="img" aria-label="For colleagues only" className="text-warn" />
        )}
        {reply.shortcut !== '' && (
          <span className="max-w-[40%] shrink-0 truncate rounded bg-sunken px-1 text-11 text-ink-soft">
            /{reply.shortcut}
          </span>
        )}
      </div>
      <div className="flex min-w-0 items-center gap-2 text-11 text-ink-faint">
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {rowText(reply.body)}
        </span>
        {marks.length > 0 && (
          <span className="max-w-[45%] shrink-0 truncate">{marks.join(' · ')}</span>
        )}
      </div>
    </div>
  );
});
