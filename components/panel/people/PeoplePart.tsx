import { useAnchor, usePanel } from '../PanelContext';
import { AlertList } from './AlertList';
import { FindDialog } from './FindDialog';
import { PersonDetails } from './PersonDetails';
import { RecordList } from './RecordList';

interface PeoplePartProps {
  part: 'alerts' | 'records' | 'details' | 'find';
  /** Closes what the part is shown in. */
  onDone?(): void;
}

/** Everything about who is the same human, in one piece: small pieces of a bundle compress badly. */
export function PeoplePart({ part, onDone = nothing }: PeoplePartProps) {
  const anchor = useAnchor();
  const { snapshot } = usePanel();
  if (part === 'alerts') return <AlertList key={anchor} />;
  if (part === 'records') return <RecordList onDone={onDone} />;
  if (part === 'find') return <FindDialog key={anchor} />;
  return <PersonDetails contacts={snapshot.contacts} />;
}

function nothing(): void {
  // An alert stays where it is.
}
