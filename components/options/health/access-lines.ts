import { t } from '@lingui/core/macro';
import type { CoverageReason } from '../../../lib/model/coverage';
import { joinSentences } from '../../../lib/text/join-sentences';
import { hostsOf } from '../permissions';
import type { HealthFacts, HealthLine } from './health-facts';
import { signInWords } from './sign-in-words';

const keyProblems: Partial<Record<CoverageReason, string>> = {
  'wrong-key': 'Refused: it may have been replaced, or belong to somebody else.',
  'expired-key': 'Expired.',
  'no-secret': 'No key is stored in this browser.',
};

/** Whether the key is good. */
export function keyLine({ connection, platform, areKeysLocked }: HealthFacts): HealthLine {
  const name = 'Key';
  const { state, reason, okAt } = connection.health;
  if (areKeysLocked) return { name, text: 'Locked by your passphrase.', tone: 'bad' };
  const problem = state === 'failing' ? keyProblems[reason ?? 'bad-answer'] : undefined;
  if (problem !== undefined) return { name, text: problem, tone: 'bad' };
  if (state === 'ok') return { name, text: 'Accepted.', tone: 'good' };
  if (state === 'unknown') return { name, text: 'Not tried yet.', tone: 'neutral' };
  const text =
    okAt === undefined
      ? `Not known: ${platform.label} has not answered yet.`
      : 'Accepted when the last call worked.';
  return { name, text, tone: 'neutral' };
}

/** Whether the sign-in to Membrane carries the connection. */
export function signInLine({ connection, membrane, areKeysLocked, now }: HealthFacts): HealthLine {
  const name = 'Sign-in';
  if (areKeysLocked) {
    return { name, text: 'The sign-in to Membrane is locked by your passphrase.', tone: 'bad' };
  }
  const words = signInWords(membrane, connection.membrane?.tenantId, now);
  if (words.tone === 'bad') return { name, ...words };
  switch (connection.health.reason) {
    case 'relay-reconnect':
    case 'wrong-key':
    case 'expired-key':
      return { name, text: 'Membrane’s connection to the helpdesk no longer works.', tone: 'bad' };
    case 'relay-gone':
      return { name, text: 'Membrane has no such connection any longer.', tone: 'bad' };
    default:
      return { name, ...words };
  }
}

/** Whether the browser lets calls through. */
export function permissionLine({ connection, missing }: HealthFacts): HealthLine {
  const name = 'Permission';
  if (missing.length > 0) {
    const hosts = hostsOf(missing).join(' and ');
    return { name, text: `Missing for ${hosts}.`, tone: 'bad' };
  }
  const hosts = [...new Set([connection.apiOrigin, connection.pageOrigin])]
    .map((origin) => new URL(origin).host)
    .join(' and ');
  return { name, text: `Given for ${hosts}.`, tone: 'good' };
}

/** One line for the rights as a whole, and one more for each that is missing and what it blocks. */
export function rightsLines({ connection, platform }: HealthFacts): HealthLine[] {
  const name = 'Rights';
  const { facts, restricted, health } = connection;
  const told = facts.missingRights;
  const uses = platform.rightUses ?? [];
  const lacking = (told ?? '').split(' ').filter((right) => right !== '');
  const lines = lacking.map((right): HealthLine => {
    const lack = uses.find((use) => use.right === right)?.lack;
    const text = joinSentences(t`${right} is missing.`, lack);
    return { name: 'Right', text, tone: 'warn' };
  });
  const missed = health.reason === 'missing-right' ? health.lastFailure?.right : undefined;
  if (missed !== undefined && !lacking.includes(missed)) {
    lines.push({ name: 'Right', text: `${missed} was missing at the last call.`, tone: 'warn' });
  }
  if (restricted === true) {
    lines.push({
      name: 'Right',
      text: 'The connected agent is no administrator: conversations that this agent may not see are missing.',
      tone: 'warn',
    });
  }
  if (lines.length > 0) return lines;
  if (told !== undefined) {
    return [{ name, text: 'All that Deskside asks for are there.', tone: 'good' }];
  }
  const text = `${platform.label} does not tell which rights there are. What is refused shows as the last error.`;
  return [{ name, text, tone: 'neutral' }];
}
