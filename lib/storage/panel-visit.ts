import type { DesksideDatabase } from './database';
import { seenUntil } from './views';

/**
 * Up to which time (epoch ms) this person's items were seen in earlier visits; `undefined` at the
 * first one. To be read once, at `now` (epoch ms), when the person comes on screen.
 */
export async function readSeenUntil(
  db: DesksideDatabase,
  anchor: string,
  now: number,
): Promise<number | undefined> {
  return seenUntil(await db.views.get(anchor), now);
}
