import { useMemo } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { type DuplicateGroup, findDuplicates } from '../../../lib/replies/duplicates';
import { ManageRow } from './ManageRow';
import type { ManagedLibrary } from './use-managed-library';

/** Larger libraries of duplicates are worked through from the top. */
const mostGroups = 50;

const reasons: Readonly<Record<DuplicateGroup['why'], string>> = {
  shortcut: 'Same shortcut',
  text: 'Same text',
  similar: 'Nearly the same text',
};

interface DuplicatesProps {
  library: ManagedLibrary;
  onEdit(reply: Reply): void;
}

/** Responses that look like one, over all sources. */
export function Duplicates({ library, onEdit }: DuplicatesProps) {
  const { replies } = library;
  const groups = useMemo(() => findDuplicates(replies), [replies]);
  if (groups.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">No two responses look alike.</p>;
  }
  return (
    <div className="flex flex-col gap-4">
      {groups.slice(0, mostGroups).map(({ why, replies: alike }) => (
        <section key={`${why} ${alike.map(replyRef).join(' ')}`} aria-label={reasons[why]}>
          <h3 className="text-12 text-ink-soft">{reasons[why]}</h3>
          <ul>
            {alike.map((reply) => (
              <ManageRow key={replyRef(reply)} reply={reply} library={library} onEdit={onEdit} />
            ))}
          </ul>
        </section>
      ))}
      {groups.length > mostGroups && (
        <p className="text-12 text-ink-faint">
          {(groups.length - mostGroups).toLocaleString('en')} more groups follow once these are
          sorted out.
        </p>
      )}
    </div>
  );
}
