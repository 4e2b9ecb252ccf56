import { withLock } from '../../async/with-lock';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { contactRef } from '../../model/ids';
import type { HistoryPart } from '../../platforms/contract/api';
import { isFresh } from '../freshness';
import { forgetConversationPages } from '../person-lookup/page-identities';
import type { WorkerPorts } from '../ports';
import { capturedCoverage } from './captured-coverage';
import { saveNewest, saveOlder, storedBefore } from './save-parts';

/** About how many items make one screen of the panel, and so one part of a history. */
export const SCREEN_ITEMS = 60;

type OnPart = (coverage: Coverage) => Promise<void>;

/**
 * Brings the newest part of one contact's history up to date and says what is stored of it. Older
 * parts that were loaded before stay, as does where to go on with them, when the newest part reaches
 * down to what was stored. Parts are written as they arrive; `onPart` is called after each. Fresh history
 * is not fetched again unless forced; a fetch that was broken off is taken up again. Throws `TransportError`
 * when the platform fails; what was written until then stays.
 */
export async function loadNewest(
  ports: WorkerPorts,
  connection: Connection,
  contact: Contact,
  options: { signal: AbortSignal; force: boolean; onPart: OnPart },
): Promise<Coverage> {
  if (ports.apiOf(connection).history === undefined) {
    return capturedCoverage(ports, connection, contact);
  }
  const fetch = () => fetchNewest(ports, connection, contact, options);
  return withLock(ports.database, `newest ${contactRef(contact)}`, fetch, options.signal);
}

async function fetchNewest(
  ports: WorkerPorts,
  connection: Connection,
  contact: Contact,
  options: { signal: AbortSignal; force: boolean; onPart: OnPart },
): Promise<Coverage> {
  const { signal } = options;
  const stored = await ports.database.histories.get([contact.connectionId, contact.id]);
  const isUnfinished = stored?.isUnfinished === true;
  if (stored !== undefined && !options.force && !isUnfinished) {
    if (isFresh(stored.fetchedAt, ports.now())) return stored.coverage;
  }
  const startedAt = ports.now();
  const before = await storedBefore(ports.database, stored);
  const nothing: Coverage = { state: 'complete', dropped: 0, checkedAt: startedAt };
  let last: HistoryPart = { conversations: [], messages: [], coverage: nothing };
  let bookmark = stored?.bookmark;
  const parts = ports
    .apiOf(connection)
    .history?.(contact, { signal, bookmark, isUnfinished, wanted: SCREEN_ITEMS });
  for await (const part of parts ?? []) {
    signal.throwIfAborted();
    last = part;
    const fetchState = { before, startedAt, bookmark, isLast: false };
    await options.onPart(await saveNewest(ports, contact, part, fetchState));
    bookmark = part.bookmark;
    if (part.gone !== undefined) await forgetConversationPages(ports, connection.id, part.gone);
  }
  const end = { ...last, conversations: [], messages: [], gone: undefined, allNotes: undefined };
  return saveNewest(ports, contact, end, { before, startedAt, bookmark, isLast: true });
}

/**
 * Goes on with older items where the last part of this contact's history stopped, about `wanted` of
 * them (`Infinity`: all). Each part is written together with where to go on, so that a load that is
 * broken off loses nothing. Two loads of the same contact wait for each other. Returns what is stored,
 * `undefined` when nothing ever was. Throws `TransportError` when the platform fails.
 */
export async function loadOlder(
  ports: WorkerPorts,
  connection: Connection,
  contact: Contact,
  options: { signal: AbortSignal; wanted: number; onPart: OnPart },
): Promise<Coverage | undefined> {
  const key: [string, string] = [contact.connectionId, contact.id];
  const fetch = async () => {
    for (;;) {
      const stored = await ports.database.histories.get(key);
      if (stored?.cursor === undefined) return stored?.coverage;
      const coverage = await fetchOlder(
        ports,
        { connection, contact, from: stored.cursor },
        options,
      );
      if (coverage !== undefined) return coverage;
    }
  };
  return withLock(ports.database, `older ${contactRef(contact)}`, fetch, options.signal);
}

/** `undefined` when another load gave the history a new cursor, from which to go on instead. */
async function fetchOlder(
  ports: WorkerPorts,
  { connection, contact, from }: { connection: Connection; contact: Contact; from: string },
  options: { signal: AbortSignal; wanted: number; onPart: OnPart },
): Promise<Coverage | undefined> {
  const { signal, wanted } = options;
  let cursor: string | undefined = from;
  let coverage: Coverage | undefined;
  // The rest of a long history is not urgent; for the next screenful somebody is scrolling now.
  const api = ports.apiOf(connection, Number.isFinite(wanted) ? 'foreground' : 'background');
  const parts = api.history?.(contact, { signal, cursor, wanted });
  for await (const part of parts ?? []) {
    signal.throwIfAborted();
    if (cursor === undefined) break;
    coverage = await saveOlder(ports, contact, part, cursor);
    if (coverage === undefined) return undefined;
    cursor = part.cursor;
    await options.onPart(coverage);
  }
  return (
    coverage ?? (await ports.database.histories.get([contact.connectionId, contact.id]))?.coverage
  );
}
