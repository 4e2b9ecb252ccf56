import { type ContactRef, parseContactRef } from '../../model/ids';
import type { VisitRow } from '../../model/screen';
import type { DesksideDatabase } from '../../storage/database';
import { shownScreen } from '../../storage/shown-screen';
import { isVisitOver, seenUntil, VISIT_GAP_MS } from '../../storage/visits';
import type { WorkerPorts } from '../ports';
import { isQuotaError } from '../quota-error';

const tables = ['views', 'windows', 'screens', 'sources', 'messages'] as const;

/** Records that a panel shows this person (`anchor`: `contactRef` of the contact on screen). */
export async function beginVisit(ports: WorkerPorts, anchor: ContactRef): Promise<void> {
  const { database } = ports;
  await skipWhenFull(database, async () => {
    const now = ports.now();
    const newestSeenAt = seenUntil(await database.views.get(anchor), now);
    const newestHeldAt = await newestStored(database, anchor);
    await database.views.put({ anchor, viewedAt: now, newestSeenAt, newestHeldAt });
  });
}

/**
 * Records what is stored now that a fetch has ended. What arrives after the visit is over has not been seen
 * by anybody, even though a panel may be open with no one in front of it.
 */
export async function recordNewestStored(ports: WorkerPorts, anchor: ContactRef): Promise<void> {
  const { database } = ports;
  await skipWhenFull(database, async () => {
    const row = await database.views.get(anchor);
    if (row === undefined || isVisitOver(row, ports.now())) return;
    await database.views.put({ ...row, newestHeldAt: await newestStored(database, anchor) });
  });
}

/**
 * Ends the visits to people who are no longer in front of any window: all that is stored of them by
 * now was seen. Each visit ends once; what comes afterwards is new.
 */
export async function endVisits(ports: WorkerPorts): Promise<void> {
  const { database } = ports;
  await skipWhenFull(database, async () => {
    const recent = await database.views
      .where('viewedAt')
      .above(ports.now() - VISIT_GAP_MS)
      .toArray();
    const inFront = await anchorsInFront(database);
    for (const row of recent) {
      if (row.newestHeldAt === undefined || inFront.has(row.anchor)) continue;
      const ended: VisitRow = {
        anchor: row.anchor,
        viewedAt: row.viewedAt,
        newestSeenAt: await newestStored(database, row.anchor),
      };
      await database.views.put(ended);
    }
  });
}

/** Not essential: a visit that cannot be recorded for lack of storage delays nothing. */
async function skipWhenFull(database: DesksideDatabase, work: () => Promise<void>): Promise<void> {
  try {
    await database.transaction('rw', [...tables], work);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
  }
}

/** The people the panels of all windows show, each as `contactRef`. */
export async function anchorsInFront(database: DesksideDatabase): Promise<Set<string>> {
  const windows = await database.windows.toArray();
  const screens = await Promise.all(windows.map((row) => shownScreen(database, row.windowId)));
  return new Set(screens.flatMap((screen) => screen?.anchor ?? []));
}

/** Epoch ms of the newest message stored for a person; 0 when there is none. */
async function newestStored(database: DesksideDatabase, anchor: ContactRef): Promise<number> {
  const sources = await database.sources.where('anchor').equals(anchor).toArray();
  const own = parseContactRef(anchor);
  const keys: [string, string][] = [
    [own.connectionId, own.id],
    ...sources.flatMap(({ connectionId, contactIds }) =>
      contactIds.map((id): [string, string] => [connectionId, id]),
    ),
  ];
  const newest = await Promise.all(
    keys.map((key) =>
      database.messages
        .where('[connectionId+contactId+sentAt]')
        .between([...key, Number.NEGATIVE_INFINITY], [...key, Number.POSITIVE_INFINITY])
        .last(),
    ),
  );
  return Math.max(0, ...newest.map((message) => message?.sentAt ?? 0));
}
