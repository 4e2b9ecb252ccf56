import { t } from '@lingui/core/macro';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { useEffect } from 'react';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import { IconButton } from '../../ui/IconButton';
import { useAnchor, usePanel } from '../PanelContext';
import { sendFromPanel } from '../send-from-panel';
import { usePeopleStore } from './people-store';

/** For this long (ms) a decision can be undone here; after that, in "Who is this". */
const offeredFor = 60_000;

/** The last decision about this person, with a button that undoes it. */
export function UndoLine() {
  const anchor = useAnchor();
  const { windowId } = usePanel();
  const undo = usePeopleStore((store) => store.undo);
  const offerUndo = usePeopleStore((store) => store.offerUndo);
  useEffect(() => {
    if (undo === undefined) return;
    const timer = setTimeout(() => offerUndo(undefined), offeredFor);
    return () => clearTimeout(timer);
  }, [undo, offerUndo]);

  const takeBack = () => {
    if (undo === undefined) return;
    const { one, other, before: verdict, restored } = undo;
    sendFromPanel(peopleCommands, 'people.decide', { windowId, one, other, verdict, restored });
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
            <Undo2 size={12} aria-hidden /> {t`Undo`}
          </button>
          <IconButton
            icon={X}
            label={t`Close`}
            className="size-6!"
            onClick={() => offerUndo(undefined)}
          />
        </div>
      )}
    </div>
  );
}
