import type { Frame } from '../../../lib/storage/panel-queries';
import { AskWho } from './AskWho';
import { Collisions } from './Collisions';
import { FindDialog } from './FindDialog';
import { Suggestions } from './Suggestions';
import { UndoLine } from './UndoLine';

interface AlertListProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** The lines between the person and the tabs; nothing at all on most days. */
export function AlertList({ frame, anchor, windowId }: AlertListProps) {
  return (
    <div className="px-3 *:mt-1.5">
      <Collisions frame={frame} anchor={anchor} />
      <UndoLine anchor={anchor} windowId={windowId} />
      <AskWho frame={frame} />
      <Suggestions frame={frame} anchor={anchor} windowId={windowId} />
      <FindDialog frame={frame} anchor={anchor} windowId={windowId} />
    </div>
  );
}
