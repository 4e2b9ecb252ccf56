import { type MembraneAccountState, signInEnd } from '../../../lib/model/membrane-account';
import { endWords } from '../membrane/account-words';

interface SignInWords {
  text: string;
  tone: 'good' | 'warn' | 'bad';
}

/**
 * Whether the sign-in to Membrane carries a connection that belongs to a tenant there, and for how
 * long. `now` is epoch ms.
 */
export function signInWords(
  account: MembraneAccountState | undefined,
  tenantId: string | undefined,
  now: number,
): SignInWords {
  if (account === undefined) return { text: 'Nobody is signed in to Membrane.', tone: 'bad' };
  const { text, isUrgent } = endWords(account, now);
  if (signInEnd(account, now) === 'over') return { text, tone: 'bad' };
  if (tenantId !== undefined && tenantId !== account.tenantId) {
    return {
      text: 'Another tenant of Membrane is signed in than has this connection.',
      tone: 'bad',
    };
  }
  return { text: `Signed in to Membrane. ${text}`, tone: isUrgent ? 'warn' : 'good' };
}
