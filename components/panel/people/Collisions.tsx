import { ExternalLink as ExternalLinkIcon } from 'lucide-react';
import { useState } from 'react';
import type { Frame } from '../../../lib/storage/panel-queries';
import { collisionWords } from '../../../lib/timeline/collision-words';
import type { Collision } from '../../../lib/timeline/collisions';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useDirectory } from '../directory';
import { useNow } from '../use-now';
import { useCollisions } from './use-collisions';

const shownAtFirst = 2;

/** Where else this person writes right now, so that two colleagues do not answer them apart. */
export function Collisions({ frame, anchor }: { frame: Frame; anchor: string }) {
  const now = useNow(60_000);
  const collisions = useCollisions(frame, anchor, now);
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? collisions : collisions.slice(0, shownAtFirst);
  const hidden = collisions.length - shown.length;
  return (
    <div role="status" className="flex flex-col gap-1 empty:hidden">
      {shown.map((collision) => (
        <CollisionLine
          key={`${collision.conversation.connectionId}/${collision.conversation.id}`}
          collision={collision}
          now={now}
        />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="self-start rounded-sm px-1 text-12 text-ink-soft hover:bg-hover hover:text-ink"
        >
          {hidden} more open elsewhere
        </button>
      )}
    </div>
  );
}

function CollisionLine({ collision, now }: { collision: Collision; now: number }) {
  const { connections, platforms } = useDirectory();
  const { connectionId, url } = collision.conversation;
  const platform = platforms.get(connections.get(connectionId)?.platform ?? '');
  const label = platform?.label ?? 'another helpdesk';
  return (
    <div className="flex items-start gap-1.5 rounded-md border border-note-line bg-note px-2 py-1 text-12 text-note-ink">
      <span className="pt-px">
        <PlatformIcon platform={platform} size={14} />
      </span>
      <p className="min-w-0 flex-1 wrap-anywhere">{collisionWords(collision, label, now)}</p>
      {url !== undefined && (
        <ExternalLink
          href={url}
          label={`Open that conversation in ${label}`}
          className="inline-flex shrink-0 items-center gap-1 rounded-sm font-medium underline-offset-2 hover:underline"
        >
          Open
          <ExternalLinkIcon size={11} aria-hidden />
        </ExternalLink>
      )}
    </div>
  );
}
