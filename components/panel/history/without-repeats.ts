import { itemKey } from '../../../lib/model/ids';
import type { ListedMessage } from '../../../lib/timeline/listed-message';

/**
 * The parts, in which a message stands only once: one whose time was corrected is for a moment in
 * the part it left and in the one it went to. A part without a repeat stays the same array.
 */
export function withoutRepeats(
  parts: readonly (readonly ListedMessage[])[],
): readonly (readonly ListedMessage[])[] {
  const seen = new Set<string>();
  return parts.map((part) => {
    const repeated = new Set<ListedMessage>();
    for (const message of part) {
      const key = itemKey(message.connectionId, message.id);
      if (seen.has(key)) repeated.add(message);
      seen.add(key);
    }
    return repeated.size === 0 ? part : part.filter((message) => !repeated.has(message));
  });
}
