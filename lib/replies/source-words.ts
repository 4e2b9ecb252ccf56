import { reasonWords } from '../coverage/reason-words';
import type { Connection } from '../model/connection';
import type { PlatformDescriptor } from '../model/descriptor';
import { OWN_SOURCE, type ReplySourceRow, TEAM_SOURCE } from '../model/reply';
import { formatNumber } from '../text/format-number';
import { formatAge } from '../text/format-time';

/** What is needed to name a source. */
export interface SourceNames {
  connections: ReadonlyMap<string, Pick<Connection, 'label' | 'platform'>>;
  platforms: ReadonlyMap<string, PlatformDescriptor>;
}

/** What a person calls a source of canned responses: the platform, and which account of it. */
export function sourceLabel(source: string, names: SourceNames): string {
  if (source === OWN_SOURCE) return 'My library';
  if (source === TEAM_SOURCE) return 'Team library';
  const account = names.connections.get(source)?.label;
  if (account === undefined) return 'A removed connection';
  const platform = platformOfSource(source, names)?.label;
  return platform === undefined || account.includes(platform)
    ? account
    : `${platform} (${account})`;
}

/** The platform that a source belongs to; none for the own library and the team's file. */
export function platformOfSource(
  source: string,
  { connections, platforms }: SourceNames,
): PlatformDescriptor | undefined {
  return platforms.get(connections.get(source)?.platform ?? '');
}

/**
 * What is wrong with a source, why, and what to do next; `undefined` while it was read to its end.
 * `now` in epoch ms.
 */
export function sourceTrouble(row: ReplySourceRow, label: string, now: number): string | undefined {
  const { coverage } = row;
  if (isRead(row)) return undefined;
  const platformLabel = row.source === TEAM_SOURCE ? 'the team’s library' : label;
  const clause = reasonWords(coverage, { platformLabel, now });
  const why = clause === undefined ? '' : `: ${clause.what}`;
  const stored = row.fetchedAt === undefined ? '' : ' What was read before is shown.';
  const next = clause === undefined || clause.next === '' ? '' : ` ${clause.next}`;
  return `${label}: ${leads[coverage.state] ?? 'the responses could not be read'}${why}.${stored}${next}`;
}

/**
 * How long ago the sources that are read from elsewhere were read last, in words: "Chatwoot: read 20 s
 * ago"; empty where there are none. `now` in epoch ms.
 */
export function readAges(
  sources: readonly ReplySourceRow[],
  names: SourceNames,
  now: number,
): string {
  return sources
    .flatMap(({ source, fetchedAt }) =>
      fetchedAt === undefined
        ? []
        : [`${sourceLabel(source, names)}: read ${formatAge(Math.min(fetchedAt, now), now)}`],
    )
    .join(' · ');
}

const leads: Readonly<Record<string, string>> = {
  partial: 'only a part of the responses is here',
  limited: 'on hold',
  unauthorised: 'the responses may not be read',
};

/** How many responses of a source that was read to its end are left out. */
export function leftOut(row: ReplySourceRow): number {
  return isRead(row) ? Math.max(row.dropped.length, row.coverage.dropped) : 0;
}

/** Says how many responses of a source are left out. */
export function leftOutWords(count: number, label: string): string {
  const them = count === 1 ? '1 response is' : `${formatNumber(count)} responses are`;
  return `${label}: ${them} left out.`;
}

function isRead({ coverage }: ReplySourceRow): boolean {
  return coverage.state === 'complete' || coverage.state === 'not-connected';
}
