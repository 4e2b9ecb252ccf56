import { Undo2, X } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '../../ui/IconButton';
import { usePanelCommand } from '../use-panel-command';
import { usePeopleStore } from './people-store';

/** So long (ms) a decision is offered to be taken back here; later it can be in "Who is this". */
const offeredFor = 60_000;

/** The last decision about this person, with a button that takes it back. */
export function UndoLine({ anchor, windowId }: { anchor: string; windowId: number }) {
  const undo = usePeopleStore((store) => store.undo);
  const offerUndo = usePeopleStore((store) => store.offerUndo);
  const send = usePanelCommand();
  useEffect(() => {
    if (undo === undefined) return;
    const timer = setTimeout(() => offerUndo(undefined), offeredFor);
    return () => clearTimeout(timer);
  }, [undo, offerUndo]);

  const takeBack = () => {
    if (undo === undefined) return;
    const { one, other, before } = undo;
    send('people.decide', { windowId, one, other, verdict: before });
    offerUndo(undefined);
  };
  return (
    <div role="status" className="empty:hidden">
      {undo?.anchor === anchor && (
        <div className="flex items-center gap-1 rounded-md border border-line bg-sunken py-0.5 pr-0.5 pl-2 text-12">
          <span className="min-w-0 flex-1 truncate" title={undo.text}>
            <bdi>{undo.text}</bdi>
          </span>
          <button
            type="button"
            onClick={takeBack}
            className="inline-flex h-6 shrink-0 items-center gap-1 rounded-md px-1.5 font-medium text-accent hover:bg-hover"
          >
            <Undo2 size={12} aria-hidden /> Undo
          </button>
          <IconButton
            icon={X}
            label="Close"
            className="size-6!"
            onClick={() => offerUndo(undefined)}
          />
        </div>
      )}
    </div>
  );
}
