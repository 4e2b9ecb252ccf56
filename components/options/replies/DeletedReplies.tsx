import { useLiveQuery } from 'dexie-react-hooks';
import { RotateCcw } from 'lucide-react';
import type { Reply } from '../../../lib/model/reply';
import { replyRef } from '../../../lib/model/reply';
import { database } from '../../../lib/storage/database';
import { readDeletedReplies } from '../../../lib/storage/reply-queries';
import { dateWords } from '../../../lib/timeline/time-words';
import { restoreReply } from '../../replies/save-reply';
import { Button } from '../../ui/Button';
import type { ManagedLibrary } from './use-managed-library';

/** What was deleted from the own library and can still be brought back. */
export function DeletedReplies({ library }: { library: ManagedLibrary }) {
  const deleted = useLiveQuery(() => readDeletedReplies(database));
  if (deleted === undefined) return null;
  if (deleted.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">Nothing was deleted lately.</p>;
  }
  const restore = async (reply: Reply) => {
    const answer = await restoreReply(reply);
    const done = `“${reply.title || reply.shortcut}” is back.`;
    library.tell(answer.kind === 'ok' ? done : answer.message);
  };
  return (
    <ul aria-label="Deleted responses">
      {deleted.map((reply) => (
        <li key={replyRef(reply)} className="flex items-center gap-3 border-line border-b py-1.5">
          <span dir="auto" className="min-w-0 flex-1 truncate text-13">
            {reply.title || reply.shortcut}
          </span>
          <span className="shrink-0 text-11 text-ink-faint">
            Deleted {dateWords(reply.deletedAt ?? 0)}
          </span>
          <Button
            aria-label={`Bring back: ${reply.title || reply.shortcut}`}
            onClick={() => void restore(reply)}
          >
            <RotateCcw size={12} aria-hidden /> Bring back
          </Button>
        </li>
      ))}
    </ul>
  );
}
