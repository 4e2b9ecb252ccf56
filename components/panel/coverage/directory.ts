import { createContext, useContext } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';

/** Looks up what a row only names. */
export interface Directory {
  platforms: ReadonlyMap<string, PlatformDescriptor>;
  connections: ReadonlyMap<string, Connection>;
  /** Platform name by connection id. */
  platformNames: ReadonlyMap<string, string>;
}

/** Index of the platforms and connections of a frame. */
export function makeDirectory(
  platforms: readonly PlatformDescriptor[],
  connections: readonly Connection[],
): Directory {
  return {
    platforms: new Map(platforms.map((entry) => [entry.name, entry])),
    connections: new Map(connections.map((entry) => [entry.id, entry])),
    platformNames: new Map(connections.map((entry) => [entry.id, entry.platform])),
  };
}

/** Provided by `PanelApp`. */
export const DirectoryContext = createContext<Directory>(makeDirectory([], []));

/** The directory of what the panel shows right now. */
export function useDirectory(): Directory {
  return useContext(DirectoryContext);
}
