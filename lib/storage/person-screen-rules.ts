import * as v from 'valibot';
import { itemKey } from '../model/ids';
import type { SourceRow } from '../model/screen';
import { screenAddress } from '../model/screen-address';
import { part, type TableName, type TableRule, whole } from './person-table-rule';
import { openedAnchor } from './shown-screen';

/** Where a person is in what was on screen, and in what is kept for it. */
export const screenRules = {
  screens: [
    whole((db, { refs, pages }) =>
      db.screens.filter(
        ({ anchor, connectionId = '', context, over = '' }) =>
          (anchor !== undefined && refs.has(anchor)) ||
          pages.has(itemKey(connectionId, screenAddress(context) ?? '')) ||
          // Somebody who was opened over the person's page.
          addressesIn(over).some((each) => [...pages].some((page) => page.endsWith(`/${each}`))),
      ),
    ),
  ],
  windows: [],
  sightings: [
    whole((db, { pages, refs }) =>
      db.sightings.filter(
        ({ connectionId, address, contactId }) =>
          pages.has(itemKey(connectionId, address)) || refs.has(itemKey(connectionId, contactId)),
      ),
    ),
  ],
  views: [whole((db, { refs }) => db.views.where('anchor').anyOf([...refs]))],
  sources: [
    whole((db, { refs }) => db.sources.where('anchor').anyOf([...refs])),
    part<SourceRow>(
      (db, { refs }) =>
        db.sources.filter(({ connectionId, contactIds, unreadNotes = [] }) =>
          [...contactIds, ...unreadNotes.map(({ contactId }) => contactId)].some((id) =>
            refs.has(itemKey(connectionId, id)),
          ),
        ),
      (row, { refs }) => {
        const stays = (id: string) => !refs.has(itemKey(row.connectionId, id));
        row.contactIds = row.contactIds.filter(stays);
        row.unreadNotes = row.unreadNotes?.filter(({ contactId }) => stays(contactId));
      },
    ),
  ],
  fillDrafts: [
    whole((db, { pages, refs }) =>
      db.fillDrafts.filter(
        ({ connectionId, subject }) =>
          refs.has(openedAnchor(subject) ?? '') ||
          addressesIn(subject).some((address) => pages.has(itemKey(connectionId, address))),
      ),
    ),
  ],
} satisfies Partial<Record<TableName, readonly TableRule[]>>;

/**
 * A tab's subject is a list in one string, and one of it the address that the page showed. A draft's may go on
 * with the address of a conversation, on a line of its own.
 */
function addressesIn(subject: string): string[] {
  const [list = '', ...conversations] = subject.split('\n');
  try {
    const listed = v.parse(v.array(v.unknown()), JSON.parse(list));
    return [...listed.filter((each) => typeof each === 'string'), ...conversations];
  } catch {
    return conversations;
  }
}
