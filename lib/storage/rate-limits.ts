import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { withLock } from '../async/with-lock';

const limitSchema = v.object({
  /** Epoch ms: nothing is sent before. */
  blockedUntil: v.number(),
  /** Epoch ms: nothing is sent ahead of the pace before. */
  cautiousUntil: v.number(),
  /** Of the answer that asked for the pause; absent for 429. */
  status: v.optional(v.number()),
});
export type KeptLimit = v.InferOutput<typeof limitSchema>;

/** What a platform's 429 or a card's server asked for, by connection or origin; kept because a worker may be stopped. */
const key = 'session:rate-limits';

export async function readRateLimit(connectionId: string): Promise<KeptLimit | undefined> {
  return (await readAll())[connectionId];
}

export async function writeRateLimit(connectionId: string, limit: KeptLimit): Promise<void> {
  await withLock(storage, key, async () => {
    await storage.setItem(key, { ...(await readAll()), [connectionId]: limit });
  });
}

async function readAll(): Promise<Record<string, KeptLimit>> {
  const stored = v.safeParse(v.record(v.string(), limitSchema), await storage.getItem(key));
  return stored.success ? stored.output : {};
}
