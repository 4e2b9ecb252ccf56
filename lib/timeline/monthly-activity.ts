import type { Coverage } from '../model/coverage';
import type { TimelineItem } from './listed-message';

/** How far one connection's history reaches back, for the picture. */
export interface ActivitySource {
  connectionId: string;
  platform: string;
  /** The name of the platform in sentences. */
  platformLabel: string;
  /** The same, or the account's own name where there are several accounts on the platform. */
  label: string;
  /** Absent while nothing is known about this person there. */
  coverage: Coverage | undefined;
}

export interface ActivityInput {
  messages: readonly TimelineItem[];
  /** The connected ones; what is not connected is not part of the picture. */
  sources: readonly ActivitySource[];
  /** Epoch ms. */
  now: number;
}

export interface ActivityShare {
  platform: string;
  label: string;
  count: number;
}

/** One calendar month in the agent's time zone. */
export interface ActivityMonth {
  /** Epoch ms; `end` is the start of the next month. */
  start: number;
  end: number;
  /** Messages to and from the customer, activity and notes left out. */
  total: number;
  /** In the order of the sources, without those that have nothing. */
  shares: ActivityShare[];
  /** Labels of the sources of which not all of this month is stored: it may hold more than it shows. */
  unknown: string[];
}

const monthCount = 12;

/** The last twelve months, oldest first, as far as they are stored. */
export function activityMonths(input: ActivityInput): ActivityMonth[] {
  const months = lastMonths(input.now);
  const labels = new Map(input.sources.map((source) => [source.platform, source.platformLabel]));
  const platforms = new Map(input.sources.map((source) => [source.connectionId, source.platform]));
  const counts = months.map(() => new Map<string, number>());
  const oldest = new Map<string, number>();
  for (const message of input.messages) {
    if (message.timeQuality === 'unknown') continue;
    const { connectionId, sentAt } = message;
    oldest.set(connectionId, Math.min(oldest.get(connectionId) ?? sentAt, sentAt));
    const platform = platforms.get(connectionId);
    const count = counts[monthIndex(months, sentAt)];
    if (platform === undefined || count === undefined || message.kind !== 'message') continue;
    count.set(platform, (count.get(platform) ?? 0) + 1);
  }
  const reaches = input.sources.map((source) => ({
    label: source.label,
    since: coveredSince(source.coverage, oldest.get(source.connectionId)),
  }));
  return months.map(({ start, end }, index) => {
    const shares = [...labels].flatMap(([platform, label]) => {
      const count = counts[index]?.get(platform) ?? 0;
      return count === 0 ? [] : [{ platform, label, count }];
    });
    const total = shares.reduce((sum, share) => sum + share.count, 0);
    const unknown = reaches.filter((reach) => reach.since > start).map((reach) => reach.label);
    return { start, end, total, shares, unknown };
  });
}

interface Month {
  start: number;
  end: number;
}

function lastMonths(now: number): Month[] {
  const today = new Date(now);
  return Array.from({ length: monthCount }, (_, index) => {
    const month = today.getMonth() - monthCount + 1 + index;
    return {
      start: new Date(today.getFullYear(), month, 1).getTime(),
      end: new Date(today.getFullYear(), month + 1, 1).getTime(),
    };
  });
}

function monthIndex(months: readonly Month[], at: number): number {
  return months.findLastIndex((month) => at >= month.start && at < month.end);
}

/** Epoch ms from which on everything is stored; +Infinity when nothing is sure. */
function coveredSince(coverage: Coverage | undefined, oldestStored: number | undefined): number {
  if (coverage?.state === 'complete' || coverage?.wholeAsOf !== undefined) {
    return Number.NEGATIVE_INFINITY;
  }
  if (coverage?.state === 'not-found' && coverage.reason === undefined) {
    return Number.NEGATIVE_INFINITY;
  }
  return coverage?.since ?? oldestStored ?? Number.POSITIVE_INFINITY;
}
