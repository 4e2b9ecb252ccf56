import { t } from '@lingui/core/macro';
import type { CommandTable, PayloadOf } from '../../lib/messaging/define-command';
import { send } from '../../lib/messaging/send';
import { usePanelView } from './view-store';

/** Sends a command to the worker; the panel shows a notice when the worker did not accept it. */
export function sendFromPanel<T extends CommandTable<T>, K extends keyof T & string>(
  table: T,
  type: K,
  payload: PayloadOf<T[K]>,
): void {
  send(table, type, payload).catch(sayUnanswered);
}

/** Shows a notice that the worker did not accept a command, as `send` told it. */
export function sayUnanswered(error?: unknown): void {
  if (String(error).endsWith('storage-full')) sayFull();
  else {
    usePanelView.getState().say(t`Deskside isn’t responding. Close this panel and open it again.`);
  }
}

/** Shows a notice that what is on screen was stored earlier. */
export function sayFull(): void {
  usePanelView
    .getState()
    .say(t`This browser has no storage left, so nothing new is kept. Free some disk space.`);
}
