import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { MembraneAccountState } from '../../../lib/model/membrane-account';
import type { DirectoryRow } from '../../../lib/model/reading-progress';
import type { KeptAllowance } from '../../../lib/storage/allowances';

/** One thing that is said about a connection. */
export interface HealthLine {
  name: string;
  text: string;
  tone: 'good' | 'warn' | 'bad' | 'neutral';
}

/** How many copies of notes have not arrived yet. */
export interface OutboxState {
  /** Those that will be delivered without anybody's help. */
  waiting: number;
  /** Those that somebody has to do something about. */
  stuck: number;
}

/** Everything that is known about the state of one connection. */
export interface HealthFacts {
  connection: Connection;
  platform: PlatformDescriptor;
  /** Match patterns that the browser does not grant. */
  missing: readonly string[];
  areKeysLocked: boolean;
  membrane: MembraneAccountState | undefined;
  allowance: KeptAllowance | undefined;
  directory: DirectoryRow | undefined;
  outbox: OutboxState;
  /** Epoch ms. */
  now: number;
}
