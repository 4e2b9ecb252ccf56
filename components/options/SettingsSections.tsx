import { lazy, Suspense } from 'react';
import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { SectionFrame } from './SectionFrame';

const ContactJournal = lazy(async () => ({
  default: (await import('./people/ContactJournal')).ContactJournal,
}));
const CardsSection = lazy(async () => ({
  default: (await import('./cards/CardsSection')).CardsSection,
}));
const HealthSection = lazy(async () => ({
  default: (await import('./health/HealthSection')).HealthSection,
}));
const KeysSection = lazy(async () => ({
  default: (await import('./connections/KeysSection')).KeysSection,
}));
const MembraneSection = lazy(async () => ({
  default: (await import('./membrane/MembraneSection')).MembraneSection,
}));
const NotesSection = lazy(async () => ({
  default: (await import('./notes/NotesSection')).NotesSection,
}));
const PastAnswersSection = lazy(async () => ({
  default: (await import('./past-answers/PastAnswersSection')).PastAnswersSection,
}));
const PeopleSection = lazy(async () => ({
  default: (await import('./people/PeopleSection')).PeopleSection,
}));
const RepliesSection = lazy(async () => ({
  default: (await import('./replies/RepliesSection')).RepliesSection,
}));
const StorageSection = lazy(async () => ({
  default: (await import('./storage/StorageSection')).StorageSection,
}));
const TeamSection = lazy(async () => ({
  default: (await import('./team/TeamSection')).TeamSection,
}));

interface SettingsSectionsProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

/** Everything below the helpdesks; most of it means nothing before one is connected. */
export function SettingsSections(props: SettingsSectionsProps) {
  const { platforms, connections } = props;
  const membrane = (
    <SectionFrame name="membrane">
      <MembraneSection connections={connections} />
    </SectionFrame>
  );
  const responses = (
    <SectionFrame name="responses">
      <RepliesSection platforms={platforms} connections={connections} />
    </SectionFrame>
  );
  const team = (
    <SectionFrame name="team">
      <TeamSection platforms={platforms} connections={connections} />
    </SectionFrame>
  );
  // Keys that are locked have to be unlocked, or forgotten, also before anything is connected.
  const keys = (
    <SectionFrame name="keys">
      <KeysSection />
    </SectionFrame>
  );
  if (connections.length === 0) {
    return (
      <>
        {membrane}
        {team}
        {responses}
        {keys}
      </>
    );
  }
  return (
    <>
      {membrane}
      <SectionFrame name="people">
        <PeopleSection connections={connections} />
        <ContactJournal {...props} />
      </SectionFrame>
      {responses}
      <Suspense>
        <PastAnswersSection />
      </Suspense>
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
    </>
  );
}
