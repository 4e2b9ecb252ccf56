import type { IndexSegmentRow } from '../../model/full-text';
import type { DesksideDatabase } from '../../storage/database';
import { indexTables } from '../../storage/index-erase';

/** How large the parts of the index become, in entries. */
export interface SegmentSizes {
  /** A segment of this many entries is closed while there are more to add. */
  full: number;
  /** A segment of at least this many is closed at the end; a smaller one grows with the next changes. */
  largeEnough: number;
}

/** More closed segments than this that are small are made into one. */
const MOST_SMALL = 8;

/**
 * Has the contacts of segments that are mostly empty, or of many small ones, indexed again, so that
 * reading the index stays as fast as it was.
 */
export async function retireSparse(
  database: DesksideDatabase,
  { full }: SegmentSizes,
): Promise<void> {
  const segments = (await database.indexSegments.toArray()).filter(
    ({ isOpen, isRetired }) => !isOpen && isRetired !== true,
  );
  const live = ({ contacts }: IndexSegmentRow) =>
    contacts.reduce((sum, each) => sum + (each && 1), 0);
  const small = segments.filter((segment) => live(segment) < full / 2);
  const sparse = small.filter((segment) => live(segment) * 4 < segment.contacts.length);
  const retired = small.length > MOST_SMALL ? small : sparse;
  if (retired.length === 0) return;
  await database.transaction('rw', [...indexTables], async () => {
    // As they are now: somebody may have been erased since.
    const stored = await database.indexSegments.bulkGet(retired.map(({ id }) => id));
    const rows = stored.filter((row) => row !== undefined);
    const numbers = new Set(rows.flatMap(({ contacts }) => [...contacts]));
    numbers.delete(0);
    const contacts = await database.indexedContacts.bulkGet([...numbers]);
    await database.indexSegments.bulkPut(rows.map((row) => ({ ...row, isRetired: true })));
    await database.indexMarks.bulkPut(
      contacts
        .filter((each) => each !== undefined)
        .map(({ connectionId, contactId }) => ({
          ...{ connectionId, contactId, stamp: crypto.randomUUID() },
          ...{ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
        })),
    );
  });
}
