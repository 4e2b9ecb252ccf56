import { t } from '@lingui/core/macro';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useRef, useState } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { madeAgainWords } from '../../../lib/replies/lost-parts';
import { database } from '../../../lib/storage/database';
import { readDeletedReplies } from '../../../lib/storage/reply-queries';
import { formatDate } from '../../../lib/text/format-time';
import { useFocusPassedOn } from '../../hooks/use-focus-passed-on';
import { useLiveRead } from '../../hooks/use-live-read';
import { SourceIcon } from '../../replies/SourceIcon';
import { Button } from '../../ui/Button';
import { bringBack } from './bring-back';
import type { ManagedLibrary } from './use-managed-library';

/** What was deleted from here and can still be brought back. */
export function DeletedReplies({ library }: { library: ManagedLibrary }) {
  const deleted = useLiveRead(
    { tables: [database.replies], read: () => readDeletedReplies(database) },
    [],
  );
  if (deleted === undefined) return null;
  if (deleted.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">{t`Nothing was deleted recently.`}</p>;
  }
  const loss = madeAgainWords(
    deleted.map(({ source }) => source),
    library,
  );
  return (
    <>
      <p className="text-12 text-ink-faint empty:hidden">{loss}</p>
      <ul aria-label={t`Deleted responses`}>
        {deleted.map((reply) => (
          <DeletedReply key={replyRef(reply)} reply={reply} library={library} />
        ))}
      </ul>
    </>
  );
}

function DeletedReply({ reply, library }: { reply: Reply; library: ManagedLibrary }) {
  const [isBusy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasPressed = useRef(false);
  useFocusPassedOn(button, wasPressed);
  const name = reply.title || reply.shortcut;
  const date = formatDate(reply.deletedAt ?? 0);
  const restore = async () => {
    wasPressed.current = true;
    setBusy(true);
    library.say(await bringBack(reply, library));
    setBusy(false);
  };
  return (
    <li className="flex items-center gap-3 border-line border-b py-1.5">
      <SourceIcon source={reply.source} names={library} />
      <span dir="auto" className="min-w-0 flex-1 truncate text-13" title={name}>
        {name}
      </span>
      <span className="shrink-0 text-11 text-ink-faint">{t`Deleted ${date}`}</span>
      <Button
        ref={button}
        aria-label={t`Bring back: ${name}`}
        disabled={isBusy}
        onClick={() => void restore()}
      >
        <RotateCcw size={12} aria-hidden /> {t`Bring back`}
      </Button>
    </li>
  );
}
