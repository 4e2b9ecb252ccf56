import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { Conversation, MessageKind } from '../../model/history';
import type { HistoryRow } from '../../model/reading-progress';
import type { HistoryPart } from '../../platforms/contract/api';
import type { DesksideDatabase } from '../../storage/database';
import { putTracked } from '../../storage/put-tracked';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { bringsOlder, type FetchState, nextClaim, type StoredBefore } from './claims';

/** What is said of a history before its newest part is fetched again; reads one message. */
export async function storedBefore(
  database: DesksideDatabase,
  row: HistoryRow | undefined,
): Promise<StoredBefore | undefined> {
  if (row === undefined) return undefined;
  const { checkedAt } = row.coverage;
  const key = [row.connectionId, row.contactId];
  // Messages dated later came with a fetch that was broken off, maybe with a gap below them.
  const newest = await database.messages
    .where('[connectionId+contactId+sentAt]')
    .between([...key, Number.NEGATIVE_INFINITY], [...key, checkedAt], true, true)
    .last();
  return newest === undefined ? undefined : { checkedAt, until: newest.sentAt };
}

/**
 * Writes a part of the newest items, and what is stored by now in the same transaction. When the part reaches
 * down to what was stored before, the older parts stay valid, and with them how far back they go and where to
 * go on. Until it does, nothing new is claimed; if by the `last` part it has not, only the new part is
 * claimed. Where the platform itself records how far a read has come (`bookmark`), its claim holds as it is,
 * unless another load has gone further meanwhile. Returns the coverage to show.
 */
export async function saveNewest(
  ports: WorkerPorts,
  contact: Contact,
  part: HistoryPart,
  fetchState: FetchState,
): Promise<Coverage> {
  const { database } = ports;
  return inTransaction(ports, async () => {
    const isMixed = await bringsOlder(database, contact, part, fetchState.before);
    await putItems(database, contact, part);
    const stored = await database.histories.get([contact.connectionId, contact.id]);
    const before = isMixed ? undefined : fetchState.before;
    const next = nextClaim(stored, part, { ...fetchState, before });
    const isOpen = !fetchState.isLast || part.bookmark !== undefined;
    if (next === undefined && isOpen) {
      await database.histories.update([contact.connectionId, contact.id], { isUnfinished: true });
      return part.coverage;
    }
    const claim = next ?? part;
    const isOther = stored !== undefined && claim === stored;
    const checkedAt = isOther ? stored.coverage.checkedAt : fetchState.startedAt;
    const coverage = { ...claim.coverage, checkedAt };
    await database.histories.put({
      connectionId: contact.connectionId,
      contactId: contact.id,
      coverage,
      cursor: claim.cursor,
      bookmark: claim.bookmark,
      fetchedAt: fetchState.isLast ? ports.now() : stored?.fetchedAt,
      isUnfinished: fetchState.isLast ? undefined : true,
    });
    return coverage;
  });
}

/**
 * Writes a part of older items and how far back it goes. `cursor` is the one that led to it: when
 * another load has replaced it meanwhile, nothing is written and `undefined` returned.
 */
export async function saveOlder(
  ports: WorkerPorts,
  contact: Contact,
  part: HistoryPart,
  cursor: string,
): Promise<Coverage | undefined> {
  const { database } = ports;
  return inTransaction(ports, async () => {
    const stored = await database.histories.get([contact.connectionId, contact.id]);
    if (stored?.cursor !== cursor) return undefined;
    await putItems(database, contact, part);
    // Reading older items does not change when the newest were last fetched.
    const coverage = { ...part.coverage, checkedAt: stored.coverage.checkedAt };
    const { cursor: next, bookmark } = part;
    await database.histories.put({ ...stored, coverage, cursor: next, bookmark });
    return coverage;
  });
}

function inTransaction<T>(ports: WorkerPorts, write: () => Promise<T>): Promise<T> {
  const tables = ['conversations', 'messages', 'histories'];
  return writeWithRoom(ports, () => ports.database.transaction('rw', tables, write));
}

async function putItems(
  database: DesksideDatabase,
  contact: Contact,
  part: HistoryPart,
): Promise<void> {
  await putTracked(database.conversations, await withRatings(database, part.conversations));
  if (part.ratings !== undefined) await putOlderRatings(database, contact, part.ratings);
  await putTracked(database.messages, part.messages);
  for (const id of part.gone ?? []) await dropConversation(database, contact, id);
  if (part.allNotes !== undefined) await dropOtherNotes(database, contact, part.allNotes);
}

/** Notes that somebody deleted on the platform. */
async function dropOtherNotes(
  { messages }: DesksideDatabase,
  { connectionId, id: contactId }: Contact,
  allNotes: readonly string[],
): Promise<void> {
  const there = new Set(allNotes);
  const kind: MessageKind = 'note';
  const stored = await messages
    .where('[connectionId+contactId+kind]')
    .equals([connectionId, contactId, kind])
    .primaryKeys();
  const gone = stored.filter(([, id]) => !there.has(id));
  // Changing rows keeps the panel from reading.
  if (gone.length > 0) await messages.bulkDelete(gone);
}

/** What the platform no longer has of this contact, and may have of another one. */
async function dropConversation(
  { conversations, messages }: DesksideDatabase,
  { connectionId, id: contactId }: Contact,
  id: string,
): Promise<void> {
  const isOwn = (row: { contactId: string }) => row.contactId === contactId;
  const key: [string, string] = [connectionId, id];
  await conversations.where('[connectionId+id]').equals(key).filter(isOwn).delete();
  await messages.where('[connectionId+conversationId]').equals(key).filter(isOwn).delete();
}

/** A rating may be in a message that is not read each time; it is never taken back. */
async function withRatings(
  { conversations }: DesksideDatabase,
  fresh: readonly Conversation[],
): Promise<Conversation[]> {
  const keys = fresh.map(({ connectionId, id }): [string, string] => [connectionId, id]);
  const stored = await conversations.bulkGet(keys);
  return fresh.map((each, index) => ({
    ...each,
    satisfaction: each.satisfaction ?? stored[index]?.satisfaction,
  }));
}

/** What messages of long ago show; a rating that is stored is a later one. */
async function putOlderRatings(
  { conversations }: DesksideDatabase,
  { connectionId, id: contactId }: Contact,
  ratings: ReadonlyMap<string, string>,
): Promise<void> {
  const keys = [...ratings.keys()].map((id): [string, string] => [connectionId, id]);
  const stored = await conversations.bulkGet(keys);
  const unrated = stored.flatMap((row) =>
    row?.contactId === contactId && row.satisfaction === undefined
      ? [{ ...row, satisfaction: ratings.get(row.id) }]
      : [],
  );
  await putTracked(conversations, unrated);
}
