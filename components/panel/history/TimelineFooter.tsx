import { t } from '@lingui/core/macro';
import { lazy, Suspense } from 'react';
import type { SourceView } from '../coverage/source-views';

const LazyCoverageList = lazy(async () => ({
  default: (await import('../coverage/CoverageList')).CoverageList,
}));

interface TimelineFooterProps {
  views: readonly SourceView[];
}

/** The end of the timeline: what is missing, per platform, or that nothing is missing. */
export function TimelineFooter({ views }: TimelineFooterProps) {
  const missing = views.filter((view) => view.words.tone !== 'good');
  return (
    <div className="mx-3 mt-3 border-line border-t py-3">
      {missing.length === 0 ? (
        <p className="text-center text-12 text-ink-faint">{t`This is everything the connected helpdesks have.`}</p>
      ) : (
        <>
          <h2 className="mb-2 font-semibold text-12">{t`Not shown here`}</h2>
          <Suspense>
            <LazyCoverageList views={missing} />
          </Suspense>
        </>
      )}
    </div>
  );
}
