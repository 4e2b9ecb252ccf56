import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import { noAnswerWords } from '../../../lib/messaging/no-answer';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { readManagedPolicy } from '../../../lib/storage/policy';
import type { Settings } from '../../../lib/storage/settings';
import { useLastChosen } from '../../hooks/use-last-chosen';
import { usePolicy } from '../../hooks/use-policy';
import { useSettings } from '../../hooks/use-settings';
import { Button } from '../../ui/Button';
import { saveFile } from '../../ui/save-file';
import { type ConfigurationImport, ConfigurationPreview } from './ConfigurationPreview';
import {
  configurationFileName,
  type ReadConfiguration,
  readConfigurationFile,
  writeConfiguration,
} from './configuration-file';
import { PolicyFacts } from './PolicyFacts';

interface TeamSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** What a team shares: its configuration as a file, and what the administrator preset. */
export function TeamSection({ platforms, connections }: TeamSectionProps) {
  const settings = useSettings();
  const managed = usePolicy(platforms);
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<ConfigurationImport>();
  const chosen = useLastChosen();
  const choose = async (file: File) => {
    const isLast = chosen(file);
    const { policy } = await readManagedPolicy();
    const read = await readConfigurationFile(file, platforms, policy);
    if (!isLast()) return;
    setState(
      typeof read === 'string' ? { kind: 'refused', problem: read } : { kind: 'preview', read },
    );
  };
  const confirm = async (read: ReadConfiguration) => {
    if (settings === undefined) return;
    setState({ kind: 'busy', read });
    await takeIn(read, settings).then(
      () => setState({ kind: 'done', read }),
      (error: unknown) => setState({ kind: 'failed', read, problem: noAnswerWords(error) }),
    );
  };
  return (
    <section aria-labelledby="team-title" className="mt-4 border-line-strong border-t pt-5">
      <h2 id="team-title" className="mb-1 font-semibold text-15">{t`Team`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-faint">{t`The helpdesks your team uses and its settings, as a file for colleagues. It contains no keys, no names and no customer data; each colleague enters their own keys.`}</p>
      <div className="mb-3 flex flex-wrap gap-2">
        <Button
          disabled={settings === undefined}
          onClick={() => {
            if (settings === undefined) return;
            saveFile(
              configurationFileName(Date.now()),
              'application/json',
              writeConfiguration(connections, platforms, settings),
            );
          }}
        >{t`Export configuration`}</Button>
        <Button onClick={() => input.current?.click()}>{t`Import configuration…`}</Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={t`File with a configuration`}
          className="hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) void choose(file);
            event.target.value = '';
          }}
        />
      </div>
      <div role="status" className="empty:hidden">
        {state?.kind === 'refused' && <p className="mb-3 text-12 text-bad">{state.problem}</p>}
      </div>
      {state !== undefined && state.kind !== 'refused' && (
        <ConfigurationPreview
          state={state}
          platforms={platforms}
          connections={connections}
          onImport={() => void confirm(state.read)}
          onClose={() => setState(undefined)}
        />
      )}
      {managed !== undefined && (
        <PolicyFacts managed={managed} platforms={platforms} connections={connections} />
      )}
    </section>
  );
}

/** What the file leaves open stays as it is; the worker keeps what the administrator preset. */
async function takeIn({ settings }: ReadConfiguration, before: Settings): Promise<void> {
  const { ownDomains, roleWords, defaultRegion, noteScope, retentionDays } = settings;
  const people = {
    ownDomains: ownDomains ?? before.ownDomains,
    roleWords: roleWords ?? before.roleWords,
    defaultRegion: defaultRegion ?? before.defaultRegion,
    sharedIdConnections: before.sharedIdConnections,
  };
  await send(optionsCommands, 'options.people', people);
  if (noteScope !== undefined) {
    const { agentName } = before;
    await send(optionsCommands, 'options.notes', { noteScope, ...(agentName && { agentName }) });
  }
  if (retentionDays !== undefined) {
    await send(optionsCommands, 'options.retention', { days: retentionDays });
  }
}
