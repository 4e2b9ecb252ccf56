import type { MembraneAccountState } from '../../../lib/model/membrane-account';
import { formatDate } from '../../../lib/text/format-time';

const week = 7 * 86_400_000;

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
  const { expiresAt, isSignedOut } = account;
  if (isSignedOut || (expiresAt !== undefined && expiresAt <= now)) {
    return { text: 'The sign-in to Membrane has ended.', tone: 'bad' };
  }
  if (tenantId !== undefined && tenantId !== account.tenantId) {
    return {
      text: 'Another tenant of Membrane is signed in than has this connection.',
      tone: 'bad',
    };
  }
  if (account.way === 'oauth' || expiresAt === undefined) {
    return { text: 'Signed in to Membrane.', tone: 'good' };
  }
  return {
    text: `Signed in to Membrane until ${formatDate(expiresAt)}.`,
    tone: expiresAt - now < week ? 'warn' : 'good',
  };
}
