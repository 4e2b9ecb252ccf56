import { plural, t } from '@lingui/core/macro';
import AppWindow from 'lucide-react/icons/app-window';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import { useId, useState } from 'react';
import { browser } from 'wxt/browser';
import { itemKey } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readTabOf } from '../../../lib/storage/people-queries';
import { webPageUrl } from '../../../lib/text/safe-links';
import {
  type Collision,
  collisionGlance,
  collisionWords,
  joinGlance,
} from '../../../lib/timeline/collisions';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { useAnchor, usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { CollisionNews } from './CollisionNews';
import { useCollisions } from './use-collisions';

/**
 * Where else this person is writing right now, so that two colleagues do not answer them independently: the
 * most urgent conversation in one line, the others on request.
 */
export function Collisions() {
  const anchor = useAnchor();
  const { snapshot } = usePanel();
  const now = useNow(60_000);
  const id = useId();
  const collisions = useCollisions(snapshot, anchor, now);
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = collisions;
  const more = plural(others.length, {
    one: '# more open elsewhere',
    other: '# more open elsewhere',
  });
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <>
      <CollisionNews first={first} more={others.length === 0 ? undefined : more} />
      {first !== undefined && (
        <div className="rounded-md border border-note-line bg-note px-2 text-12 text-note-ink">
          <div className="flex h-6 items-center gap-1.5">
            <CollisionLine collision={first} now={now} />
            {others.length > 0 && (
              <button
                type="button"
                aria-expanded={isOpen}
                aria-controls={id}
                aria-label={more}
                title={more}
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
                  key={itemKey(collision.conversation.connectionId, collision.conversation.id)}
                  className="flex h-6 items-center border-note-line border-t"
                >
                  <CollisionLine collision={collision} now={now} />
                </li>
              ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface CollisionLineProps {
  collision: Collision;
  /** Epoch ms. */
  now: number;
}

const lineStyle = 'flex min-w-0 flex-1 items-center gap-1 rounded-sm text-left';

/**
 * One conversation that is going on elsewhere, in one line that leads to it: to the tab that already shows
 * it, or to a new one. All of its details are shown on hover.
 */
function CollisionLine({ collision, now }: CollisionLineProps) {
  const { connections, platforms } = usePlatformIndex();
  const { connectionId, id } = collision.conversation;
  const url = webPageUrl(collision.conversation.url);
  const tabId = useLiveRead(
    { tables: [database.screens], read: () => readTabOf(database, { connectionId, id }) },
    [connectionId, id],
  );
  const platform = platforms.get(connections.get(connectionId)?.platform ?? '');
  const label = platform?.label ?? t`another helpdesk`;
  const words = collisionWords(collision, label, now);
  const glance = collisionGlance(collision, label, now);
  const shown = <span className="min-w-0 truncate">{glance}</span>;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5" title={words}>
      <PlatformIcon platform={platform} size={14} />
      {tabId !== undefined && url !== undefined ? (
        <button
          type="button"
          aria-label={joinGlance(glance, t`Go to its tab`)}
          title={words}
          onClick={() => void goToTab(tabId, url)}
          className={`${lineStyle} hover:underline`}
        >
          {shown}
          <AppWindow size={11} aria-hidden className="shrink-0" />
        </button>
      ) : (
        <ExternalLink
          href={url}
          label={joinGlance(glance, t`Open that conversation`)}
          className={url === undefined ? lineStyle : `${lineStyle} hover:underline`}
        >
          {shown}
          {url !== undefined && <ExternalLinkIcon size={11} aria-hidden className="shrink-0" />}
        </ExternalLink>
      )}
    </div>
  );
}

/** Brings a tab and its window to the front; if the tab is gone, opens `url` in a new one. */
async function goToTab(tabId: number, url: string): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => undefined);
  if (tab === undefined) await browser.tabs.create({ url });
  else await browser.windows.update(tab.windowId, { focused: true });
}
