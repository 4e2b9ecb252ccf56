import { X } from 'lucide-react';
import type { ReplySourceRow } from '../../../lib/model/reply';
import {
  leftOut,
  leftOutWords,
  sourceLabel,
  sourceTrouble,
} from '../../../lib/replies/source-words';
import { IconButton } from '../../ui/IconButton';
import { useNames } from '../names';
import { useNow } from '../use-now';
import { useNoted } from './use-noted';

/** What is wrong with sources of canned responses, in words; nothing while all is well. */
export function SourceTroubles({ sources }: { sources: readonly ReplySourceRow[] }) {
  const names = useNames();
  const now = useNow(30_000);
  const { isNoted, note } = useNoted();
  const troubles = sources.flatMap(
    (row) => sourceTrouble(row, sourceLabel(row.source, names), now) ?? [],
  );
  const lacking = sources
    .map((row) => ({ source: row.source, count: leftOut(row) }))
    .filter(({ source, count }) => count > 0 && !isNoted(source, count));
  if (troubles.length + lacking.length === 0) return null;
  return (
    <ul className="flex max-h-24 shrink-0 flex-col gap-0.5 overflow-y-auto border-line border-t bg-sunken px-3 py-1 text-11 text-ink-soft">
      {troubles.map((trouble) => (
        <li key={trouble} className="py-0.5 wrap-anywhere">
          {trouble}
        </li>
      ))}
      {lacking.map(({ source, count }) => (
        <li key={source} className="flex items-center gap-1.5">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {leftOutWords(count, sourceLabel(source, names))}{' '}
            <a
              href="/options.html#responses"
              target="_blank"
              rel="noopener"
              className="text-accent underline"
            >
              Which and why
            </a>
          </span>
          <IconButton
            icon={X}
            label="Dismiss until the number changes"
            className="-mr-1.5"
            onClick={() => note(source, count)}
          />
        </li>
      ))}
    </ul>
  );
}
