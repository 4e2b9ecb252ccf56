import { t } from '@lingui/core/macro';
import type { MembraneAccountState } from '../../../lib/model/membrane-account';
import { signInEnd } from '../../../lib/model/sign-in-end';
import { formatClock, formatDate } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';

/** Who is signed in, in one sentence. */
export function accountWords({ name, tenantId, workspace, subject }: MembraneAccountState): string {
  const who = name ?? tenantId;
  if (workspace === undefined) {
    if (subject === undefined) return t`Signed in as ${who}.`;
    return t`Signed in as ${who}, for ${subject}.`;
  }
  if (subject === undefined) return t`Signed in as ${who} in workspace ${workspace}.`;
  return t`Signed in as ${who} in workspace ${workspace}, for ${subject}.`;
}

/** Until when, and whether something is to be done about it soon. `now`: epoch ms. */
export function endWords(
  account: MembraneAccountState,
  now: number,
): { text: string; isUrgent: boolean } {
  const { isRenewed, expiresAt = 0 } = account;
  const [date, time] = [formatDate(expiresAt), formatClock(expiresAt)];
  switch (signInEnd(account, now)) {
    case 'over':
      return {
        text: t`The sign-in has ended. Membrane no longer accepts it, and everything that goes through Membrane is on hold. Sign in again.`,
        isUrgent: true,
      };
    case 'day':
      return {
        text: t`The token expires within a day (${date}, ${time}). Paste a new one now.`,
        isUrgent: true,
      };
    case 'week':
      return {
        text: t`The token expires within a week (${date}, ${time}). Paste a new one soon.`,
        isUrgent: true,
      };
    case 'none':
      break;
  }
  if (isRenewed === true) {
    return { text: t`The sign-in renews itself until you sign out.`, isUrgent: false };
  }
  const text =
    expiresAt === 0
      ? t`The token does not expire, or does not say when.`
      : t`The token is valid until ${date}, ${time}.`;
  return { text, isUrgent: false };
}

interface SignInWords {
  text: string;
  tone: 'good' | 'warn' | 'bad';
}

/**
 * Whether the sign-in to Membrane is valid for a connection that belongs to a tenant there, and for
 * how long. `now` is epoch ms.
 */
export function signInWords(
  account: MembraneAccountState | undefined,
  tenantId: string | undefined,
  now: number,
): SignInWords {
  if (account === undefined) return { text: t`You are not signed in to Membrane.`, tone: 'bad' };
  const { text, isUrgent } = endWords(account, now);
  if (signInEnd(account, now) === 'over') return { text, tone: 'bad' };
  if (tenantId !== undefined && tenantId !== account.tenantId) {
    return {
      text: t`You are signed in to a different Membrane tenant from the one this connection belongs to.`,
      tone: 'bad',
    };
  }
  const signedIn = t`Signed in to Membrane.`;
  return { text: joinSentences(signedIn, text), tone: isUrgent ? 'warn' : 'good' };
}
