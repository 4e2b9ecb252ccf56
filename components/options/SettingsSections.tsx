import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { CardsSection } from './cards/CardsSection';
import { KeysSection } from './connections/KeysSection';
import { HealthSection } from './health/HealthSection';
import { MembraneSection } from './membrane/MembraneSection';
import { NotesSection } from './notes/NotesSection';
import { PastAnswersSection } from './past-answers/PastAnswersSection';
import { ContactJournal } from './people/ContactJournal';
import { PeopleSection } from './people/PeopleSection';
import { RepliesSection } from './replies/RepliesSection';
import { SectionFrame } from './SectionFrame';
import { StorageSection } from './storage/StorageSection';
import { TeamSection } from './team/TeamSection';

interface SettingsSectionsProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

/**
 * Everything below the helpdesks; most of it is of no use before one is connected. Loaded as a whole, so
 * that the page does not build up bit by bit while somebody reads it.
 */
export function SettingsSections(props: SettingsSectionsProps) {
  const { platforms, connections } = props;
  // With keys, what is typed into them stays while the first helpdesk is connected, or the last one removed.
  const membrane = (
    <SectionFrame key="membrane" name="membrane">
      <MembraneSection connections={connections} />
    </SectionFrame>
  );
  const responses = (
    <SectionFrame key="responses" name="responses">
      <RepliesSection platforms={platforms} connections={connections} />
    </SectionFrame>
  );
  const team = (
    <SectionFrame key="team" name="team">
      <TeamSection platforms={platforms} connections={connections} />
    </SectionFrame>
  );
  // Locked keys have to be unlocked, or forgotten, even before anything is connected.
  const keys = (
    <SectionFrame key="keys" name="keys">
      <KeysSection />
    </SectionFrame>
  );
  if (connections.length === 0) {
    return (
      <div className="once-read">
        {membrane}
        {team}
        {responses}
        {keys}
      </div>
    );
  }
  return (
    <div className="once-read">
      {membrane}
      <SectionFrame name="people">
        <PeopleSection connections={connections} />
        <ContactJournal {...props} />
      </SectionFrame>
      {responses}
      <SectionFrame name="past-answers">
        <PastAnswersSection />
      </SectionFrame>
      <SectionFrame name="cards">
        <CardsSection />
      </SectionFrame>
      {keys}
      <SectionFrame name="notes">
        <NotesSection />
      </SectionFrame>
      <SectionFrame name="storage">
        <StorageSection />
      </SectionFrame>
      {team}
      <SectionFrame name="health">
        <HealthSection {...props} />
      </SectionFrame>
    </div>
  );
}
