import X from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { AccountChoice } from './AccountChoice';
import { initialLabel } from './form-values';
import { AttemptProgress, OutcomePanel } from './OutcomePanel';
import { type AttemptOutcome, newDraftId, type Report, testOrSave } from './test-or-save';

interface SavedNoticeProps {
  platform: PlatformDescriptor;
  /** The connection that was saved. */
  connection: Connection;
  report: Report;
  onDismiss(): void;
}

/** After a save: what was found, which account is used, and what to do next. */
export function SavedNotice({ platform, connection, report, onDismiss }: SavedNoticeProps) {
  const [outcome, setOutcome] = useState<AttemptOutcome>(report);
  const [isBusy, setIsBusy] = useState(false);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    element.current?.focus();
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);

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
    <section
      ref={element}
      tabIndex={-1}
      aria-label={`${connection.label} saved`}
      className="appear relative flex flex-col gap-2.5 rounded-lg border border-good/60 bg-sunken p-4 pr-12 focus:outline-none"
    >
      <div role="status" aria-live="polite" className="flex flex-col gap-2">
        {isBusy ? (
          <AttemptProgress text={`Asking ${platform.label}…`} />
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
      <p className="text-13 text-ink">
        Next: open a conversation in {platform.label} and the side panel. Deskside then shows the
        customer there.
      </p>
      <button
        type="button"
        aria-label="Dismiss"
        className="absolute top-2.5 right-2.5 flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
        onClick={onDismiss}
      >
        <X size={15} aria-hidden />
      </button>
    </section>
  );
}
