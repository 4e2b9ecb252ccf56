import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { replyRef } from '../../../lib/model/reply';
import { type DuplicateGroup, findDuplicates } from '../../../lib/replies/duplicates';
import { formatNumber } from '../../../lib/text/format-number';
import { ReplyRow } from './ReplyRow';
import type { ManagedLibrary, OpenEditor } from './use-managed-library';

/** Larger libraries of duplicates are worked through from the top. */
const mostGroups = 50;

const reasons: Readonly<Record<DuplicateGroup['why'], string>> = {
  shortcut: 'Same shortcut',
  text: 'Same text',
  similar: 'Nearly the same text',
};

interface DuplicateRepliesProps {
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Responses that look like one, over all sources. */
export function DuplicateReplies({ library, onEdit }: DuplicateRepliesProps) {
  const { replies } = library;
  const groups = useMemo(() => findDuplicates(replies), [replies]);
  if (groups.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">{t`No two responses look alike.`}</p>;
  }
  return (
    <div className="flex flex-col gap-4">
      {groups.slice(0, mostGroups).map(({ why, replies: alike }) => (
        <section key={`${why} ${alike.map(replyRef).join(' ')}`} aria-label={reasons[why]}>
          <h3 className="text-12 text-ink-soft">{reasons[why]}</h3>
          <ul>
            {alike.map((reply) => (
              <ReplyRow key={replyRef(reply)} reply={reply} library={library} onEdit={onEdit} />
            ))}
          </ul>
        </section>
      ))}
      {groups.length > mostGroups && (
        <p className="text-12 text-ink-faint">
          {t`${formatNumber(groups.length - mostGroups)} more groups follow once these are sorted out.`}
        </p>
      )}
    </div>
  );
}
