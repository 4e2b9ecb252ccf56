import type { Connection } from '../model/connection';
import { OWN_SOURCE, type ReplySourceRow, TEAM_SOURCE } from '../model/reply';
import { clauseOf } from '../timeline/coverage-clauses';

/** What a person calls a source of canned responses. */
export function sourceLabel(
  source: string,
  connections: ReadonlyMap<string, Pick<Connection, 'label'>>,
): string {
  if (source === OWN_SOURCE) return 'My library';
  if (source === TEAM_SOURCE) return 'Team library';
  return connections.get(source)?.label ?? 'A removed connection';
}

/**
 * What is wrong with a source, why, and what to do next; `undefined` while all of it is held.
 * `now` in epoch ms.
 */
export function sourceTrouble(row: ReplySourceRow, label: string, now: number): string | undefined {
  const { coverage } = row;
  const isWhole = coverage.state === 'complete' || coverage.state === 'not-connected';
  if (isWhole) return droppedWords(row, label);
  const clause = clauseOf(coverage, { platformLabel: label, now });
  const why = clause === undefined ? '' : `: ${clause.what}`;
  const held = row.fetchedAt === undefined ? '' : ' What was read before is shown.';
  const next = clause === undefined || clause.next === '' ? '' : ` ${clause.next}`;
  return `${label}: ${leads[coverage.state] ?? 'the responses could not be read'}${why}.${held}${next}`;
}

const leads: Readonly<Record<string, string>> = {
  partial: 'only a part of the responses is here',
  limited: 'on hold',
  unauthorised: 'the responses may not be read',
};

function droppedWords(row: ReplySourceRow, label: string): string | undefined {
  const count = Math.max(row.dropped.length, row.coverage.dropped);
  if (count === 0) return undefined;
  const them = count === 1 ? '1 response' : `${count.toLocaleString('en')} responses`;
  return `${label}: ${them} could not be read and ${count === 1 ? 'is' : 'are'} left out.`;
}
