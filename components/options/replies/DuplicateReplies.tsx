import { plural, t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { replyRef } from '../../../lib/model/reply';
import { type DuplicateGroup, findDuplicates } from '../../../lib/replies/duplicates';
import { ReplyRow } from './ReplyRow';
import type { ManagedLibrary, OpenEditor } from './use-managed-library';

/** The most groups that are shown; others follow once these are sorted out. */
const mostGroups = 50;

function duplicateWords(why: DuplicateGroup['why']): string {
  switch (why) {
    case 'shortcut':
      return t`Same shortcut`;
    case 'text':
      return t`Same text`;
    case 'similar':
      return t`Nearly the same text`;
  }
}

interface DuplicateRepliesProps {
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Responses that look alike, across all sources. */
export function DuplicateReplies({ library, onEdit }: DuplicateRepliesProps) {
  const { replies } = library;
  const groups = useMemo(() => findDuplicates(replies), [replies]);
  if (groups.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">{t`No two responses look alike.`}</p>;
  }
  return (
    <div className="flex flex-col gap-4">
      {groups.slice(0, mostGroups).map(({ why, replies: alike }) => (
        <section key={`${why} ${alike.map(replyRef).join(' ')}`} aria-label={duplicateWords(why)}>
          <h3 className="text-12 text-ink-soft">{duplicateWords(why)}</h3>
          <ul>
            {alike.map((reply) => (
              <ReplyRow key={replyRef(reply)} reply={reply} library={library} onEdit={onEdit} />
            ))}
          </ul>
        </section>
      ))}
      {groups.length > mostGroups && (
        <p className="text-12 text-ink-faint">
          {plural(groups.length - mostGroups, {
            one: '# more group follows once these are sorted out.',
            other: '# more groups follow once these are sorted out.',
          })}
        </p>
      )}
    </div>
  );
}
