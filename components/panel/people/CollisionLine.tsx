import { useLiveQuery } from 'dexie-react-hooks';
import { AppWindow, ExternalLink as ExternalLinkIcon } from 'lucide-react';
import { database } from '../../../lib/storage/database';
import { readTabOf } from '../../../lib/storage/people-queries';
import { collisionGlance, collisionWords } from '../../../lib/timeline/collision-words';
import type { Collision } from '../../../lib/timeline/collisions';
import { webLink } from '../../../lib/timeline/links';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useNames } from '../names';
import { goToTab } from './go-to-tab';

interface CollisionLineProps {
  collision: Collision;
  /** Epoch ms. */
  now: number;
}

const line = 'flex min-w-0 flex-1 items-center gap-1 rounded-sm text-left';

/**
 * One conversation that goes on elsewhere, in one line that leads to it: to the tab that shows it
 * already, or to a new one. The whole of it is told when asked.
 */
export function CollisionLine({ collision, now }: CollisionLineProps) {
  const { connections, platforms } = useNames();
  const { connectionId, id } = collision.conversation;
  const url = webLink(collision.conversation.url);
  const tabId = useLiveQuery(() => readTabOf(database, { connectionId, id }), [connectionId, id]);
  const platform = platforms.get(connections.get(connectionId)?.platform ?? '');
  const label = platform?.label ?? 'another helpdesk';
  const words = collisionWords(collision, label, now);
  const glance = <span className="min-w-0 truncate">{collisionGlance(collision, label, now)}</span>;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5" title={words}>
      <PlatformIcon platform={platform} size={14} />
      {tabId !== undefined && url !== undefined ? (
        <button
          type="button"
          aria-label={`${words}. Go to its tab`}
          onClick={() => void goToTab(tabId, url)}
          className={`${line} hover:underline`}
        >
          {glance}
          <AppWindow size={11} aria-hidden className="shrink-0" />
        </button>
      ) : (
        <ExternalLink
          href={url}
          label={`${words}. Open that conversation`}
          className={url === undefined ? line : `${line} hover:underline`}
        >
          {glance}
          {url !== undefined && <ExternalLinkIcon size={11} aria-hidden className="shrink-0" />}
        </ExternalLink>
      )}
    </div>
  );
}
