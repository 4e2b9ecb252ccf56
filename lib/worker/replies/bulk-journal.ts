import {
  type BulkAct,
  type BulkItemRow,
  type BulkItemState,
  type BulkRunRow,
  bulkItemStates,
} from '../../model/bulk-run';
import type { PlannedItem } from '../../replies/bulk-plan';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';

/** This many runs that ended are kept, to be looked at and taken back. */
const MOST_ENDED = 10;

/** Changes come right after the source was read, deletions last. */
const order: Readonly<Record<BulkAct, number>> = { change: 0, add: 1, remove: 2 };

/** A planned response, and the one that must have been done before it. */
export interface PlannedStep {
  item: PlannedItem;
  needs?: PlannedItem | undefined;
}

/** Stores what a run is to do, instead of what was planned before and never started. */
export async function storePlan(
  ports: WorkerPorts,
  run: Pick<BulkRunRow, 'id' | 'kind' | 'target'>,
  steps: readonly PlannedStep[],
): Promise<void> {
  const sorted = [...steps].sort((a, b) => order[a.item.act] - order[b.item.act]);
  const positions = new Map(sorted.map(({ item }, position) => [item, position]));
  const positionOf = (item: PlannedItem | undefined) =>
    item === undefined ? undefined : positions.get(item);
  const afterwards = new Map(sorted.map(({ item, needs }) => [needs, item]));
  const items = sorted.map(({ item, needs }, position): BulkItemRow => {
    const { origin: _origin, ...row } = item;
    const links = { needs: positionOf(needs), neededBy: positionOf(afterwards.get(item)) };
    return { ...row, run: run.id, position, ...links };
  });
  // Where all are refused nothing is written: the source may be one that can only be read.
  const written = items.flatMap(({ source, state }) => (state === 'refused' ? [] : [source]));
  const acts = { change: 0, add: 0, remove: 0 };
  for (const { act, state } of items) if (state === 'open') acts[act] += 1;
  const { bulkRuns, bulkItems } = ports.database;
  await writeWithRoom(ports, () =>
    ports.database.transaction('rw', bulkRuns, bulkItems, async () => {
      const idle = await bulkRuns.filter(({ state }) => state !== 'running').sortBy('createdAt');
      const old = idle.filter(({ state }) => state !== 'planned').slice(0, -MOST_ENDED);
      const outdated = idle.filter(({ state }) => state === 'planned');
      for (const { id } of [...old, ...outdated]) await forgetRun(ports, id);
      await bulkItems.bulkPut(items);
      await bulkRuns.put({
        ...run,
        sources: [...new Set(written)],
        state: 'planned',
        phase: 'do',
        counts: countsOf(items),
        acts,
        failures: 0,
        createdAt: ports.now(),
      });
    }),
  );
}

/** Forgets a run and all that is kept to take it back. */
export async function forgetRun({ database }: WorkerPorts, id: string): Promise<void> {
  const { bulkRuns, bulkItems } = database;
  await database.transaction('rw', bulkRuns, bulkItems, async () => {
    await bulkRuns.delete(id);
    await bulkItems.where('run').equals(id).delete();
  });
}

/** Changes a run if it is still under way, and in the same direction: somebody may have stopped it meanwhile. */
export async function changeRunning(
  { database }: WorkerPorts,
  { id, phase }: BulkRunRow,
  change: Partial<BulkRunRow>,
): Promise<void> {
  await database.bulkRuns
    .where('id')
    .equals(id)
    .and((run) => run.state === 'running' && run.phase === phase)
    .modify(change);
}

/** The response that a run is to do (or look for, or take back) next; `undefined` when there is none. */
export async function nextItem(
  { database }: WorkerPorts,
  { id, phase }: BulkRunRow,
): Promise<BulkItemRow | undefined> {
  const inState = (state: BulkItemState) =>
    database.bulkItems.where('[run+state]').equals([id, state]);
  if (phase === 'do') return inState('open').first();
  // Nobody knows of these whether they are there to be taken back.
  const unanswered = await inState('open')
    .filter(({ isSent }) => isSent === true)
    .last();
  // Taken back in the opposite order. The rows of one state lie in the order of their positions.
  return unanswered ?? inState('done').last();
}

/** Stores what became of a response, and counts it: all or nothing. */
export async function settleItem(
  ports: WorkerPorts,
  item: BulkItemRow,
  settled: Partial<BulkItemRow> & { state: BulkItemState },
): Promise<void> {
  const { bulkRuns, bulkItems } = ports.database;
  await writeWithRoom(ports, () =>
    ports.database.transaction('rw', bulkRuns, bulkItems, async () => {
      const run = await bulkRuns.get(item.run);
      const key: [string, number] = [item.run, item.position];
      // When a connection is removed, everything that came through it is deleted.
      if (run === undefined || (await bulkItems.get(key)) === undefined) return;
      await bulkItems.put({ ...item, ...settled });
      const counts = { ...run.counts };
      counts[item.state] -= 1;
      counts[settled.state] += 1;
      const { retryAt: _waited, message: _told, ...rest } = run;
      // Why a run was stopped while this was under way is still to be read.
      const kept = run.state === 'running' ? rest : run;
      await bulkRuns.put({ ...kept, counts, failures: 0 });
    }),
  );
}

/** Notes on a response that it is about to be sent, or was tried in vain. */
export async function noteOnItem(
  { database }: WorkerPorts,
  { run, position }: BulkItemRow,
  note: Pick<Partial<BulkItemRow>, 'isSent' | 'tries'>,
): Promise<void> {
  await database.bulkItems.update([run, position], note);
}

function countsOf(items: readonly BulkItemRow[]): Record<BulkItemState, number> {
  const counts = { same: 0, refused: 0, open: 0, done: 0, left: 0, undone: 0, kept: 0 };
  for (const state of bulkItemStates) {
    counts[state] = items.filter((item) => item.state === state).length;
  }
  return counts;
}
