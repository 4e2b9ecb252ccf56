import { useEffect, useState } from 'react';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { troubledStates } from '../../../lib/model/note';
import type { DirectoryRow } from '../../../lib/model/reading-progress';
import { type KeptAllowance, readAllowances } from '../../../lib/storage/allowances';
import { database } from '../../../lib/storage/database';
import { useLiveRead } from '../../hooks/use-live-read';
import { useMembraneAccount } from '../../hooks/use-membrane-account';
import { useNow } from '../../hooks/use-now';
import type { HealthFacts, OutboxState } from './health-facts';

interface HealthSources {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
}

const onTheirWay = ['waiting', 'retrying'] as const;

/** What is known about the health of each connection, in the order given, kept up to date. */
export function useHealthFacts(sources: HealthSources): HealthFacts[] {
  const now = useNow(15_000);
  const stored = useLiveRead(
    { tables: [database.replicas, database.directories], read: readStored },
    [],
  );
  const [areKeysLocked, setLocked] = useState(false);
  const [allowances, setAllowances] = useState<Record<string, KeptAllowance>>({});
  const account = useMembraneAccount();
  // biome-ignore lint/correctness/useExhaustiveDependencies: both change unnoticed: they are read regularly
  useEffect(() => {
    let isWanted = true;
    void readAllowances().then((read) => isWanted && setAllowances(read));
    send(optionsCommands, 'options.key-state', {}).then(
      (state) => isWanted && setLocked(state.isLocked),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [now]);
  return sources.connections.flatMap((connection) => {
    const platform = sources.platforms.find(({ name }) => name === connection.platform);
    if (platform === undefined) return [];
    const missing = matchPatternsOf(connection).filter((each) => sources.missingPatterns.has(each));
    return {
      connection,
      platform,
      missing,
      areKeysLocked,
      membrane: account === 'none' ? undefined : account,
      allowance: allowances[connection.id],
      directory: stored?.directories.find((each) => each.connectionId === connection.id),
      outbox: stored?.outboxes.get(connection.id) ?? { waiting: 0, stuck: 0 },
      now,
    };
  });
}

interface StoredHealth {
  outboxes: ReadonlyMap<string, OutboxState>;
  directories: readonly DirectoryRow[];
}

async function readStored(): Promise<StoredHealth> {
  const [undelivered, directories] = await Promise.all([
    database.replicas
      .where('state')
      .anyOf([...onTheirWay, ...troubledStates])
      .toArray(),
    database.directories.toArray(),
  ]);
  const outboxes = new Map<string, OutboxState>();
  for (const { connectionId, state } of undelivered) {
    const { waiting, stuck } = outboxes.get(connectionId) ?? { waiting: 0, stuck: 0 };
    const isStuck = troubledStates.some((each) => each === state);
    outboxes.set(
      connectionId,
      isStuck ? { waiting, stuck: stuck + 1 } : { waiting: waiting + 1, stuck },
    );
  }
  return { outboxes, directories };
}
