import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { type ContactRef, contactRef, parseContactRef } from '../../model/ids';
import type { NoteDestination, NotesPort } from '../../platforms/contract/notes';
import type { WorkerPorts } from '../ports';

/** A contact and the way to its notes. */
export interface CopyTarget {
  /** `contactRef`. */
  ref: ContactRef;
  contact: Contact;
  connection: Connection;
  notes: NotesPort;
  kind: 'list' | 'text';
  /** The platform's label. */
  platform: string;
  /** `contactRef` of the contact on screen for whose person it is read. */
  beside?: ContactRef | undefined;
}

/** The way to a contact's notes; `undefined` when the contact or its connection is gone. */
export async function copyTargetOf(
  ports: WorkerPorts,
  ref: ContactRef,
): Promise<CopyTarget | undefined> {
  const { connectionId, id } = parseContactRef(ref);
  const [contact, connection] = await Promise.all([
    ports.database.contacts.get([connectionId, id]),
    ports.database.connections.get(connectionId),
  ]);
  if (contact === undefined || connection === undefined) return undefined;
  const access = notesAccess(ports, connection);
  return access && { ref, contact, connection, ...access };
}

/** What a connection offers for notes; `undefined` where there is nothing. */
export function notesAccess(
  ports: WorkerPorts,
  connection: Connection,
): Pick<CopyTarget, 'notes' | 'kind' | 'platform'> | undefined {
  const { capabilities, label } = ports.definitionOf(connection.platform);
  if (capabilities.notes === undefined) return undefined;
  const { notes } = ports.apiOf(connection);
  return notes && { notes, kind: capabilities.notes.kind, platform: label };
}

/** `contactRef` of each contact known to be the person on screen: the contact on screen first. */
export async function refsOfPerson(ports: WorkerPorts, anchor: ContactRef): Promise<ContactRef[]> {
  const sources = await ports.database.sources.where('anchor').equals(anchor).toArray();
  const found = sources.flatMap(({ connectionId, contactIds }) =>
    contactIds.map((id) => contactRef({ connectionId, id })),
  );
  return [...new Set([anchor, ...found])];
}

/** The contact's conversations where a copy may go: one on screen first, then the last active. */
export async function conversationsFor(
  ports: WorkerPorts,
  { ref, contact }: CopyTarget,
): Promise<NoteDestination> {
  const known = await ports.database.conversations
    .where('[connectionId+contactId]')
    .equals([contact.connectionId, contact.id])
    .toArray();
  const screens = await ports.database.screens.filter(({ anchor }) => anchor === ref).toArray();
  const onScreen = new Set(screens.map(({ context }) => context.conversationId));
  const best = known.sort(
    (a, b) =>
      Number(onScreen.has(b.id)) - Number(onScreen.has(a.id)) ||
      (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0),
  );
  return { conversations: best.map(({ id }) => id) };
}
