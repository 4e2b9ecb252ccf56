import { t } from '@lingui/core/macro';
import { replyRef } from '../../../lib/model/reply';
import { sourceLabel } from '../../../lib/replies/source-words';
import { database } from '../../../lib/storage/database';
import { readCrossedTexts } from '../../../lib/storage/reply-queries';
import { formatClock, formatDate } from '../../../lib/text/format-time';
import { useLiveRead } from '../../hooks/use-live-read';
import { tellSeen } from '../../replies/reply-actions';
import { draftOf } from '../../replies/reply-form-draft';
import { Button } from '../../ui/Button';
import type { ManagedLibrary, OpenEditor } from './use-managed-library';

interface CrossedTextsProps {
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Texts saved from here that somebody replaced at the same moment, perhaps without having seen them. */
export function CrossedTexts({ library, onEdit }: CrossedTextsProps) {
  const crossed = useLiveRead(
    { tables: [database.replyVersions], read: () => readCrossedTexts(database) },
    [],
  );
  if (crossed === undefined || crossed.length === 0) return null;
  return (
    <ul
      aria-label={t`Replaced right after they were saved`}
      className="flex flex-col gap-1 text-12"
    >
      {crossed.map(({ source, id, content, keptAt }) => {
        const theirs = library.replies.find((reply) => reply.source === source && reply.id === id);
        const { title } = content;
        const [date, time] = [formatDate(keptAt), formatClock(keptAt)];
        const place = sourceLabel(source, library);
        return (
          <li
            key={replyRef({ source, id })}
            className="flex flex-wrap items-center gap-2 rounded-md bg-bad-soft px-2 py-1.5"
          >
            <span className="min-w-0 flex-1 wrap-anywhere">
              {theirs === undefined
                ? t`“${title}”, which you saved on ${date} at ${time}, was deleted in ${place} a moment later, perhaps by someone who had not seen your version.`
                : t`“${title}”, which you saved on ${date} at ${time}, was replaced in ${place} a moment later, perhaps by someone who had not seen your version.`}
            </span>
            <Button
              onClick={() => {
                const mine = { ...draftOf({ source, id, ...content }), base: undefined };
                onEdit(
                  mine,
                  theirs === undefined ? { why: 'deleted' } : { why: 'changed', theirs },
                );
              }}
            >
              {theirs === undefined ? t`What now?` : t`Look at both`}
            </Button>
            <Button onClick={() => tellSeen({ source, id })}>{t`Leave it as it is`}</Button>
          </li>
        );
      })}
    </ul>
  );
}
