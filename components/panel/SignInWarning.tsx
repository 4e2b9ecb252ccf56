import { t } from '@lingui/core/macro';
import KeyRound from 'lucide-react/icons/key-round';
import X from 'lucide-react/icons/x';
import { create } from 'zustand';
import { historyCommands } from '../../lib/messaging/history-commands';
import { type SignInEnd, signInEnd } from '../../lib/model/sign-in-end';
import { formatClock, formatDate } from '../../lib/text/format-time';
import { useMembraneAccount } from '../hooks/use-membrane-account';
import { useNow } from '../hooks/use-now';
import { IconButton } from '../ui/IconButton';
import { usePanel } from './PanelContext';
import { sendFromPanel } from './send-from-panel';

/** Which warning was closed: it returns when the end is nearer, and in a panel that is opened anew. */
const useClosedWarning = create<{ closed: string | undefined }>(() => ({ closed: undefined }));

/**
 * Warns a week and a day before the sign-in to Membrane ends, and says when it has ended, where a helpdesk is
 * reached through it.
 */
export function SignInWarning() {
  const { connections } = usePanel().snapshot;
  const account = useMembraneAccount();
  const now = useNow(60_000);
  const closed = useClosedWarning((state) => state.closed);
  const isUsed = connections.some(({ transport }) => transport === 'membrane');
  if (!isUsed || account === undefined || account === 'none') return null;
  const end = signInEnd(account, now);
  const { expiresAt = 0 } = account;
  const warning = `${end} ${expiresAt}`;
  if (end === 'none' || closed === warning) return null;
  return (
    <div
      role="status"
      className="flex items-center gap-1.5 rounded-md border border-line bg-sunken py-0.5 pr-0.5 pl-2 text-12"
    >
      <KeyRound size={12} aria-hidden className="shrink-0 text-warn" />
      <span className="min-w-0 flex-1 text-pretty">{wordsFor(end, expiresAt)}</span>
      <button
        type="button"
        onClick={() =>
          sendFromPanel(historyCommands, 'panel.open-settings', { section: 'membrane' })
        }
        className="h-6 shrink-0 rounded-md px-1.5 font-medium text-accent hover:bg-hover"
      >{t`Open settings`}</button>
      {end !== 'over' && (
        <IconButton
          icon={X}
          label={t`Close`}
          className="size-6!"
          onClick={() => useClosedWarning.setState({ closed: warning })}
        />
      )}
    </div>
  );
}

function wordsFor(end: Exclude<SignInEnd, 'none'>, expiresAt: number): string {
  if (end === 'over') {
    return t`The sign-in to Membrane has ended. Whatever goes through it waits until you sign in again.`;
  }
  const [date, clock] = [formatDate(expiresAt), formatClock(expiresAt)];
  return end === 'week'
    ? t`The sign-in to Membrane ends within a week (${date}, ${clock}). Sign in again before then.`
    : t`The sign-in to Membrane ends within a day (${date}, ${clock}). Sign in again before then.`;
}
