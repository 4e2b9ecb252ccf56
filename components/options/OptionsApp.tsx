import { t } from '@lingui/core/macro';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { database } from '../../lib/storage/database';
import { usePageLanguage } from '../hooks/use-language';
import { useLiveRead } from '../hooks/use-live-read';
import { Button } from '../ui/Button';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { FocusKeeper } from '../ui/FocusKeeper';
import { StorageWait } from '../ui/StorageWait';
import { PlatformSection } from './connections/PlatformSection';
import { LanguageSelect } from './LanguageSelect';
import { useMissingPermissions } from './permissions';
import { SectionFrame } from './SectionFrame';
import { SectionLinks } from './SectionLinks';
import { useRequestedForm } from './use-requested-form';

const SettingsSections = lazy(async () => ({
  default: (await import('./SettingsSections')).SettingsSections,
}));
const SetUp = lazy(async () => ({ default: (await import('./set-up/SetUp')).SetUp }));
const SetUpInvitation = lazy(async () => ({
  default: (await import('./set-up/SetUpInvitation')).SetUpInvitation,
}));

/** The options page: the connections of every platform, and how much is stored of each. */
export function OptionsApp() {
  const isSetUp = useSyncExternalStore(watchAddress, () => window.location.hash === '#set-up');
  // When the language changes, the whole page is drawn again, and what was typed into its forms stays.
  usePageLanguage();
  useEffect(() => {
    document.title = t`Deskside settings`;
  });
  return (
    <main
      className={`mx-auto w-full px-6 pt-8 pb-16 ${isSetUp ? 'max-w-[960px]' : 'max-w-[1160px]'}`}
    >
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        {!isSetUp && <h1 className="font-semibold text-[20px]/7">{t`Deskside settings`}</h1>}
        <LanguageSelect />
      </div>
      <ErrorBoundary fallback={(failure) => <SettingsFailure failure={failure} />}>
        <Settings isSetUp={isSetUp} />
      </ErrorBoundary>
      <FocusKeeper />
    </main>
  );
}

function watchAddress(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

function Settings({ isSetUp }: { isSetUp: boolean }) {
  const data = useOptionsData();
  // The settings stay while the set-up is shown, as their forms hold what was typed.
  const wasShown = useRef(false);
  wasShown.current ||= !isSetUp;
  if (data === undefined) return <StorageWait />;
  if (data.platforms.length === 0) {
    return <p role="status" className="appear-late text-ink-faint">{t`Starting Deskside…`}</p>;
  }
  return (
    <Suspense>
      {wasShown.current && <LoadedSettings data={data} isHidden={isSetUp} />}
      {isSetUp && <SetUp {...data} />}
    </Suspense>
  );
}

function LoadedSettings({ data, isHidden }: { data: OptionsData; isHidden: boolean }) {
  const { platforms, connections } = data;
  const missingPatterns = useMissingPermissions(connections);
  const requested = useRequestedForm();
  useEffect(() => {
    // The browser looked for the section while it was hidden.
    if (!isHidden) document.getElementById(window.location.hash.slice(1))?.scrollIntoView();
  }, [isHidden]);
  return (
    <div
      hidden={isHidden}
      className="min-[960px]:grid min-[960px]:grid-cols-[168px_minmax(0,1fr)] min-[960px]:gap-x-8"
    >
      <SectionLinks isConnected={connections.length > 0} />
      <div className="min-w-0">
        <SetUpInvitation connections={connections} />
        <SectionFrame name="helpdesks">
          {platforms.map((platform) => (
            <PlatformSection
              key={platform.name}
              platform={platform}
              connections={connections.filter((each) => each.platform === platform.name)}
              missingPatterns={missingPatterns}
              requested={requested}
            />
          ))}
        </SectionFrame>
        <SettingsSections
          platforms={platforms}
          connections={connections}
          missingPatterns={missingPatterns}
        />
      </div>
    </div>
  );
}

/** Says that nothing could be read, by the name of the error, and what to do. */
function SettingsFailure({ failure }: { failure: string }) {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 rounded-lg bg-bad-soft p-4">
      <p className="text-13 text-ink">
        {t`The settings cannot be read: the browser’s storage for Deskside did not open (${failure}). Nothing in your helpdesks is affected. If this happens again, free some disk space and restart the browser.`}
      </p>
      <Button onClick={() => window.location.reload()}>{t`Reload this page`}</Button>
    </div>
  );
}

interface OptionsData {
  platforms: PlatformDescriptor[];
  /** In the order of the platforms, each platform's oldest first. */
  connections: Connection[];
}

/** The platforms and connections, kept up to date; `undefined` until read once. */
function useOptionsData(): OptionsData | undefined {
  return useLiveRead(
    { tables: [database.platforms, database.connections], read: readOptionsData },
    [],
  );
}

async function readOptionsData(): Promise<OptionsData> {
  const [platforms, connections] = await Promise.all([
    database.platforms.toArray(),
    database.connections.toArray(),
  ]);
  connections.sort((a, b) => a.createdAt - b.createdAt);
  return {
    platforms,
    connections: platforms.flatMap(({ name }) =>
      connections.filter((connection) => connection.platform === name),
    ),
  };
}
