import { useCallback } from 'react';
import { decidedWords } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { type ContactKey, contactRef } from '../../../lib/model/ids';
import type { Verdict } from '../../../lib/model/link';
import { database } from '../../../lib/storage/database';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import { useDirectory } from '../directory';
import { usePanelCommand } from '../use-panel-command';
import { usePeopleStore } from './people-store';

/**
 * Tells the worker a word about a contact and another one (as `contactRef`; the one on screen
 * unless told otherwise), and offers to take it back.
 */
export function useDecide(
  windowId: number,
  anchor: string,
): (contact: Contact, verdict: Verdict | 'none', about?: string) => Promise<void> {
  const send = usePanelCommand();
  const { platforms } = useDirectory();
  const offerUndo = usePeopleStore((store) => store.offerUndo);
  return useCallback(
    async (contact, verdict, about = anchor) => {
      const one = contactOfRef(about);
      const other: ContactKey = { connectionId: contact.connectionId, id: contact.id };
      const before = await verdictOf(about, contactRef(contact));
      send('people.decide', { windowId, one, other, verdict });
      const label = platforms.get(contact.platform)?.label ?? contact.platform;
      offerUndo({ anchor, one, other, before, text: decidedWords(contact, label, verdict) });
    },
    [send, platforms, offerUndo, windowId, anchor],
  );
}

async function verdictOf(one: string, other: string): Promise<Verdict | 'none'> {
  const link = await database.links.get(one < other ? [one, other] : [other, one]);
  return link?.verdict ?? 'none';
}
