import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage, CoverageReason, Walked } from '../../model/coverage';
import type { HistoryRow } from '../../model/reading-progress';
import { hasSameContent } from '../../storage/same-content';
import type { WorkerPorts } from '../ports';

/** The time of the last visit is renewed no more often than this. */
const renewMs = 60 * 60_000;

/** What is stored from a history that only the page showed, and why not more. */
export async function capturedCoverage(
  ports: WorkerPorts,
  connection: Connection,
  contact: Contact,
): Promise<Coverage> {
  const row = await ports.database.histories.get([connection.id, contact.id]);
  return coverageFor(ports, connection, row, { reason: row?.coverage.reason });
}

/** What a capture tells of a history: what keeps it from being read, and what a walk through the page brought. */
interface CapturedNews {
  reason?: CoverageReason | undefined;
  walked?: Walked | undefined;
}

/**
 * Records that a conversation is open in the helpdesk, and what keeps it from being read:
 * `api-has-no-history` when nothing does. What a walk brought stays unless another walk reports something
 * new. The time counts as a visit to the person.
 */
export async function saveCapturedCoverage(
  ports: WorkerPorts,
  connection: Connection,
  contactId: string,
  news: CapturedNews = {},
): Promise<void> {
  const { histories } = ports.database;
  const now = ports.now();
  const row = await histories.get([connection.id, contactId]);
  const isRecent = Math.abs(now - (row?.fetchedAt ?? 0)) < renewMs;
  const isSame = news.walked === undefined || hasSameContent(news.walked, row?.coverage.walked);
  const coverage = coverageFor(ports, connection, row, news);
  if (isRecent && isSame && row?.coverage.reason === coverage.reason) return;
  await histories.put({ connectionId: connection.id, contactId, coverage, fetchedAt: now });
}

/**
 * What stays of a captured history when it is dropped: since when (`now`, epoch ms) this browser can have
 * seen anything. Nothing can fetch it again, so what is shown later must not be taken for the whole history.
 */
export function droppedCapture({ connectionId, contactId }: HistoryRow, now: number): HistoryRow {
  const coverage: Coverage = {
    state: 'captured',
    reason: 'api-has-no-history',
    since: now,
    dropped: 0,
    checkedAt: now,
  };
  return { connectionId, contactId, coverage };
}

/** Whether a history was read off a page; where `fetchedAt` is absent, all of it was dropped. */
export function isCapture(row: HistoryRow | undefined): row is HistoryRow {
  return row?.coverage.state === 'captured';
}

function coverageFor(
  ports: WorkerPorts,
  connection: Connection,
  row: HistoryRow | undefined,
  { reason = 'api-has-no-history', ...news }: CapturedNews,
): Coverage {
  const walked = news.walked ?? (isCapture(row) ? row.coverage.walked : undefined);
  const isWhole = walked?.proof !== undefined && walked.hasGap !== true;
  return {
    state: 'captured',
    reason,
    since: isCapture(row) ? row.coverage.since : connection.createdAt,
    ...(walked === undefined ? {} : { walked }),
    // A page that can no longer be read may have got more since.
    ...(isWhole && reason === 'api-has-no-history' ? { wholeAsOf: walked.asOf } : {}),
    dropped: 0,
    checkedAt: ports.now(),
  };
}
