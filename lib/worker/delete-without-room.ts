import type { DesksideDatabase } from '../storage/database';
import { indexTables } from '../storage/index-erase';
import { leaveDeletionsUnmarked } from '../storage/index-marks';
import { isQuotaError } from './quota-error';

/**
 * Deletes, even where the disk is so full that nothing can be written: a browser then accepts only
 * transactions that do nothing but delete, and keeping the full-text index right needs writes. So the index
 * is deleted first, and built again once there is room. `act` must be repeatable as a whole; throws what it
 * throws.
 */
export async function deleteWithoutRoom<T>(
  database: DesksideDatabase,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await database.transaction('rw', [...indexTables], () =>
      Promise.all(indexTables.map((name) => database.table(name).clear())),
    );
    leaveDeletionsUnmarked(true);
    return act();
  }
}
