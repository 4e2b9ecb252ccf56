import CircleCheck from 'lucide-react/icons/circle-check';
import CircleX from 'lucide-react/icons/circle-x';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { failureWords, reportWords } from './connection-words';
import type { AttemptOutcome } from './test-or-save';

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
