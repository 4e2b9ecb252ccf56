import type { ReactNode } from 'react';
import { sendCommand } from '../../lib/messaging/send';
import type { Connection } from '../../lib/model/connection';
import { ConfirmDialog } from './ConfirmDialog';

interface RemoveDialogProps {
  connection: Connection;
  platformLabel: string;
  /** The button that opens the dialog. */
  children: ReactNode;
}

/** Asks before a connection is removed, and says what goes with it. */
export function RemoveDialog({ connection, platformLabel, children }: RemoveDialogProps) {
  return (
    <ConfirmDialog
      title={`Remove “${connection.label}”?`}
      text={`This removes everything Deskside stored from this account in this browser, the key included; nothing in ${platformLabel} itself changes.`}
      action={{ label: 'Remove', busy: 'Removing…' }}
      onConfirm={() => sendCommand('options.remove', { connectionId: connection.id })}
    >
      {children}
    </ConfirmDialog>
  );
}
