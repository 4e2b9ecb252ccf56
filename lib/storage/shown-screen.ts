import { type ContactKey, type ContactRef, contactRef } from '../model/ids';
import type { PageContext } from '../model/page';
import type { ScreenRow } from '../model/screen';
import type { DesksideDatabase } from './database';

/**
 * Takes the place of a tab in `screens` for a person who was opened by hand in this window. The browser's
 * own tabs have numbers from 0 on.
 */
export function openedTabId(windowId: number): number {
  return -1 - windowId;
}

const openedPrefix = 'opened by hand ';

/** The subject of somebody who was opened by hand. */
export function openedSubject(anchor: ContactRef): string {
  return openedPrefix + anchor;
}

/** What names the contact in the row of somebody who was opened by hand. */
export function openedContact(
  contact: ContactKey,
  context: PageContext,
): Pick<ScreenRow, 'anchor' | 'context' | 'subject'> {
  const anchor = contactRef(contact);
  return {
    anchor,
    context: { ...context, contactId: contact.id },
    subject: openedSubject(anchor),
  };
}

/** The `contactRef` in the subject of somebody who was opened by hand; `undefined` in any other subject. */
export function openedAnchor(subject: string): string | undefined {
  return subject.startsWith(openedPrefix) ? subject.slice(openedPrefix.length) : undefined;
}

/**
 * What a window's panel shows: the person who was opened over this very conversation, else the
 * conversation of the tab in front, else the person who was opened by hand, else whatever the tab shows
 * without a conversation. `undefined` where there is none of these.
 */
export async function shownScreen(
  db: DesksideDatabase,
  windowId: number,
): Promise<ScreenRow | undefined> {
  const front = await db.windows.get(windowId);
  if (front === undefined) return undefined;
  const [inFront, opened] = await db.screens.bulkGet([front.tabId, openedTabId(windowId)]);
  const isCovered = opened?.over !== undefined && opened.over === inFront?.subject;
  return inFront?.context.view === 'person' && !isCovered ? inFront : (opened ?? inFront);
}
