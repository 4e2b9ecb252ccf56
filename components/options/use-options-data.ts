import { useLiveQuery } from 'dexie-react-hooks';
import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { database } from '../../lib/storage/database';

export interface OptionsData {
  platforms: PlatformDescriptor[];
  /** In the order of the platforms, each platform's oldest first. */
  connections: Connection[];
}

/** The platforms and connections, kept up to date; `undefined` until read once. */
export function useOptionsData(): OptionsData | undefined {
  return useLiveQuery(async () => {
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
  });
}
