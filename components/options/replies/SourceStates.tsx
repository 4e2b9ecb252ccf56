import { t } from '@lingui/core/macro';
import ChevronRight from 'lucide-react/icons/chevron-right';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReplySourceRow } from '../../../lib/model/reply';
import {
  leftOut,
  leftOutWords,
  readAges,
  sourceLabel,
  sourceTrouble,
} from '../../../lib/replies/source-words';
import { useNow } from '../../hooks/use-now';
import { DroppedList } from './DroppedList';
import type { ManagedLibrary } from './use-managed-library';

/** How long ago each source was read. */
export function SourceAges({ library }: { library: ManagedLibrary }) {
  const now = useNow(10_000);
  return <p>{readAges(library.sources, library, now)}</p>;
}

/** What is wrong with sources, in words; nothing while all is well. */
export function SourceStates({ library }: { library: ManagedLibrary }) {
  return library.sources.map((row) => (
    <SourceState key={row.source} row={row} label={sourceLabel(row.source, library)} />
  ));
}

function SourceState({ row, label }: { row: ReplySourceRow; label: string }) {
  const trouble = sourceTrouble(row, label, Date.now());
  const count = leftOut(row);
  if (trouble !== undefined) {
    return (
      <p className="flex gap-2 text-12 text-ink-soft">
        <TriangleAlert size={14} aria-hidden className="mt-px shrink-0 text-warn" />
        <span className="min-w-0 wrap-anywhere">{trouble}</span>
      </p>
    );
  }
  if (count === 0) return null;
  return (
    <details className="group text-12 text-ink-soft">
      <summary className="flex w-fit cursor-default list-none items-center gap-1 rounded-sm">
        <ChevronRight
          size={14}
          aria-hidden
          className="shrink-0 transition-transform group-open:rotate-90"
        />
        {leftOutWords(count, label)}{' '}
        <span className="text-accent underline">{t`Which and why`}</span>
      </summary>
      <DroppedList reasons={row.dropped} count={row.coverage.dropped} />
    </details>
  );
}
