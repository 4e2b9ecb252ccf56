import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';

/** Counts that a response was inserted, in this browser only. One that is gone is not counted. */
export async function countUse(
  ports: WorkerPorts,
  { source, id }: { source: string; id: string },
): Promise<void> {
  const { database } = ports;
  await writeWithRoom(ports, () =>
    database.transaction('rw', database.replies, database.usage, async () => {
      if ((await database.replies.get([source, id])) === undefined) return;
      const before = await database.usage.get([source, id]);
      const count = (before?.count ?? 0) + 1;
      await database.usage.put({ source, id, count, lastUsedAt: ports.now() });
    }),
  );
}
