import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { withLock } from '../async/with-lock';

const MOST_KEPT = 20;

const failureSchema = v.object({
  /** Which work failed, in words of the code. */
  work: v.string(),
  /** The error's name, and nothing that it says: that could hold somebody's data. */
  error: v.string(),
  /** Epoch ms. */
  at: v.number(),
});
export type BackgroundFailure = v.InferOutput<typeof failureSchema>;

/** Not a defined item: that would be read as soon as it is there, at each start and outside of an extension. */
const key = 'session:background-failures';

/** What failed since the browser started though nobody waited for it, oldest first. */
export async function readBackgroundFailures(): Promise<BackgroundFailure[]> {
  const stored = v.safeParse(v.array(failureSchema), await storage.getItem(key));
  return stored.success ? stored.output : [];
}

/** Keeps that something failed, beside the last few that did. */
export async function recordBackgroundFailure(failure: BackgroundFailure): Promise<void> {
  await withLock(storage, key, async () => {
    const before = await readBackgroundFailures();
    await storage.setItem(key, [...before, failure].slice(-MOST_KEPT));
  });
}
