import type { Connection } from '../model/connection';
import type { PlatformApi } from '../platforms/contract/api';
import type { PlatformDefinition } from '../platforms/contract/definition';
import type { DesksideDatabase } from '../storage/database';
import type { PeopleSettings, Settings } from '../storage/settings';

/** Background work gives way to all other work on the connection, and never comes in bursts. */
export type Urgency = 'foreground' | 'background';

/** What every service of the worker works with; tests put in their own. */
export interface WorkerPorts {
  database: DesksideDatabase;
  /** The platform behind a connection. Throws when an update removed it. */
  definitionOf(platform: string): PlatformDefinition;
  /** `urgency` says what waits for the reads: without one, the person looking at the screen. */
  apiOf(connection: Connection, urgency?: Urgency): PlatformApi;
  /** The settings about people: the own company's domains, the usual country. */
  peopleSettings?(): Promise<PeopleSettings>;
  /** Epoch ms. */
  now(): number;
}

/** The settings, and the only code that writes them. */
export interface SettingsPorts {
  readSettings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<void>;
}
