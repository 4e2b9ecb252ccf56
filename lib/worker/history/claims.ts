import type { Contact } from '../../model/contact';
import type { Coverage, CoverageReason } from '../../model/coverage';
import type { HistoryRow } from '../../model/reading-progress';
import type { HistoryPart } from '../../platforms/contract/api';
import type { DesksideDatabase } from '../../storage/database';

/** What was stored of a history when its newest part was last fetched. */
export interface StoredBefore {
  /** Epoch ms of that fetch: `coverage.checkedAt`. */
  checkedAt: number;
  /** Epoch ms of the newest message stored then. */
  until: number;
}

/** A fetch of the newest items, of which parts are being written. */
export interface FetchState {
  before: StoredBefore | undefined;
  /** Epoch ms. */
  startedAt: number;
  /** The bookmark that the fetch began with, or wrote last. */
  bookmark: string | undefined;
  isLast: boolean;
}

/** How much of a history is stored, and where to go on. */
export type Claim = Pick<HistoryRow, 'coverage' | 'cursor' | 'bookmark'>;

/**
 * Whether conversations that began before the newest stored message come only now, as after a merge or an
 * import on the platform: what was read by times alone no longer shows that nothing older is missing.
 */
export async function bringsOlder(
  { conversations }: DesksideDatabase,
  contact: Contact,
  part: HistoryPart,
  before: StoredBefore | undefined,
): Promise<boolean> {
  if (before === undefined) return false;
  const older = part.conversations.filter(
    ({ createdAt = Number.POSITIVE_INFINITY }) => createdAt < before.until,
  );
  const keys = older.map(({ connectionId, id }): [string, string] => [connectionId, id]);
  const stored = await conversations.bulkGet(keys);
  return stored.some((row) => row?.contactId !== contact.id);
}

/**
 * What may be claimed once a part is written; `undefined` while it may still reach what was stored before.
 * Where the platform itself records how far a read has come (`bookmark`), its claim holds as it is, unless
 * another load has gone further meanwhile: then `stored` stays.
 */
export function nextClaim(
  stored: HistoryRow | undefined,
  part: HistoryPart,
  state: FetchState,
): Claim | undefined {
  if (part.bookmark === undefined) return claimByTime(stored, part, state);
  return stored?.bookmark === state.bookmark ? part : stored;
}

function claimByTime(
  stored: HistoryRow | undefined,
  part: HistoryPart,
  { before, startedAt }: FetchState,
): Claim | undefined {
  const oldest = stored === undefined ? undefined : sinceOf(stored.coverage);
  if (stored === undefined || oldest === undefined || before === undefined) return part;
  const reached = sinceOf(part.coverage);
  if (reached === undefined) return undefined;
  if (reached <= oldest || !isSameMatter(stored.coverage, part.coverage)) return part;
  // False once the row was changed by a fetch that is neither the previous one nor this one.
  const isSameFetch = [before.checkedAt, startedAt].includes(stored.coverage.checkedAt);
  if (!isSameFetch || before.until < oldest || reached > before.until) return undefined;
  const dropped = Math.max(stored.coverage.dropped, part.coverage.dropped);
  return { coverage: { ...stored.coverage, dropped }, cursor: stored.cursor };
}

/** Epoch ms from which on nothing is missing; `undefined` where nothing of the kind is claimed. */
function sinceOf({ state, since }: Coverage): number | undefined {
  if (state === 'complete') return Number.NEGATIVE_INFINITY;
  return state === 'partial' ? since : undefined;
}

/** Reasons that only say how far back was read; any other one is news that must be shown. */
const depths: readonly (CoverageReason | undefined)[] = [
  undefined,
  'more-on-platform',
  'platform-cap',
  'plan-limit',
];

function isSameMatter(stored: Coverage, fetched: Coverage): boolean {
  const isDepth = depths.includes(stored.reason) && depths.includes(fetched.reason);
  return isDepth || stored.reason === fetched.reason;
}
