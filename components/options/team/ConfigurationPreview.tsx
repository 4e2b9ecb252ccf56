import { t } from '@lingui/core/macro';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { useFocusReturn } from '../../hooks/use-focus-return';
import { Button } from '../../ui/Button';
import { formAddress, type ReadConfiguration, unconnected } from './configuration-file';
import { connectWords, settingsWords } from './settings-words';

/** How far the import of a configuration is. */
export type ConfigurationImport =
  | { kind: 'refused'; problem: string }
  | { kind: 'preview' | 'busy' | 'done'; read: ReadConfiguration }
  | { kind: 'failed'; read: ReadConfiguration; problem: string };

interface ConfigurationPreviewProps {
  state: Exclude<ConfigurationImport, { kind: 'refused' }>;
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  onImport(): void;
  onClose(): void;
}

/** What a file would change, before anything changes; afterwards the helpdesks still to be connected. */
export function ConfigurationPreview({
  state,
  platforms,
  connections,
  onImport,
  onClose,
}: ConfigurationPreviewProps) {
  useFocusReturn();
  const { kind, read } = state;
  const changes = settingsWords(read.settings);
  const open = unconnected(read.helpdesks, connections);
  return (
    <div className="mb-3 flex max-w-[92ch] flex-col gap-2 rounded-lg border border-line bg-sunken px-3 py-2 text-12">
      {kind !== 'done' && changes.length > 0 && (
        <>
          <p>{t`The settings will be:`}</p>
          <ul className="list-disc pl-4 text-ink-soft">
            {changes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {kind === 'done' && <p role="status">{t`The settings from the file are in use now.`}</p>}
      {open.length > 0 && (
        <>
          <p>{t`Not connected here yet:`}</p>
          <ul className="flex flex-col gap-1">
            {open.map((helpdesk) => {
              const platform = platforms.find(({ name }) => name === helpdesk.platform);
              return (
                <li key={formAddress(helpdesk)}>
                  <a className="text-accent underline" href={formAddress(helpdesk)}>
                    {connectWords(helpdesk, platform?.label ?? helpdesk.platform)}
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {read.left.length > 0 && (
        <ul className="list-disc pl-4 text-warn">
          {read.left.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {kind === 'failed' && <p className="text-bad">{state.problem}</p>}
      <div className="flex gap-2">
        {kind !== 'done' && changes.length > 0 && (
          <Button variant="primary" disabled={kind === 'busy'} onClick={onImport}>
            {kind === 'busy' ? t`Importing…` : t`Import these settings`}
          </Button>
        )}
        <Button disabled={kind === 'busy'} onClick={onClose}>
          {kind === 'done' ? t`Close` : t`Cancel`}
        </Button>
      </div>
    </div>
  );
}
