import { type ContactRef, parseContactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { FRESH_MS } from '../freshness';
import type { WorkerPorts } from '../ports';
import { refsOfPerson } from './copy-target';
import { readableRefs, readProven, readTimes } from './refresh';
import { syncAndRecord } from './sync-and-record';

/** A connection's notes are read no more often than this (ms) while somebody looks at them. */
const pauseMs = 12_000;

/** By connection: epoch ms of when it may be asked again. */
const restUntil = new WeakMap<DesksideDatabase, Map<string, number>>();

/**
 * Reads the notes of the person at `anchor` again while the panel shows them: one contact of each
 * connection, the one that was read longest ago, and after a failure not for a minute. Rejects only
 * when aborted.
 */
export async function watchNotes(
  ports: WorkerPorts,
  anchor: ContactRef,
  signal: AbortSignal,
): Promise<void> {
  const rests = restUntil.get(ports.database) ?? new Map<string, number>();
  restUntil.set(ports.database, rests);
  const times = readTimes(ports.database);
  const now = ports.now();
  const refs = await readableRefs(ports, await refsOfPerson(ports, anchor));
  const next = new Map<string, ContactRef>();
  for (const ref of refs) {
    const { connectionId } = parseContactRef(ref);
    const before = next.get(connectionId);
    const isOlder = before === undefined || (times.get(ref) ?? 0) < (times.get(before) ?? 0);
    if (isOlder && isRested(rests.get(connectionId), now)) next.set(connectionId, ref);
  }
  await Promise.all(
    [...next].map(async ([connectionId, ref]) => {
      rests.set(connectionId, now + pauseMs);
      if (await syncAndRecord(ports, anchor, ref, { signal, read: true })) times.set(ref, now);
      else rests.set(connectionId, now + FRESH_MS);
    }),
  );
  await readProven(ports, anchor, [...next.values()], signal);
}

/** A pause that ends later than any pause can was set when the clock was different. */
function isRested(until: number | undefined, now: number): boolean {
  return until === undefined || until <= now || until > now + FRESH_MS;
}
