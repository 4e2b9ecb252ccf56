import { t } from '@lingui/core/macro';
import type { MembraneAccountState } from '../../../lib/model/membrane-account';
import { signInEnd } from '../../../lib/model/sign-in-end';
import { joinSentences } from '../../../lib/text/join-sentences';
import { endWords } from '../membrane/account-words';

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
