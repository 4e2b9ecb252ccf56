import { t } from '@lingui/core/macro';
import { membraneCommands } from '../../../lib/messaging/membrane-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

interface AccountConfirmationProps {
  connection: Connection;
  platformLabel: string;
}

/** Lets a person say that the account behind Membrane is the right one, where nothing proves it. */
export function AccountConfirmation({ connection, platformLabel }: AccountConfirmationProps) {
  const { id, label, pageOrigin } = connection;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-12 text-ink">
      <p className="min-w-0 text-pretty">
        It is not certain yet that Membrane leads to the account you work in, so nobody’s data is
        shown. Open a conversation in {platformLabel} beside the panel: Deskside compares it.
      </p>
      <ConfirmDialog
        title={`Is this the account at ${new URL(pageOrigin).host}?`}
        text={`Confirm only if you connected this very account of ${platformLabel} in Membrane. If it is another one, customers of that account would be shown beside yours.`}
        action={{ label: 'Yes, it is the same account', busy: 'Confirming…' }}
        onConfirm={() => send(membraneCommands, 'membrane.confirm', { connectionId: id })}
      >
        <Button aria-label={`Confirm the account of ${label}`}>{t`Confirm the account`}</Button>
      </ConfirmDialog>
    </div>
  );
}
