import { useMemo, useState } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import { ReplyIndex } from '../../../lib/replies/search';
import { sourceLabel } from '../../../lib/replies/source-words';
import { Button } from '../../ui/Button';
import { inputLook } from '../FieldFrame';
import { ManageRow } from './ManageRow';
import { SourceStates } from './SourceStates';
import type { ManagedLibrary } from './use-managed-library';

/** Rows added to the list at a time. */
const step = 50;

interface ManageListProps {
  library: ManagedLibrary;
  onEdit(reply: Reply): void;
}

/** Every canned response, searched and by source. */
export function ManageList({ library, onEdit }: ManageListProps) {
  const [query, setQuery] = useState('');
  const [source, setSource] = useState('');
  const [shown, setShown] = useState(step);
  const { replies, usesOf } = library;
  const index = useMemo(() => new ReplyIndex(replies), [replies]);
  const place = useMemo(
    () => ({ points: index.replies.map((reply) => Math.min(10, usesOf(reply))) }),
    [index, usesOf],
  );
  const found = useMemo(
    () => index.search(query, place).filter((reply) => source === '' || reply.source === source),
    [index, query, place, source],
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <input
          type="search"
          aria-label="Search the responses"
          placeholder="Search title, shortcut, tags and text"
          value={query}
          maxLength={200}
          className={`${inputLook} w-72! grow`}
          onChange={(event) => {
            setQuery(event.target.value);
            setShown(step);
          }}
        />
        <select
          aria-label="Only this source"
          value={source}
          className={`${inputLook} w-48!`}
          onChange={(event) => setSource(event.target.value)}
        >
          <option value="">All sources</option>
          {[...new Set(replies.map((reply) => reply.source))].map((each) => (
            <option key={each} value={each}>
              {sourceLabel(each, library)}
            </option>
          ))}
        </select>
      </div>
      <SourceStates library={library} />
      <p role="status" className="text-12 text-ink-faint">
        {countWords(found.length, replies.length)}
      </p>
      <ul aria-label="Responses">
        {found.slice(0, shown).map((reply) => (
          <ManageRow key={replyRef(reply)} reply={reply} library={library} onEdit={onEdit} />
        ))}
      </ul>
      {found.length > shown && (
        <Button className="self-start" onClick={() => setShown(shown + step)}>
          Show more
        </Button>
      )}
    </div>
  );
}

function countWords(found: number, total: number): string {
  if (total === 0) {
    return 'No canned responses yet. Write one, import a file, or connect a helpdesk that has some.';
  }
  const all = total === 1 ? '1 response' : `${total.toLocaleString('en')} responses`;
  return found === total ? all : `${found.toLocaleString('en')} of ${all}`;
}
