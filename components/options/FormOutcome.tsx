import type { Connection } from '../../lib/model/connection';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { AccountChoice } from './AccountChoice';
import { OutcomePanel } from './OutcomePanel';
import { Progress } from './Progress';
import { hostsOf, patternsOf } from './permissions';
import type { ConnectionForm } from './use-connection-form';

interface FormOutcomeProps {
  form: ConnectionForm;
  platform: PlatformDescriptor;
  connection: Connection | undefined;
}

/** Everything the form has to say about the connection as a whole, read out as it changes. */
export function FormOutcome({ form, platform, connection }: FormOutcomeProps) {
  const { outcome, busy } = form;
  const accounts = outcome?.kind === 'ok' ? (outcome.accounts ?? []) : [];
  const canChoose = platform.form.some((field) => field.name === 'account');
  return (
    <>
      <div role="status" aria-live="polite" className="flex flex-col gap-3.5 empty:hidden">
        {form.isMoved && connection !== undefined && (
          <p className="rounded-md border border-note-line bg-note px-2.5 py-2 text-12 text-note-ink">
            This leads away from {hostsOf(patternsOf(connection)).join(' and ')}. The stored key is
            not sent elsewhere: enter the key for the new address.
          </p>
        )}
        {busy !== undefined && (
          <Progress text={`Asking ${platform.label}… The browser may ask for permission first.`} />
        )}
        {form.isUnanswered && (
          <OutcomePanel outcome={{ kind: 'unanswered' }} platformLabel={platform.label} />
        )}
        {outcome !== undefined && <OutcomePanel outcome={outcome} platformLabel={platform.label} />}
      </div>
      {canChoose && accounts.length > 1 && (
        <AccountChoice
          accounts={accounts}
          used={form.fields.account?.trim() || accounts[0]?.id}
          onChoose={form.chooseAccount}
        />
      )}
    </>
  );
}
