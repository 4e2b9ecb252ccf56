import type { ReplySourceRow } from '../../../lib/model/reply';
import { sourceLabel, sourceTrouble } from '../../../lib/replies/source-words';
import { useDirectory } from '../directory';
import { useNow } from '../use-now';

/** What is wrong with sources of canned responses, in words; nothing while all is well. */
export function SourceTroubles({ sources }: { sources: readonly ReplySourceRow[] }) {
  const { connections } = useDirectory();
  const now = useNow(30_000);
  const troubles = sources.flatMap(
    (row) => sourceTrouble(row, sourceLabel(row.source, connections), now) ?? [],
  );
  if (troubles.length === 0) return null;
  return (
    <ul className="flex max-h-24 shrink-0 flex-col gap-0.5 overflow-y-auto border-line border-t bg-sunken px-3 py-1.5 text-11 text-ink-soft">
      {troubles.map((trouble) => (
        <li key={trouble} className="wrap-anywhere">
          {trouble}
        </li>
      ))}
    </ul>
  );
}
