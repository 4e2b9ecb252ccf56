import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import type { Frame } from '../../../lib/storage/panel-queries';
import { useNow } from '../use-now';
import { CollisionLine } from './CollisionLine';
import { useCollisions } from './use-collisions';

/**
 * Where else this person writes right now, so that two colleagues do not answer them apart: the most
 * pressing one in a line, the others when asked for.
 */
export function Collisions({ frame, anchor }: { frame: Frame; anchor: string }) {
  const now = useNow(60_000);
  const id = useId();
  const collisions = useCollisions(frame, anchor, now);
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = collisions;
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <div role="status" className="empty:hidden">
      {first !== undefined && (
        <div className="rounded-md border border-note-line bg-note px-2 text-12 text-note-ink">
          <div className="flex h-6 items-center gap-1.5">
            <CollisionLine collision={first} now={now} />
            {others.length > 0 && (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={id}
                aria-label={`${others.length} more open elsewhere`}
                title={`${others.length} more open elsewhere`}
                onClick={() => setOpen(!isOpen)}
                className="-mr-1 flex shrink-0 items-center gap-0.5 rounded-sm px-1 font-medium tabular-nums hover:bg-hover"
              >
                +{others.length} <Chevron size={12} aria-hidden />
              </button>
            )}
          </div>
          <ul id={id} className="max-h-[30vh] overflow-y-auto empty:hidden">
            {isOpen &&
              others.map((collision) => (
                <li
                  key={`${collision.conversation.connectionId}/${collision.conversation.id}`}
                  className="flex h-6 items-center border-note-line border-t"
                >
                  <CollisionLine collision={collision} now={now} />
                </li>
              ))}
          </ul>
        </div>
      )}
    </div>
  );
}
