import { type MembraneAccountState, signInEnd } from '../../../lib/model/membrane-account';
import { formatClock, formatDate } from '../../../lib/text/format-time';

/** Who is signed in, in one sentence. */
export function accountWords({ name, tenantId, workspace, subject }: MembraneAccountState): string {
  const who = subject === undefined ? '' : `, for ${subject}`;
  const where = workspace === undefined ? '' : ` of workspace ${workspace}`;
  return `Signed in as ${name ?? tenantId}${where}${who}.`;
}

/** Until when, and whether something is to be done about it soon. `now`: epoch ms. */
export function endWords(
  account: MembraneAccountState,
  now: number,
): { text: string; isUrgent: boolean } {
  const { isRenewed, expiresAt = 0 } = account;
  const end = `${formatDate(expiresAt)}, ${formatClock(expiresAt)}`;
  switch (signInEnd(account, now)) {
    case 'over':
      return {
        text: 'The sign-in has ended: Membrane no longer takes it, and what goes through Membrane waits. Sign in again.',
        isUrgent: true,
      };
    case 'day':
      return {
        text: `The token expires within a day (${end}). Paste a new one now.`,
        isUrgent: true,
      };
    case 'week':
      return {
        text: `The token expires within a week (${end}). Paste a new one soon.`,
        isUrgent: true,
      };
    case 'none':
      break;
  }
  if (isRenewed === true) {
    return { text: 'The sign-in renews itself until you sign out.', isUrgent: false };
  }
  const text =
    expiresAt === 0
      ? 'The token does not expire, or does not say when.'
      : `The token is valid until ${end}.`;
  return { text, isUrgent: false };
}
