import { RefreshCw } from 'lucide-react';
import type { ReplySourceRow } from '../../../lib/model/reply';
import { sourceLabel, sourceTrouble } from '../../../lib/replies/source-words';
import { IconButton } from '../../ui/IconButton';
import { useDirectory } from '../directory';
import { useNow } from '../use-now';
import { usePanelCommand } from '../use-panel-command';

/** What is wrong with sources of canned responses, in words; nothing while all is well. */
export function SourceTroubles({ sources }: { sources: readonly ReplySourceRow[] }) {
  const { connections } = useDirectory();
  const now = useNow(30_000);
  const send = usePanelCommand();
  const troubles = sources.flatMap(
    (row) => sourceTrouble(row, sourceLabel(row.source, connections), now) ?? [],
  );
  if (troubles.length === 0) return null;
  return (
    <div className="flex max-h-24 shrink-0 items-start gap-1 overflow-y-auto border-line border-t bg-sunken px-3 py-1.5">
      <ul className="flex min-w-0 flex-1 flex-col gap-0.5 text-11 text-ink-soft">
        {troubles.map((trouble) => (
          <li key={trouble} className="wrap-anywhere">
            {trouble}
          </li>
        ))}
      </ul>
      <IconButton
        icon={RefreshCw}
        label="Read the responses again"
        onClick={() => send('replies.refresh', { force: true })}
      />
    </div>
  );
}
