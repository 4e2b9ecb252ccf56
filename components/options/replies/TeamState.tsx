import { RefreshCw } from 'lucide-react';
import { sendCommand } from '../../../lib/messaging/send';
import type { ReplySourceRow } from '../../../lib/model/reply';
import { leftOut, leftOutWords, sourceTrouble } from '../../../lib/replies/source-words';
import { dateWords } from '../../../lib/timeline/time-words';
import { Button } from '../../ui/Button';
import { DroppedList } from './DroppedList';
import type { ManagedLibrary } from './use-managed-library';

interface TeamStateProps {
  row: ReplySourceRow;
  library: ManagedLibrary;
}

/** What is held of the team's library, since when, and what of it could not be read. */
export function TeamState({ row, library }: TeamStateProps) {
  const count = library.replies.filter((reply) => reply.source === row.source).length;
  const label = 'The team’s library';
  const trouble = sourceTrouble(row, label, Date.now());
  const missing = leftOut(row);
  return (
    <div className="flex flex-col gap-1.5 text-12 text-ink-soft">
      <p>
        {count === 1 ? '1 response' : `${count.toLocaleString('en')} responses`} held
        {row.fetchedAt !== undefined && `, last read ${dateWords(row.fetchedAt)}`}.
        {row.etag !== undefined && ' It is loaded again only when it has changed.'}
      </p>
      {trouble !== undefined && <p className="text-warn">{trouble}</p>}
      {missing > 0 && <p className="text-warn">{leftOutWords(missing, label)}</p>}
      <DroppedList reasons={row.dropped} />
      <Button
        className="self-start"
        onClick={() => {
          sendCommand('replies.refresh', { force: true }).catch(() =>
            library.tell(
              'Deskside’s background part did not answer. Reload this page and try again.',
            ),
          );
        }}
      >
        <RefreshCw size={12} aria-hidden /> Read it again
      </Button>
    </div>
  );
}
