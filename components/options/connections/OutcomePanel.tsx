import { t } from '@lingui/core/macro';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { formatList } from '../../../lib/text/format-list';
import { hostsOf } from '../permissions';
import { AccountChoice } from './AccountChoice';
import type { AttemptOutcome } from './test-or-save';
import { failureWords, reportWords } from './test-outcome-words';
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
  const { label } = platform;
  const hosts = formatList(connection === undefined ? [] : hostsOf(matchPatternsOf(connection)));
  const canChoose = platform.form.some((field) => field.name === 'account');
  return (
    <>
      <div role="status" aria-live="polite" className="flex flex-col gap-3.5 empty:hidden">
        {form.isMoved && connection !== undefined && (
          <p className="rounded-md border border-note-line bg-note px-2.5 py-2 text-12 text-note-ink">
            {t`This address is not at ${hosts}. The stored key is not sent elsewhere: enter the key for the new address.`}
          </p>
        )}
        {busy !== undefined && (
          <AttemptProgress
            text={t`Contacting ${label}… The browser may ask for permission first.`}
          />
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

interface OutcomePanelProps {
  outcome: AttemptOutcome;
  platformLabel: string;
}

/** What came of a test or a save, in words. */
export function OutcomePanel({ outcome, platformLabel }: OutcomePanelProps) {
  if (outcome.kind === 'ok') {
    return (
      <div className="appear flex flex-col gap-1.5">
        <p className="flex gap-2 text-13 text-ink">
          <CircleCheck size={15} aria-hidden className="mt-0.5 shrink-0 text-good" />
          <span className="min-w-0 wrap-anywhere">{reportWords(outcome, platformLabel)}</span>
        </p>
        {outcome.warnings.map((warning) => (
          <p key={warning} className="flex gap-2 text-12 text-ink-soft">
            <TriangleAlert size={14} aria-hidden className="mt-px shrink-0 text-warn" />
            <span className="min-w-0 wrap-anywhere">{warning}</span>
          </p>
        ))}
      </div>
    );
  }
  return (
    <div className="appear flex gap-2 rounded-md bg-bad-soft px-2.5 py-2 text-13 text-ink">
      <CircleX size={15} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <p className="min-w-0 text-pretty wrap-anywhere">
        {failureWords(outcome)}
        {outcome.kind === 'failed' && outcome.httpStatus !== undefined && (
          <span className="ml-1.5 whitespace-nowrap text-11 text-ink-soft">
            HTTP {outcome.httpStatus}
          </span>
        )}
      </p>
    </div>
  );
}

/** Says that something is under way. */
export function AttemptProgress({ text }: { text: string }) {
  return (
    <p className="flex items-center gap-2 text-12 text-ink-soft">
      <LoaderCircle size={14} aria-hidden className="shrink-0 animate-spin text-accent" />
      {text}
    </p>
  );
}
