import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { AlertList } from './AlertList';
import { FindDialog } from './FindDialog';
import { PersonDetails } from './PersonDetails';
import { RecordList } from './RecordList';

interface PeoplePartProps {
  part: 'alerts' | 'records' | 'details' | 'find';
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
  /** Closes what the part is shown in. */
  onDone?(): void;
}

/** Everything about who is the same human, in one piece: small pieces of a bundle compress badly. */
export function PeoplePart({ part, frame, anchor, windowId, onDone = nothing }: PeoplePartProps) {
  const place = { frame, anchor, windowId };
  if (part === 'alerts') return <AlertList key={anchor} {...place} />;
  if (part === 'records') return <RecordList {...place} onDone={onDone} />;
  if (part === 'find') return <FindDialog key={anchor} {...place} />;
  return <PersonDetails contacts={frame.contacts} />;
}

function nothing(): void {
  // An alert stays where it is.
}
