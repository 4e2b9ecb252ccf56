import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { KeysSection } from './connections/KeysSection';
import { HealthSection } from './health/HealthSection';
import { NotesSection } from './notes/NotesSection';
import { PeopleSection } from './people/PeopleSection';
import { RepliesSection } from './replies/RepliesSection';
import { SectionFrame } from './SectionFrame';
import { StorageSection } from './storage/StorageSection';

interface SettingsSectionsProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

/** Everything below the helpdesks; most of it means nothing before one is connected. */
export function SettingsSections(props: SettingsSectionsProps) {
  const { platforms, connections } = props;
  const responses = (
    <SectionFrame name="responses">
      <RepliesSection platforms={platforms} connections={connections} />
    </SectionFrame>
  );
  if (connections.length === 0) return responses;
  return (
    <>
      <SectionFrame name="people">
        <PeopleSection connections={connections} />
      </SectionFrame>
      {responses}
      <SectionFrame name="keys">
        <KeysSection />
      </SectionFrame>
      <SectionFrame name="notes">
        <NotesSection />
      </SectionFrame>
      <SectionFrame name="storage">
        <StorageSection />
      </SectionFrame>
      <SectionFrame name="health">
        <HealthSection {...props} />
      </SectionFrame>
    </>
  );
}
