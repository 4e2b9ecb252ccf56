import { plural, t } from '@lingui/core/macro';
import { directoryWords } from '../../../lib/coverage/directory-words';
import { reasonWords } from '../../../lib/coverage/reason-words';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { formatNumber } from '../../../lib/text/format-number';
import { formatClock, formatDate } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';
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
            name: t`Directory`,
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
  const text = at === undefined ? t`None yet.` : moment(at);
  return { name: t`Last success`, text, tone: 'neutral' };
}

/** What failed last, in words, even when everything has worked since. */
function errorLine({ health }: Connection, platformLabel: string): HealthLine {
  const name = t`Last error`;
  const { lastFailure, state } = health;
  if (lastFailure === undefined)
    return {
      name,
      text: t({ message: 'None.', context: 'last error of a connection' }),
      tone: 'neutral',
    };
  const { reason, at } = lastFailure;
  const clause = reasonWords(
    { state: 'unreachable', ...lastFailure, dropped: 0, checkedAt: at },
    { platformLabel, now: at },
  );
  const [date, time] = [formatDate(at), formatClock(at)];
  const what = clause?.what ?? t`A request to ${platformLabel} failed.`;
  const happened = t`${date}, ${time}: ${what}`;
  const isOver = state === 'ok';
  // What to do next is left to "Repair" where that can do it.
  const next = isOver || clause === undefined || clause.action === 'connect' ? '' : clause.next;
  const since = isOver && reason !== undefined ? t`It has worked since.` : '';
  return {
    name,
    text: joinSentences(happened, next, since),
    tone: isOver ? 'neutral' : 'bad',
  };
}

function requestsLine({ allowance, platform, connection, now }: HealthFacts): HealthLine {
  const name = t`Requests left`;
  if (connection.transport === 'membrane') {
    return { name, text: t`Membrane does not report this.`, tone: 'neutral' };
  }
  const { label } = platform;
  if (allowance === undefined) {
    return { name, text: t`${label} has not reported this.`, tone: 'neutral' };
  }
  const { remaining, limit, at } = allowance;
  const isOld = now - at > 60_000;
  const told = requestsWords(formatNumber(remaining), limit, formatClock(at));
  const text = isOld ? joinSentences(told, t`There are probably more by now.`) : told;
  return { name, text, tone: remaining === 0 && !isOld ? 'warn' : 'neutral' };
}

function requestsWords(remaining: string, limit: number | undefined, time: string): string {
  if (limit === undefined) return t`${remaining} at ${time}.`;
  const all = formatNumber(limit);
  return t`${remaining} of ${all} at ${time}.`;
}

function outboxLine({ waiting, stuck }: OutboxState, platform: PlatformDescriptor): HealthLine {
  const name = t`Outbox`;
  if (platform.capabilities.notes === undefined) {
    const { label } = platform;
    return { name, text: t`${label} keeps no notes.`, tone: 'neutral' };
  }
  if (waiting + stuck === 0) return { name, text: t`No notes waiting.`, tone: 'good' };
  const onTheWay =
    waiting === 0
      ? undefined
      : plural(waiting, {
          one: '# note is waiting and will be delivered automatically.',
          other: '# notes are waiting and will be delivered automatically.',
        });
  const inTrouble =
    stuck === 0
      ? undefined
      : plural(stuck, {
          one: '# note needs your attention. Open the person to see why.',
          other: '# notes need your attention. Open the people to see why.',
        });
  const text = joinSentences(onTheWay, inTrouble);
  return { name, text, tone: stuck > 0 ? 'warn' : 'neutral' };
}

function moment(at: number): string {
  const [date, time] = [formatDate(at), formatClock(at)];
  return t`${date}, ${time}.`;
}
