import { t } from '@lingui/core/macro';
import UsersRound from 'lucide-react/icons/users-round';
import { lazy, useEffect, useRef } from 'react';
import { type SourceNames, sourceLabel } from '../../lib/replies/source-words';
import { Button } from '../ui/Button';
import type { ReplyForm } from './use-reply-form';

/** Loaded when two texts have met. */
export const LazyConflictChoice = lazy(async () => ({
  default: (await import('./ConflictChoice')).ConflictChoice,
}));

interface FormNoticesProps {
  form: ReplyForm;
  names: SourceNames;
}

/** What somebody who writes a response has to know: a colleague was faster, or why it was not saved. */
export function FormNotices({ form, names }: FormNoticesProps) {
  const { news, failure, refusals } = form;
  const reason = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (refusals > 0) showReason(reason.current);
  }, [refusals]);
  const place = sourceLabel(form.draft.source, names);
  return (
    <>
      <div role="status" className="text-12 empty:hidden">
        {news !== undefined && (
          <p className="flex flex-wrap items-center gap-2 rounded-md bg-bad-soft px-2 py-1.5">
            <UsersRound size={13} aria-hidden className="shrink-0" />
            <span className="min-w-0 flex-1">
              {news.theirs === undefined
                ? t`This response was deleted in ${place} while you were writing.`
                : t`Someone else saved this response in ${place} while you were writing.`}
            </span>
            <Button onClick={() => form.compare(news)}>
              {news.theirs === undefined ? t`See your options` : t`Look at both`}
            </Button>
          </p>
        )}
      </div>
      <p
        ref={reason}
        role="alert"
        tabIndex={-1}
        className="text-12 text-bad outline-none empty:hidden"
      >
        {failure}
      </p>
    </>
  );
}

/** Brings the field that is wrong, else the reason, into view and focuses it: a form may be long. */
function showReason(reason: HTMLElement | null): void {
  const wrong = reason?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const shown = wrong ?? reason;
  shown?.focus();
  shown?.scrollIntoView({ block: 'center' });
}
