import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { withLock } from '../async/with-lock';

const allowanceSchema = v.object({
  remaining: v.number(),
  limit: v.optional(v.number()),
  /** Epoch ms at which it was told. */
  at: v.number(),
});
export type KeptAllowance = v.InferOutput<typeof allowanceSchema>;

/** By connection: how many requests its platform said it still takes. */
const key = 'session:allowances';

/** What platforms said since the browser started, by connection. */
export async function readAllowances(): Promise<Record<string, KeptAllowance>> {
  const stored = v.safeParse(v.record(v.string(), allowanceSchema), await storage.getItem(key));
  return stored.success ? stored.output : {};
}

/** Keeps what a connection's platform said last. Worker only. */
export async function writeAllowance(connectionId: string, told: KeptAllowance): Promise<void> {
  await withLock(storage, key, async () => {
    await storage.setItem(key, { ...(await readAllowances()), [connectionId]: told });
  });
}
