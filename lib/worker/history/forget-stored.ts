import type { CardLoads } from '../cards/card-loads';
import { deleteWithoutRoom } from '../delete-without-room';
import { forgetReadTimes } from '../notes/refresh';
import type { WorkerPorts } from '../ports';
import type { TabLoads } from '../tab-loads';
import { forgetHistories } from './drop-histories';

/** Deletes all stored histories; nothing that is under way for them writes any of it again. */
export async function forgetStored(
  { database, now }: Pick<WorkerPorts, 'database' | 'now'>,
  tabLoads: TabLoads,
  cardLoads: CardLoads,
): Promise<void> {
  const forget = () => forgetHistories(database, now());
  await tabLoads.whileStopped(() => deleteWithoutRoom(database, forget));
  forgetReadTimes(database);
  // What a card still answers is kept nowhere: whoever stays on screen must not wait for that.
  cardLoads.stopAll();
}
