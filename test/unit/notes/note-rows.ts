import type { NoteRow, ReplicaRow } from '../../../lib/model/note';
import { ref } from '../refs';

/** A note about the contact `cw/1`. */
export function note(given: Partial<NoteRow> = {}): NoteRow {
  return {
    id: 'n1',
    revision: 1,
    text: 'VIP, refund promised.',
    author: 'Mara',
    at: 1_000,
    contacts: [ref('cw/1')],
    pinned: false,
    urgency: 'normal',
    scope: { kind: 'everywhere' },
    createdAt: 1_000,
    createdBy: 'Mara',
    versions: [],
    ...given,
  };
}

/** A copy of that note that arrived. */
export function replica(given: Partial<ReplicaRow> = {}): ReplicaRow {
  return {
    noteId: 'n1',
    contact: ref('cw/1'),
    connectionId: 'cw',
    remoteId: '9',
    revision: 1,
    state: 'delivered',
    updatedAt: 1_000,
    ...given,
  };
}
