import { hasSameContent } from '../../../lib/storage/same-content';

interface Stored {
  connectionId: string;
  id: string;
}

/**
 * What was read just now, with the previous objects wherever their content is the same, so that nothing is
 * computed or rendered again for them; `before` itself when nothing changed at all.
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
