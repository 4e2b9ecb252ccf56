import { RefreshCw } from 'lucide-react';
import { sendCommand } from '../../../lib/messaging/send';
import type { ReplySourceRow } from '../../../lib/model/reply';
import { sourceTrouble } from '../../../lib/replies/source-words';
import { dateWords } from '../../../lib/timeline/time-words';
import { Button } from '../../ui/Button';
import type { ManagedLibrary } from './use-managed-library';

interface TeamStateProps {
  row: ReplySourceRow;
  library: ManagedLibrary;
}

/** What is held of the team's library, since when, and what of it could not be read. */
export function TeamState({ row, library }: TeamStateProps) {
  const count = library.replies.filter((reply) => reply.source === row.source).length;
  const trouble = sourceTrouble(row, 'The team’s library', Date.now());
  return (
    <div className="flex flex-col gap-1.5 text-12 text-ink-soft">
      <p>
        {count === 1 ? '1 response' : `${count.toLocaleString('en')} responses`} held
        {row.fetchedAt !== undefined && `, last read ${dateWords(row.fetchedAt)}`}.
        {row.etag !== undefined && ' It is loaded again only when it has changed.'}
      </p>
      {trouble !== undefined && <p className="text-warn">{trouble}</p>}
      {row.dropped.length > 0 && (
        <ul className="list-disc pl-5">
          {row.dropped.slice(0, 50).map((reason) => (
            <li key={reason} className="wrap-anywhere">
              {reason}
            </li>
          ))}
        </ul>
      )}
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
