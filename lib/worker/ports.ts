import type { Connection } from '../model/connection';
import type { PlatformApi } from '../platforms/contract/api';
import type { PlatformDefinition } from '../platforms/contract/definition';
import type { DesksideDatabase } from '../storage/database';
import type { PeopleSettings, Settings } from '../storage/settings';

/** Work in the background yields to all other work on the connection, and never comes in a burst. */
export type Urgency = 'foreground' | 'background';

/** What every service of the worker works with; tests put in their own. */
export interface WorkerPorts {
  database: DesksideDatabase;
  /** The platform behind a connection. Throws when an update removed it. */
  definitionOf(platform: string): PlatformDefinition;
  /** `urgency` says who waits for what is read with it: without one, whoever is on screen. */
  apiOf(connection: Connection, urgency?: Urgency): PlatformApi;
  /** What the person set about people: the own company's domains, the usual country. */
  peopleSettings?(): Promise<PeopleSettings>;
  /** Epoch ms. */
  now(): number;
}

/** What the person set, and its one writer. */
export interface SettingsPorts {
  readSettings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<void>;
}
