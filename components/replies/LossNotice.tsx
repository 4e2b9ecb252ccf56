import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReplyFormDraft } from '../../lib/model/reply-draft';
import { lossWords } from '../../lib/replies/lost-parts';
import { platformOfSource, type SourceNames } from '../../lib/replies/source-words';
import { replyOf } from './reply-form-draft';

interface LossNoticeProps {
  draft: ReplyFormDraft;
  names: SourceNames;
}

/** Says which parts of a draft its source cannot store; shows nothing where it stores them all. */
export function LossNotice({ draft, names }: LossNoticeProps) {
  const words = lossWords(replyOf(draft), platformOfSource(draft.source, names));
  if (words === undefined) return null;
  return (
    <p role="status" className="flex gap-1.5 text-12 text-ink-soft">
      <TriangleAlert size={13} aria-hidden className="mt-px shrink-0 text-warn" />
      <span className="min-w-0 text-pretty">{words}</span>
    </p>
  );
}
