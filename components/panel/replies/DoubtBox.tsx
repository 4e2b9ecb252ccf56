import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button';
import type { Doubt, ReplyFlow } from './use-reply-flow';

/** Asks before a text goes where it may not belong. */
export function DoubtBox({ flow }: { flow: ReplyFlow }) {
  return flow.doubt === undefined ? null : <OpenDoubt doubt={flow.doubt} flow={flow} />;
}

function OpenDoubt({ doubt, flow }: { doubt: Doubt; flow: ReplyFlow }) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  const isNote = doubt.insertable.mode === 'note';
  return (
    <div
      role="alertdialog"
      aria-label="Is this the right place?"
      className="appear flex shrink-0 flex-col gap-2 border-line border-t bg-bad-soft px-3 py-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        flow.disagree();
      }}
    >
      <p className="text-pretty text-12">{doubt.question}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={flow.agree}>
          {isNote ? 'Insert into the note' : 'Insert into the reply'}
        </Button>
        {/* The safe answer is the one that Enter gives. */}
        <Button autoFocus look="primary" onClick={flow.disagree}>
          Do not insert
        </Button>
      </div>
    </div>
  );
}
