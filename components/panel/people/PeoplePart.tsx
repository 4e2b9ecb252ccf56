import { CardStrip } from '../cards/CardStrip';
import { usePanel } from '../PanelContext';
import { AlertList } from './AlertList';
import { FindAnybody } from './FindAnybody';
import { FindDialog } from './FindDialog';
import { PersonDetails } from './PersonDetails';
import { RecordList } from './RecordList';

interface PeoplePartProps {
  part: 'alerts' | 'cards' | 'records' | 'details' | 'find' | 'anybody';
  /** Closes what the part is shown in. */
  onDone?(): void;
}

/**
 * What comes after the timeline: everything about who is the same human, and the door to the data cards.
 * In one piece: small pieces of a bundle compress badly.
 */
export function PeoplePart({ part, onDone = nothing }: PeoplePartProps) {
  const { anchor, snapshot } = usePanel();
  if (part === 'alerts') return <AlertList key={anchor} />;
  if (part === 'cards') return <CardStrip />;
  if (part === 'records') return <RecordList onDone={onDone} />;
  if (part === 'find') return <FindDialog key={anchor} />;
  if (part === 'anybody') return <FindAnybody />;
  return <PersonDetails contacts={snapshot.contacts} />;
}

function nothing(): void {
  // An alert stays where it is.
}
