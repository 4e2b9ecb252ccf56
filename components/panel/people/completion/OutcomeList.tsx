import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { fieldLabel } from '../../../../lib/identity/completion-words';
import type { OfferedCompletion } from '../../../../lib/messaging/completion-commands';
import { labelled } from '../../../../lib/text/join-words';
import { Button } from '../../../ui/Button';
import { type CompletionResult, offerKey } from './use-completions';
import { useRecordNames } from './use-record-names';

interface OutcomeListProps {
  results: readonly CompletionResult[];
  /** Overwrites `current`, the value that was shown. */
  onReplace(offers: readonly OfferedCompletion[], current: string): Promise<void>;
  onDismiss(offer: OfferedCompletion): void;
}

/** What happened to each value, and a question where the field contained something else. */
export function OutcomeList({ results, onReplace, onDismiss }: OutcomeListProps) {
  return (
    <ul role="status" aria-label={t`Results`} className="flex flex-col gap-2 empty:hidden">
      {results.map((result) => (
        <li key={offerKey(result.offer)} className="wrap-anywhere">
          <OutcomeLine result={result} onReplace={onReplace} onDismiss={onDismiss} />
        </li>
      ))}
    </ul>
  );
}

interface OutcomeLineProps extends Omit<OutcomeListProps, 'results'> {
  result: CompletionResult;
}

function OutcomeLine({ result: { offer, outcome }, onReplace, onDismiss }: OutcomeLineProps) {
  const { helpdeskOf } = useRecordNames([]);
  const [isBusy, setIsBusy] = useState(false);
  const place = helpdeskOf(offer.target);
  const label = fieldLabel(offer.field);
  if (outcome.kind === 'done') {
    return (
      <span className="text-good">
        {labelled(label, outcome.message ?? t`Written into ${place}.`)}
      </span>
    );
  }
  if (outcome.kind !== 'conflict') {
    return (
      <span className={outcome.kind === 'failed' ? 'text-bad' : 'text-warn'}>
        {labelled(label, outcome.message)}
      </span>
    );
  }
  const { current } = outcome;
  const { value } = offer;
  const replace = () => {
    setIsBusy(true);
    void onReplace([offer], current).finally(() => setIsBusy(false));
  };
  return (
    <div className="flex flex-col gap-1 rounded-md border border-line bg-sunken p-2">
      <p>
        <Trans>
          {label}: {place} now has <bdi className="font-medium">“{current}”</bdi>, yours is{' '}
          <bdi className="font-medium">“{value}”</bdi>. Nothing was written.
        </Trans>
      </p>
      <div className="flex flex-wrap gap-1.5">
        {outcome.canReplace && (
          <Button disabled={isBusy} onClick={replace}>{t`Replace with yours`}</Button>
        )}
        <Button disabled={isBusy} onClick={() => onDismiss(offer)}>{t`Keep theirs`}</Button>
      </div>
    </div>
  );
}
