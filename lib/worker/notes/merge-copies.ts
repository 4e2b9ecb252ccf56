import type { Connection } from '../../model/connection';
import { isAbsentRef } from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { copyOf, mergeCopy } from '../../notes/merge-copy';
import { type FoundCopy, saysTheSame } from '../../notes/note-copy';
import { keepsText } from '../../notes/note-versions';
import { wantsCopy } from '../../notes/wants-copy';
import type { NoteChange, RemoteNotes } from '../../platforms/contract/notes';
import { isSameRow } from '../../storage/same-row';
import type { WorkerPorts } from '../ports';
import { type CopyTarget, copyTargetOf } from './copy-target';
import { detectRemoved } from './detect-removed';
import { recognisedRows } from './recognise-row';
import { replaceNatives } from './replace-natives';
import { isOverOnceRead } from './retry';
import { isMovedFrom, trustedNotes } from './trust';

/**
 * Merges what a platform has stored for a contact: copies into the notes and their replicas, the platform's
 * own notes beside them. All or nothing; what is as it was is not written. Returns the removals of copies that are there twice; a copy whose
 * text is not stored here is never one of them.
 */
export async function mergeRemoteNotes(
  ports: WorkerPorts,
  target: CopyTarget,
  remote: RemoteNotes,
): Promise<NoteChange[]> {
  const { database } = ports;
  const tables = ['notes', 'replicas', 'nativeNotes', 'connections', 'contacts', 'sources'];
  return database.transaction('rw', tables, async () => {
    const connections = await database.connections.toArray();
    // The person was forgotten, or the account removed, in the meantime: nothing may be written any more.
    if ((await copyTargetOf(ports, target.ref)) === undefined) return [];
    const trusted = await trustedNotes(ports, target, remote);
    await replaceNatives(ports, target, trusted);
    return new CopiesMerge(ports, target, connections).run(trusted);
  });
}

/** What is done with one reading, within its transaction. */
class CopiesMerge {
  constructor(
    private readonly ports: WorkerPorts,
    private readonly target: CopyTarget,
    private readonly connections: readonly Connection[],
  ) {}

  async run(remote: RemoteNotes): Promise<NoteChange[]> {
    const surplus: NoteChange[] = [];
    const found = new Set<string>();
    for (const copy of remote.copies) {
      const note = await this.#mergeCopy(copy);
      await this.#dropMoved(copy);
      if (!found.has(copy.id)) await this.#upsertReplica(note, copy);
      else if (keepsText(note, copy.text)) {
        surplus.push({ kind: 'remove', noteId: copy.id, remoteId: copy.remoteId });
      }
      found.add(copy.id);
    }
    for (const { noteId, edit } of await recognisedRows(this.ports, this.target, remote, found)) {
      if (edit !== undefined) await this.#mergeCopy(edit);
      found.add(noteId);
    }
    await detectRemoved(this.ports, this.target, remote, found);
    return surplus;
  }

  /** Merges one copy into its note; where that made a new revision, the other copies have to follow. */
  async #mergeCopy(copy: FoundCopy): Promise<NoteRow> {
    const { database, now } = this.ports;
    const before = await database.notes.get(copy.id);
    const note = mergeCopy(before, copy, {
      contact: this.target.ref,
      connectionId: this.target.connection.id,
      platform: this.target.platform,
      now: now(),
      placeOf: (connectionId) => this.#placeOf(connectionId),
    });
    if (note === before) return note;
    await database.notes.put(note);
    if (note.revision !== before?.revision) await this.#makeDue(note);
    return note;
  }

  async #makeDue(note: NoteRow): Promise<void> {
    const { replicas } = this.ports.database;
    const rows = await replicas.where('noteId').equals(note.id).toArray();
    for (const row of rows) {
      const isLeft = row.state === 'delivered' || row.reason === 'conflict';
      const isNowhere = isAbsentRef(row.contact) || row.state === 'removed-there';
      if (isNowhere && !wantsCopy(note, row)) await replicas.delete([row.noteId, row.contact]);
      else if (isLeft) await replicas.put({ ...row, state: 'waiting', reason: undefined });
    }
  }

  async #upsertReplica(note: NoteRow, copy: FoundCopy): Promise<void> {
    const { database, now } = this.ports;
    const { ref, connection } = this.target;
    const before = await database.replicas.get([note.id, ref]);
    if (before === undefined && note.declined?.includes(ref) === true) return;
    const { id: connectionId } = connection;
    const row = { noteId: note.id, contact: ref, connectionId, remoteId: copy.remoteId };
    const replica = { ...row, revision: copy.revision, updatedAt: now() };
    const isWanted = note.conflict === undefined && wantsCopy(note, replica);
    // If it were written again with our key, somebody else's words would pass for ours.
    const isKept = copy.isOthers === true && saysTheSame(copy, copyOf(note));
    const isCurrent = !copy.edited && copy.revision === note.revision;
    const state: Pick<ReplicaRow, 'state' | 'revision'> =
      isWanted && (isCurrent || isKept)
        ? { state: 'delivered', revision: note.revision }
        : stillDue(before);
    const isFirst = before === undefined && note.contacts.every((each) => each === ref);
    const isMisplaced = copy.isProven === false && (isFirst || before?.isMisplaced === true);
    const next = { ...replica, ...state, ...(isMisplaced && { isMisplaced }) };
    const isNews = before === undefined || !isSameRow({ ...before, updatedAt: now() }, next);
    if (isNews) await database.replicas.put(next);
  }

  /** A contact that was merged into this one took its copies along. */
  async #dropMoved(copy: FoundCopy): Promise<void> {
    await this.ports.database.replicas
      .where('noteId')
      .equals(copy.id)
      .filter((row) => isMovedFrom(row, copy, this.target))
      .delete();
  }

  #placeOf(connectionId: string): string {
    const connection = this.connections.find(({ id }) => id === connectionId);
    if (connection === undefined) return '';
    const { platform, apiOrigin, account = '' } = connection;
    return `${platform} ${apiOrigin} ${account}`;
  }
}

/** What was failing keeps its failure, unless that is over; everything else is due. */
function stillDue(before: ReplicaRow | undefined): Pick<ReplicaRow, 'state'> {
  const { state, reason, retryAt, attempts } = before ?? { state: 'waiting' };
  const isFailing = state === 'retrying' || state === 'failed' || state === 'blocked';
  return isFailing && reason !== 'conflict' && !isOverOnceRead({ state, reason })
    ? { state, ...{ reason, retryAt, attempts } }
    : { state: 'waiting' };
}
