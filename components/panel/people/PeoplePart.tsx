import { FocusKeeper } from '../../ui/FocusKeeper';
import { CardStrip } from '../cards/CardStrip';
import { EverywhereOpener } from '../everywhere/EverywhereOpener';
import { CompactToggle } from '../history/CompactToggle';
import { usePanel } from '../PanelContext';
import { PaletteOpener } from '../palette/PaletteOpener';
import { AlertList } from './AlertList';
import { ChoosePerson } from './ChoosePerson';
import { FindDialog } from './FindDialog';
import { PersonDetails } from './PersonDetails';
import { RecordList } from './RecordList';

interface PeoplePartProps {
  part: 'alerts' | 'cards' | 'compact' | 'commands' | 'records' | 'details' | 'find' | 'anybody';
  /** Closes what the part is shown in. */
  onDone?(): void;
}

/**
 * What comes after the timeline: everything about who is the same human, the way to the data cards and to all
 * commands, and how all of it is hidden to make room for the timeline. In one piece: small pieces of a bundle
 * compress badly.
 */
export function PeoplePart({ part, onDone = nothing }: PeoplePartProps) {
  const { anchor, snapshot } = usePanel();
  if (part === 'alerts') return <AlertList key={anchor} />;
  if (part === 'anybody') return <ChoosePerson />;
  if (part === 'find') return <FindDialog key={anchor} />;
  if (part === 'cards') return <CardStrip />;
  if (part === 'compact') return <CompactToggle />;
  if (part === 'commands') {
    return (
      <>
        <PaletteOpener />
        <EverywhereOpener />
        <FocusKeeper />
      </>
    );
  }
  if (part === 'records') return <RecordList onDone={onDone} />;
  return <PersonDetails contacts={snapshot.contacts} />;
}

function nothing(): void {
  // An alert stays where it is: there is nothing to close.
}
