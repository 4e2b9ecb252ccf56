import { plural, t } from '@lingui/core/macro';
import { reasonWords } from '../coverage/reason-words';
import type { Connection } from '../model/connection';
import type { CoverageState } from '../model/coverage';
import type { PlatformDescriptor } from '../model/descriptor';
import { OWN_SOURCE, type ReplySourceRow, TEAM_SOURCE } from '../model/reply';
import { formatAge } from '../text/format-time';
import { joinSentences } from '../text/join-sentences';
import { withAside } from '../text/join-words';

/** What is needed to name a source. */
export interface SourceNames {
  connections: ReadonlyMap<string, Pick<Connection, 'label' | 'platform'>>;
  platforms: ReadonlyMap<string, PlatformDescriptor>;
}

/** What a person calls a source of canned responses: the platform, and which account of it. */
export function sourceLabel(source: string, names: SourceNames): string {
  if (source === OWN_SOURCE) return t`My library`;
  if (source === TEAM_SOURCE) return t`Team library`;
  const account = names.connections.get(source)?.label;
  if (account === undefined) return t`A removed connection`;
  const platform = platformOfSource(source, names)?.label;
  return platform === undefined || account.includes(platform)
    ? account
    : withAside(platform, account);
}

/** The platform that a source belongs to; none for the own library and the team's file. */
export function platformOfSource(
  source: string,
  { connections, platforms }: SourceNames,
): PlatformDescriptor | undefined {
  return platforms.get(connections.get(source)?.platform ?? '');
}

/**
 * What is wrong with a source, why, and what to do next; `undefined` where it was read to its end. `now` in
 * epoch ms.
 */
export function sourceTrouble(row: ReplySourceRow, label: string, now: number): string | undefined {
  const { coverage } = row;
  if (isRead(row)) return undefined;
  const clause = reasonWords(coverage, { platformLabel: label, now });
  const stored = row.fetchedAt === undefined ? undefined : t`What was loaded before is shown.`;
  return joinSentences(leadWords(coverage.state, label), clause?.what, stored, clause?.next);
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
        : [readWords(sourceLabel(source, names), formatAge(Math.min(fetchedAt, now), now))],
    )
    .join(' · ');
}

const readWords = (label: string, age: string) => t`${label}: read ${age}`;

function leadWords(state: CoverageState, label: string): string {
  if (state === 'partial') return t`${label}: only some of the responses are loaded.`;
  if (state === 'limited') return t`${label}: on hold.`;
  if (state === 'unauthorised') return t`${label}: no access to the responses.`;
  return t`${label}: the responses could not be read.`;
}

/** How many responses of a source that was read to its end are left out. */
export function leftOut(row: ReplySourceRow): number {
  return isRead(row) ? Math.max(row.dropped.length, row.coverage.dropped) : 0;
}

/** Says how many responses of a source are left out. */
export function leftOutWords(count: number, label: string): string {
  return t`${label}: ${plural(count, { one: '# response is left out.', other: '# responses are left out.' })}`;
}

function isRead({ coverage }: ReplySourceRow): boolean {
  return coverage.state === 'complete' || coverage.state === 'not-connected';
}
