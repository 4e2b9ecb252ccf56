import { lazy, Suspense } from 'react';
import { Diagnostics } from './Diagnostics';
import { Intro } from './Intro';
import { NotesSection } from './notes/NotesSection';
import { OptionsBoundary } from './OptionsBoundary';
import { PeopleSection } from './PeopleSection';
import { PlatformSection } from './PlatformSection';
import { StorageSection } from './StorageSection';
import { useMissingPermissions } from './use-missing-permissions';
import { type OptionsData, useOptionsData } from './use-options-data';
import { useWantedPlatform } from './use-wanted-platform';

const RepliesSection = lazy(async () => ({
  default: (await import('./replies/RepliesSection')).RepliesSection,
}));

/** The options page: the connections of every platform, and how much is stored of each. */
export function OptionsApp() {
  return (
    <main className="mx-auto w-full max-w-[960px] px-6 pt-8 pb-16">
      <h1 className="mb-4 font-semibold text-[20px]/7">Deskside settings</h1>
      <OptionsBoundary>
        <Settings />
      </OptionsBoundary>
    </main>
  );
}

function Settings() {
  const data = useOptionsData();
  if (data === undefined) return null;
  if (data.platforms.length === 0) {
    return (
      <p role="status" className="appear-late text-ink-faint">
        Waiting for Deskside’s background part…
      </p>
    );
  }
  return <LoadedSettings data={data} />;
}

function LoadedSettings({ data }: { data: OptionsData }) {
  const { platforms, connections } = data;
  const missingPatterns = useMissingPermissions(connections);
  const wanted = useWantedPlatform();
  return (
    <>
      {connections.length === 0 && <Intro />}
      <div>
        {platforms.map((platform) => (
          <PlatformSection
            key={platform.name}
            platform={platform}
            connections={connections.filter((each) => each.platform === platform.name)}
            missingPatterns={missingPatterns}
            wanted={wanted}
          />
        ))}
      </div>
      {connections.length > 0 && <PeopleSection connections={connections} />}
      <Suspense>
        <RepliesSection platforms={platforms} connections={connections} />
      </Suspense>
      {connections.length > 0 && <NotesSection />}
      {connections.length > 0 && <StorageSection />}
      {connections.length > 0 && (
        <Diagnostics
          platforms={platforms}
          connections={connections}
          missingPatterns={missingPatterns}
        />
      )}
    </>
  );
}
