import { directoryWords } from '../../../lib/coverage/directory-words';
import { reasonWords } from '../../../lib/coverage/reason-words';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { formatNumber } from '../../../lib/text/format-number';
import { formatClock, formatDate } from '../../../lib/text/format-time';
import { keyLine, permissionLine, rightsLines, signInLine } from './access-lines';
import type { HealthFacts, HealthLine, OutboxState } from './health-facts';

/** What there is to say about a connection's health, always in the same order. */
export function healthLines(facts: HealthFacts): HealthLine[] {
  const { connection, platform, directory, now } = facts;
  const { label: platformLabel } = platform;
  return [
    connection.transport === 'membrane' ? signInLine(facts) : keyLine(facts),
    permissionLine(facts),
    ...rightsLines(facts),
    successLine(connection),
    errorLine(connection, platformLabel),
    requestsLine(facts),
    ...(platform.capabilities.find === 'directory'
      ? [
          {
            name: 'Directory',
            text: directoryWords(directory, { platformLabel, now }),
            tone: directory?.problem === undefined ? ('neutral' as const) : ('warn' as const),
          },
        ]
      : []),
    outboxLine(facts.outbox, platform),
  ];
}

function successLine({ health }: Connection): HealthLine {
  const at = health.okAt ?? (health.state === 'ok' ? health.checkedAt : undefined);
  const text = at === undefined ? 'None yet.' : `${moment(at)}.`;
  return { name: 'Last success', text, tone: 'neutral' };
}

/** What failed last, in words, also when everything has worked since. */
function errorLine({ health }: Connection, platformLabel: string): HealthLine {
  const name = 'Last error';
  const { lastFailure, state } = health;
  if (lastFailure === undefined) return { name, text: 'None.', tone: 'neutral' };
  const { reason, at } = lastFailure;
  const clause = reasonWords(
    { state: 'unreachable', ...lastFailure, dropped: 0, checkedAt: at },
    { platformLabel, now: at },
  );
  const what = clause?.what ?? `${platformLabel} could not be asked.`;
  const isOver = state === 'ok';
  // What to do next is the business of "Repair" where that can do it.
  const next = isOver || clause === undefined || clause.action === 'connect' ? '' : clause.next;
  const since = isOver && reason !== undefined ? ' It has worked since.' : '';
  return {
    name,
    text: `${moment(at)}: ${what} ${next}${since}`.trim().replace(/\s+/g, ' '),
    tone: isOver ? 'neutral' : 'bad',
  };
}

function requestsLine({ allowance, platform, connection, now }: HealthFacts): HealthLine {
  const name = 'Requests left';
  const isCarried = connection.transport === 'membrane';
  if (allowance === undefined || isCarried) {
    const who = isCarried ? 'Membrane' : platform.label;
    return { name, text: `${who} has not said.`, tone: 'neutral' };
  }
  const { remaining, limit, at } = allowance;
  const of = limit === undefined ? '' : ` of ${formatNumber(limit)}`;
  const isOld = now - at > 60_000;
  const text = `${formatNumber(remaining)}${of}, as told at ${formatClock(at)}${isOld ? '; probably more by now' : ''}.`;
  return { name, text, tone: remaining === 0 && !isOld ? 'warn' : 'neutral' };
}

function outboxLine({ waiting, stuck }: OutboxState, platform: PlatformDescriptor): HealthLine {
  const name = 'Outbox';
  if (platform.capabilities.notes === undefined) {
    return { name, text: `${platform.label} keeps no notes.`, tone: 'neutral' };
  }
  if (waiting + stuck === 0) return { name, text: 'No note waits.', tone: 'good' };
  const parts = [
    waiting > 0 && `${notes(waiting)} waiting to be delivered, automatically`,
    stuck > 0 &&
      `${notes(stuck)} ${stuck === 1 ? 'needs' : 'need'} your attention: open the person to see why`,
  ].filter((part) => part !== false);
  return { name, text: `${parts.join('; ')}.`, tone: stuck > 0 ? 'warn' : 'neutral' };
}

function notes(count: number): string {
  return count === 1 ? '1 note' : `${formatNumber(count)} notes`;
}

function moment(at: number): string {
  return `${formatDate(at)}, ${formatClock(at)}`;
}
