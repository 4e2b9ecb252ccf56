import type { MembraneAccountState } from '../../../lib/model/membrane-account';
import { formatClock, formatDate } from '../../../lib/text/format-time';

const dayMs = 86_400_000;

/** Who is signed in, in one sentence. */
export function accountWords({ name, tenantId, workspace, subject }: MembraneAccountState): string {
  const who = subject === undefined ? '' : `, for ${subject}`;
  const where = workspace === undefined ? '' : ` of workspace ${workspace}`;
  return `Signed in as ${name ?? tenantId}${where}${who}.`;
}

/** Until when, and whether something is to be done about it soon. `now`: epoch ms. */
export function endWords(
  { isSignedOut, expiresAt }: MembraneAccountState,
  now: number,
): { text: string; isUrgent: boolean } {
  if (isSignedOut || (expiresAt !== undefined && expiresAt <= now)) {
    const text =
      'The sign-in has ended: Membrane no longer takes it, and what goes through Membrane waits. Sign in again.';
    return { text, isUrgent: true };
  }
  if (expiresAt === undefined) {
    return { text: 'The token does not expire, or does not say when.', isUrgent: false };
  }
  const end = `${formatDate(expiresAt)}, ${formatClock(expiresAt)}`;
  if (expiresAt - now <= dayMs) {
    return {
      text: `The token expires within a day (${end}). Paste a new one now.`,
      isUrgent: true,
    };
  }
  if (expiresAt - now <= 7 * dayMs) {
    return {
      text: `The token expires within a week (${end}). Paste a new one soon.`,
      isUrgent: true,
    };
  }
  return { text: `The token is valid until ${end}.`, isUrgent: false };
}
