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
  const { host } = new URL(pageOrigin);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-12 text-ink">
      <p className="min-w-0 text-pretty">
        {t`It is not certain yet that Membrane leads to the account you work in, so no customer data is shown. Open a conversation in ${platformLabel} beside the panel, and Deskside compares the two.`}
      </p>
      <ConfirmDialog
        title={t`Is this the account at ${host}?`}
        text={t`Confirm only if this is the ${platformLabel} account you connected in Membrane. If it is a different one, that account’s customers would be shown alongside yours.`}
        action={{ label: t`Yes, it is the same account`, busy: t`Confirming…` }}
        onConfirm={() => send(membraneCommands, 'membrane.confirm', { connectionId: id })}
      >
        <Button aria-label={t`Confirm the account of ${label}`}>{t`Confirm the account`}</Button>
      </ConfirmDialog>
    </div>
  );
}
