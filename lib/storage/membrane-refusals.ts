import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

const refusalsSchema = v.record(
  v.string(),
  v.object({
    status: v.optional(v.number()),
    body: v.optional(v.string()),
    /** Epoch ms. */
    until: v.number(),
  }),
);
type StoredRefusals = v.InferOutput<typeof refusalsSchema>;

/** What was refused through each connection in Membrane, until the browser ends. Worker only. */
export const refusalMemory = {
  async read(connectionId: string): Promise<StoredRefusals> {
    const stored = v.safeParse(refusalsSchema, await storage.getItem(keyOf(connectionId)));
    return stored.success ? stored.output : {};
  },
  write: (connectionId: string, kept: StoredRefusals): Promise<void> =>
    storage.setItem(keyOf(connectionId), kept),
};

function keyOf(connectionId: string): `session:${string}` {
  return `session:membrane-refusals:${connectionId}`;
}
