import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { AccountChoice } from './AccountChoice';
import { initialLabel } from './form-values';
import { AttemptProgress, OutcomePanel } from './OutcomePanel';
import { type AttemptOutcome, newDraftId, type Report, testOrSave } from './test-or-save';

interface SavedOutcomeProps {
  platform: PlatformDescriptor;
  /** The connection that was saved. */
  connection: Connection;
  report: Report;
}

/** What was found when a connection was saved, and which of several accounts is used. */
export function SavedOutcome({ platform, connection, report }: SavedOutcomeProps) {
  const [outcome, setOutcome] = useState<AttemptOutcome>(report);
  const [isBusy, setIsBusy] = useState(false);
  const { label } = platform;
  const chooseAccount = (account: string) => {
    const { platform: name, fields, id, membrane } = connection;
    void testOrSave('options.save', {
      draft: {
        draftId: newDraftId(),
        platform: name,
        fields: { ...fields, account },
        connectionId: id,
        membrane,
        label: initialLabel(connection),
      },
      permissions: matchPatternsOf(connection),
      secrets: {},
    }).then((result) => {
      setOutcome(result);
      setIsBusy(false);
    });
    setIsBusy(true);
  };
  const canChoose = platform.form.some((field) => field.name === 'account');
  const accounts = report.accounts ?? [];
  return (
    <>
      <div role="status" aria-live="polite" className="flex flex-col gap-2">
        {isBusy ? (
          <AttemptProgress text={t`Contacting ${label}…`} />
        ) : (
          <OutcomePanel outcome={outcome} platformLabel={platform.label} />
        )}
      </div>
      {canChoose && accounts.length > 1 && (
        <AccountChoice
          accounts={accounts}
          used={connection.account}
          isDisabled={isBusy}
          onChoose={chooseAccount}
        />
      )}
    </>
  );
}
