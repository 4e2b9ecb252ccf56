import type { Reply } from '../model/reply';
import type { ReplyIndex, SuitabilityPoints } from './search-replies';

const MOST = 3;
/** Below this share the two texts have words in common only by chance. */
const LEAST_SHARE = 0.04;
/** How many points (see `suits`) halve or double a share. */
const POINTS_PER_DOUBLING = 12;

/**
 * Up to three responses for what the customer wrote last, by shared words that are rare among the
 * responses; worked out here, no service is asked. None when nothing distinctive is shared.
 */
export function suggestReplies(
  index: ReplyIndex,
  lastMessage: string,
  suitability: SuitabilityPoints,
): Reply[] {
  return [...index.closeness(lastMessage)]
    .filter(([, share]) => share >= LEAST_SHARE)
    .map(([at, share]) => ({
      at,
      rank: share * 2 ** ((suitability.points[at] ?? 0) / POINTS_PER_DOUBLING),
    }))
    .sort((a, b) => b.rank - a.rank || a.at - b.at)
    .slice(0, MOST)
    .flatMap(({ at }) => index.replies[at] ?? []);
}
