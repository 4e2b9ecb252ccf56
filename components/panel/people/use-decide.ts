import { useCallback } from 'react';
import { contactTitle, decidedWords } from '../../../lib/identity/decision-words';
import { pairOf } from '../../../lib/identity/decisions';
import { peopleCommands } from '../../../lib/messaging/people-commands';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, contactRef, parseContactRef } from '../../../lib/model/ids';
import type { LinkRow, Verdict } from '../../../lib/model/link-decision';
import { isAddressRef } from '../../../lib/model/screen-address';
import { database } from '../../../lib/storage/database';
import { useAnchor, usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { sendFromPanel } from '../send-from-panel';
import { usePeopleStore } from './people-store';

/** The contact a decision is about, even if it is no longer stored. */
export interface Subject {
  /** `contactRef`. */
  ref: ContactRef;
  title: string;
  platformLabel: string | undefined;
}

/**
 * Sends the worker a verdict about a contact and another one (as `contactRef`; the one on screen unless given
 * otherwise), and offers to undo it.
 */
export function useDecide(): (
  subject: Subject,
  verdict: Verdict | 'none',
  beside?: ContactRef,
) => Promise<void> {
  const anchor = useAnchor();
  const { windowId } = usePanel();
  const offerUndo = usePeopleStore((store) => store.offerUndo);
  return useCallback(
    async (subject, verdict, beside = anchor) => {
      const link = await linkOf(beside, subject.ref);
      const known = link?.verdict ?? 'none';
      // The same word once more: one that was overruled, or a second click.
      const before = known === verdict ? 'none' : known;
      const pair = { one: parseContactRef(beside), other: parseContactRef(subject.ref) };
      sendFromPanel(peopleCommands, 'people.decide', { windowId, ...pair, verdict });
      const text = decidedWords(subject.title, subject.platformLabel, verdict);
      // Pressed twice: “Undo” has to bring back what was there before the first time.
      if (before === verdict && usePeopleStore.getState().undo?.text === text) return;
      // Once somebody is chosen for a conversation of an unknown person, they are the person on screen.
      const shown = isAddressRef(beside) ? subject.ref : anchor;
      const restored = verdict === 'none' ? link : undefined;
      offerUndo({ anchor: shown, ...pair, before, restored, text });
    },
    [offerUndo, windowId, anchor],
  );
}

/** Makes a stored contact the subject of a decision. */
export function useSubject(): (contact: Contact) => Subject {
  const { platforms } = usePlatformIndex();
  return useCallback(
    (contact) => ({
      ref: contactRef(contact),
      title: contactTitle(contact),
      platformLabel: platforms.get(contact.platform)?.label,
    }),
    [platforms],
  );
}

function linkOf(one: ContactRef, other: ContactRef): Promise<LinkRow | undefined> {
  return database.links.get(pairOf(one, other));
}
