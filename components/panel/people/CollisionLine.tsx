import { ExternalLink as ExternalLinkIcon } from 'lucide-react';
import { collisionGlance, collisionWords } from '../../../lib/timeline/collision-words';
import type { Collision } from '../../../lib/timeline/collisions';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useDirectory } from '../directory';

interface CollisionLineProps {
  collision: Collision;
  /** Epoch ms. */
  now: number;
}

/** One conversation that goes on elsewhere, in one line that leads to it; the whole of it when asked. */
export function CollisionLine({ collision, now }: CollisionLineProps) {
  const { connections, platforms } = useDirectory();
  const { connectionId, url } = collision.conversation;
  const platform = platforms.get(connections.get(connectionId)?.platform ?? '');
  const label = platform?.label ?? 'another helpdesk';
  const words = collisionWords(collision, label, now);
  const hasLink = url !== undefined;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5" title={words}>
      <PlatformIcon platform={platform} size={14} />
      <ExternalLink
        href={url}
        label={`${words}. Open that conversation`}
        className={`flex min-w-0 flex-1 items-center gap-1 rounded-sm ${hasLink ? 'hover:underline' : ''}`}
      >
        <span className="min-w-0 truncate">{collisionGlance(collision, label, now)}</span>
        {hasLink && <ExternalLinkIcon size={11} aria-hidden className="shrink-0" />}
      </ExternalLink>
    </div>
  );
}
