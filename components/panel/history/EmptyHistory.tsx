import { t } from '@lingui/core/macro';
import Inbox from 'lucide-react/icons/inbox';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { formatList } from '../../../lib/text/format-list';
import { StateScreen } from '../../ui/StateScreen';
import { CoverageList } from '../coverage/CoverageList';
import type { SourceView } from '../coverage/source-views';

interface EmptyHistoryProps {
  views: readonly SourceView[];
}

/** Whether it gave no answer, so that it may have something about the person. */
function hasFailed({ source, words }: SourceView): boolean {
  return words.tone === 'bad' || source?.coverage?.state === 'limited';
}

/** Says that nothing is stored about this person, and why, platform by platform. */
export function EmptyHistory({ views }: EmptyHistoryProps) {
  const connected = views.filter((view) => view.connection !== undefined);
  const answered = connected.filter((view) => !hasFailed(view));
  const allFailed = answered.length === 0;
  const names = formatList(
    answered.map((view) => view.label),
    'or',
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-line border-t">
      <StateScreen
        heading="h2"
        icon={allFailed ? TriangleAlert : Inbox}
        tone={allFailed ? 'bad' : 'neutral'}
        title={allFailed ? t`The history could not be loaded` : t`Nothing yet on ${names}`}
      >
        <div className="w-full rounded-lg border border-line p-3 text-left">
          <CoverageList views={views} />
        </div>
      </StateScreen>
    </div>
  );
}
