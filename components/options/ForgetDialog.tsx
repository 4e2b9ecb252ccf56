import type { ReactNode } from 'react';
import { sendCommand } from '../../lib/messaging/send';
import { ConfirmDialog } from './ConfirmDialog';

/** Asks before all stored histories are deleted; `children` is the button that opens it. */
export function ForgetDialog({ children }: { children: ReactNode }) {
  return (
    <ConfirmDialog
      title="Delete all stored histories?"
      text="Histories are read again from the helpdesks when you next open a person. What was read off a helpdesk’s page, because its API has no history, is gone until that conversation is opened there again. Connections, links between contacts and the index of people stay."
      action={{ label: 'Delete', busy: 'Deleting…' }}
      onConfirm={() => sendCommand('options.forget', {})}
    >
      {children}
    </ConfirmDialog>
  );
}
