import { useState } from 'react';
import * as v from 'valibot';
import { usePanelView } from '../view-store';

interface FoldedCards {
  isOpen(id: string): boolean;
  toggle(id: string): void;
}

/**
 * Which data cards are open: beside the history all that nobody folded. Where something is being written,
 * they stay folded to leave it room until they are opened.
 */
export function useFoldedCards(): FoldedCards {
  const isBesideHistory = usePanelView((view) => view.tab === 'history');
  const [folded, setFolded] = useState(readFolded);
  const [openBesides, setOpenBesides] = useState<ReadonlySet<string>>(new Set());
  return {
    isOpen: (id) => (isBesideHistory ? !folded.has(id) : openBesides.has(id)),
    toggle: (id) => {
      if (!isBesideHistory) return setOpenBesides(toggled(openBesides, id));
      const next = toggled(folded, id);
      localStorage.setItem(storageName, JSON.stringify([...next]));
      setFolded(next);
    },
  };
}

const storageName = 'cards-folded';

/** Which cards are folded, stored in this browser; contains no customer data. */
function readFolded(): ReadonlySet<string> {
  try {
    return new Set(
      v.parse(v.array(v.string()), JSON.parse(localStorage.getItem(storageName) ?? '[]')),
    );
  } catch {
    return new Set();
  }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
