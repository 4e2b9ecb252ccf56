import { t } from '@lingui/core/macro';
import { joinSentences } from '../../../lib/text/join-sentences';
import { type Collision, collisionPlace } from '../../../lib/timeline/collisions';
import { usePlatformIndex } from '../platform-index';

interface CollisionNewsProps {
  /** The most urgent conversation. */
  first: Collision | undefined;
  /** How many others there are, in words. */
  more: string | undefined;
}

/**
 * Tells screen readers that a conversation goes on elsewhere, when that happens or changes. For how long is only in
 * the line that is shown: said here, it would all be read out again each minute.
 */
export function CollisionNews({ first, more }: CollisionNewsProps) {
  const { platforms, platformNames } = usePlatformIndex();
  const platform = platforms.get(platformNames.get(first?.conversation.connectionId ?? '') ?? '');
  const label = platform?.label ?? t`another helpdesk`;
  return (
    <p role="status" className="sr-only">
      {first !== undefined &&
        joinSentences(
          collisionPlace(first, label),
          first.waitingSince === undefined ? undefined : t`Waiting for a reply.`,
          more,
        )}
    </p>
  );
}
