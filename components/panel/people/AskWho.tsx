import { UserRoundSearch } from 'lucide-react';
import { identifiersOf } from '../../../lib/identity/evidence';
import type { Frame } from '../../../lib/storage/panel-queries';
import { usePeopleStore } from './people-store';

/** Offers to say whose conversation this is, where nothing in it can tell and nobody has said it. */
export function AskWho({ frame: { contacts, screen } }: { frame: Frame }) {
  const find = usePeopleStore((store) => store.find);
  const [only] = contacts;
  if (only === undefined || contacts.length > 1 || identifiersOf(only).length > 0) return null;
  if (only.connectionId !== screen?.connectionId) return null;
  return (
    <button
      type="button"
      onClick={() => find(true)}
      className="-mx-1 flex items-center gap-1.5 rounded-sm px-1 py-0.5 text-12 text-ink-soft hover:bg-hover hover:text-ink"
    >
      <UserRoundSearch size={12} aria-hidden className="shrink-0 text-ink-faint" />
      Nothing here says who this is. This conversation is…
    </button>
  );
}
