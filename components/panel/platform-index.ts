import { createContext, useContext } from 'react';
import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';

/** What the names in rows refer to: platforms by name, connections by id. */
export interface PlatformIndex {
  platforms: ReadonlyMap<string, PlatformDescriptor>;
  connections: ReadonlyMap<string, Connection>;
  /** Platform name by connection id. */
  platformNames: ReadonlyMap<string, string>;
}

/** Makes the platforms and connections of a snapshot available by name and id. */
export function indexPlatforms(
  platforms: readonly PlatformDescriptor[],
  connections: readonly Connection[],
): PlatformIndex {
  return {
    platforms: new Map(platforms.map((entry) => [entry.name, entry])),
    connections: new Map(connections.map((entry) => [entry.id, entry])),
    platformNames: new Map(connections.map((entry) => [entry.id, entry.platform])),
  };
}

/** Provided by `PanelProvider`. */
export const PlatformIndexContext = createContext<PlatformIndex>(indexPlatforms([], []));

/** The platforms and connections of what the panel shows right now. */
export function usePlatformIndex(): PlatformIndex {
  return useContext(PlatformIndexContext);
}
