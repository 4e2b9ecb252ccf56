import { t } from '@lingui/core/macro';
import type { CoverageReason } from '../../../lib/model/coverage';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { formatList } from '../../../lib/text/format-list';
import { joinSentences } from '../../../lib/text/join-sentences';
import { signInWords } from '../membrane/sign-in-words';
import { hostsOf } from '../permissions';
import type { HealthFacts, HealthLine } from './health-facts';

function keyProblem(reason: CoverageReason): string | undefined {
  switch (reason) {
    case 'wrong-key':
      return t`Refused. It may have been replaced, or belong to someone else.`;
    case 'expired-key':
      return t`Expired.`;
    case 'no-secret':
      return t`No key is stored in this browser.`;
    default:
      return undefined;
  }
}

/** Whether the key is valid. */
export function keyLine({ connection, platform, areKeysLocked }: HealthFacts): HealthLine {
  const name = t`Key`;
  const { state, reason, okAt } = connection.health;
  const { label } = platform;
  if (areKeysLocked) return { name, text: t`Locked by your passphrase.`, tone: 'bad' };
  const problem = state === 'failing' ? keyProblem(reason ?? 'bad-answer') : undefined;
  if (problem !== undefined) return { name, text: problem, tone: 'bad' };
  if (state === 'ok') return { name, text: t`Accepted.`, tone: 'good' };
  if (state === 'unknown') return { name, text: t`Not tried yet.`, tone: 'neutral' };
  const text =
    okAt === undefined
      ? t`Unknown: ${label} has not answered yet.`
      : t`Accepted at the last successful request.`;
  return { name, text, tone: 'neutral' };
}

/** Whether the sign-in to Membrane is valid for the connection. */
export function signInLine({ connection, membrane, areKeysLocked, now }: HealthFacts): HealthLine {
  const name = t`Sign-in`;
  if (areKeysLocked) {
    return { name, text: t`The sign-in to Membrane is locked by your passphrase.`, tone: 'bad' };
  }
  const words = signInWords(membrane, connection.membrane?.tenantId, now);
  if (words.tone === 'bad') return { name, ...words };
  switch (connection.health.reason) {
    case 'relay-reconnect':
    case 'wrong-key':
    case 'expired-key':
      return { name, text: t`Membrane’s connection to the helpdesk no longer works.`, tone: 'bad' };
    case 'relay-gone':
      return { name, text: t`This connection no longer exists in Membrane.`, tone: 'bad' };
    default:
      return { name, ...words };
  }
}

/** Whether the browser permits calls. */
export function permissionLine({ connection, missing }: HealthFacts): HealthLine {
  const name = t`Permission`;
  if (missing.length > 0) {
    const hosts = formatList(hostsOf(missing));
    return { name, text: t`Missing for ${hosts}.`, tone: 'bad' };
  }
  const hosts = formatList(hostsOf(matchPatternsOf(connection)));
  return { name, text: t`Granted for ${hosts}.`, tone: 'good' };
}

/** One line for the rights as a whole, and one more for each that is missing and what it blocks. */
export function rightsLines({ connection, platform }: HealthFacts): HealthLine[] {
  const name = t`Rights`;
  const { facts, restricted, health } = connection;
  const { label } = platform;
  const told = facts.missingRights;
  const uses = platform.rightUses ?? [];
  const lacking = (told ?? '').split(' ').filter((right) => right !== '');
  const lines = lacking.map((right): HealthLine => {
    const lack = uses.find((use) => use.right === right)?.lack;
    const text = joinSentences(t`${right} is missing.`, lack);
    return { name: t`Right`, text, tone: 'warn' };
  });
  const missed = health.reason === 'missing-right' ? health.lastFailure?.right : undefined;
  if (missed !== undefined && !lacking.includes(missed)) {
    lines.push({
      name: t`Right`,
      text: t`${missed} was missing at the last request.`,
      tone: 'warn',
    });
  }
  if (restricted === true) {
    lines.push({
      name: t`Right`,
      text: t`The connected agent is not an administrator, so conversations that this agent cannot see are missing.`,
      tone: 'warn',
    });
  }
  if (lines.length > 0) return lines;
  if (told !== undefined) {
    return [{ name, text: t`Everything Deskside asks for is granted.`, tone: 'good' }];
  }
  const text = t`${label} does not report which rights there are. Anything refused appears under “Last error”.`;
  return [{ name, text, tone: 'neutral' }];
}
