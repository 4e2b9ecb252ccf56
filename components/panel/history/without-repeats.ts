import type { Message } from '../../../lib/model/history';
import { placeKey } from '../../../lib/timeline/order';

/**
 * The parts, in which a message stands only once: one whose time was corrected is for a moment in
 * the part it left and in the one it went to. A part without a repeat stays the same array.
 */
export function withoutRepeats(
  parts: readonly (readonly Message[])[],
): readonly (readonly Message[])[] {
  const seen = new Set<string>();
  return parts.map((part) => {
    const repeated = new Set<Message>();
    for (const message of part) {
      const key = placeKey(message.connectionId, message.id);
      if (seen.has(key)) repeated.add(message);
      seen.add(key);
    }
    return repeated.size === 0 ? part : part.filter((message) => !repeated.has(message));
  });
}
