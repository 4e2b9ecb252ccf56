import { Trans } from '@lingui/react/macro';
import Lock from 'lucide-react/icons/lock';
import ReplyIcon from 'lucide-react/icons/reply';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ComposerTarget } from '../../../lib/replies/composer-words';

/** Says where an inserted text goes, or why it cannot be inserted. */
export function TargetLine({ target }: { target: ComposerTarget }) {
  if (target.kind === 'shut') {
    return (
      <p className="flex items-start gap-1.5 bg-sunken px-3 py-1.5 text-12 text-ink-soft">
        <TriangleAlert size={13} aria-hidden className="mt-px shrink-0 text-warn" />
        {target.why}
      </p>
    );
  }
  const isNote = target.mode === 'note';
  const Icon = isNote ? Lock : ReplyIcon;
  return (
    <p className="flex items-center gap-1.5 px-3 pb-1.5 text-11 text-ink-soft">
      <Icon size={12} aria-hidden className={isNote ? 'text-warn' : 'text-ink-faint'} />
      <span>
        {isNote ? (
          <Trans>
            Goes into: <span className="font-medium text-ink">private note</span>
          </Trans>
        ) : (
          <Trans>
            Goes into: <span className="font-medium text-ink">reply</span>
          </Trans>
        )}
      </span>
    </p>
  );
}
