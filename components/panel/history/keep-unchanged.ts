import { hasSameContent } from '../../../lib/storage/same-content';

interface Stored {
  connectionId: string;
  id: string;
}

/**
 * What was read just now, with the objects of the reading before wherever they say the same, so that
 * nothing is worked out or drawn again for them; `before` itself when nothing changed at all.
 */
export function keepUnchanged<T extends Stored>(before: readonly T[], now: readonly T[]) {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const kept = now.map((entry) => {
    const old = known.get(entry.id);
    return old !== undefined && hasSameContent(old, entry) ? old : entry;
  });
  const isSame =
    kept.length === before.length && kept.every((entry, index) => entry === before[index]);
  return isSame ? before : kept;
}
