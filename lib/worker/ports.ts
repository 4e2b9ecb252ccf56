import type { Connection } from '../model/connection';
import type { PlatformApi } from '../platforms/contract/api';
import type { PlatformDefinition } from '../platforms/contract/definition';
import type { DesksideDatabase } from '../storage/database';
import type { PeopleSettings } from '../storage/settings';

/** What every service of the worker works with; tests put in their own. */
export interface WorkerPorts {
  database: DesksideDatabase;
  /** The platform behind a connection. Throws when an update removed it. */
  definitionOf(platform: string): PlatformDefinition;
  apiOf(connection: Connection): PlatformApi;
  /** What the person set about people: the own company's domains, the usual country. */
  peopleSettings?(): Promise<PeopleSettings>;
  /** Epoch ms. */
  now(): number;
}
