import { itemKey } from '../../../lib/model/ids';
import type { ListedMessage } from '../../../lib/timeline/listed-message';

/**
 * The parts with each message only once: a message whose time was corrected is briefly both in the part it
 * left and in the one it moved to. A part without a repeat stays the same array.
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
