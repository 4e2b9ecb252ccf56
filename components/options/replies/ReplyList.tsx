import ChevronRight from 'lucide-react/icons/chevron-right';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useMemo, useState } from 'react';
import { type ReplySourceRow, replyRef } from '../../../lib/model/reply';
import { ReplyIndex } from '../../../lib/replies/search';
import {
  leftOut,
  leftOutWords,
  readAges,
  sourceLabel,
  sourceTrouble,
} from '../../../lib/replies/source-words';
import { formatNumber } from '../../../lib/text/format-number';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { inputStyle } from '../../ui/FieldFrame';
import { SearchField } from '../../ui/SearchField';
import { DroppedList } from './DroppedList';
import { type OpenEditor, ReplyRow } from './ReplyRow';
import type { ManagedLibrary } from './use-managed-library';

/** Rows added to the list at a time. */
const step = 50;

interface ReplyListProps {
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Every canned response, searched and by source. */
export function ReplyList({ library, onEdit }: ReplyListProps) {
  const [query, setQuery] = useState('');
  const [source, setSource] = useState('');
  const [shown, setShown] = useState(step);
  const { replies, usesOf } = library;
  const index = useMemo(() => new ReplyIndex(replies), [replies]);
  const ranking = useMemo(
    () => ({ points: index.replies.map((reply) => Math.min(10, usesOf(reply))) }),
    [index, usesOf],
  );
  const found = useMemo(
    () => index.search(query, ranking).filter((reply) => source === '' || reply.source === source),
    [index, query, ranking, source],
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <SearchField
          label="Search the responses"
          placeholder="Search title, shortcut, tags and text"
          value={query}
          onValue={(value) => {
            setQuery(value);
            setShown(step);
          }}
          className="h-8 min-w-72"
        />
        <select
          aria-label="Only this source"
          value={source}
          className={`${inputStyle} w-48!`}
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
      <div className="flex flex-wrap gap-x-3 text-12 text-ink-faint">
        <p role="status">{countWords(found.length, replies.length)}</p>
        <SourceAges library={library} />
      </div>
      <ul aria-label="Responses">
        {found.slice(0, shown).map((reply) => (
          <ReplyRow key={replyRef(reply)} reply={reply} library={library} onEdit={onEdit} />
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
  const all = total === 1 ? '1 response' : `${formatNumber(total)} responses`;
  return found === total ? all : `${formatNumber(found)} of ${all}`;
}

/** How long ago each source was read. */
function SourceAges({ library }: { library: ManagedLibrary }) {
  const now = useNow(10_000);
  return <p>{readAges(library.sources, library, now)}</p>;
}

/** What is wrong with sources, in words; nothing while all is well. */
function SourceStates({ library }: { library: ManagedLibrary }) {
  return library.sources.map((row) => (
    <SourceState key={row.source} row={row} label={sourceLabel(row.source, library)} />
  ));
}

function SourceState({ row, label }: { row: ReplySourceRow; label: string }) {
  const trouble = sourceTrouble(row, label, Date.now());
  const count = leftOut(row);
  if (trouble !== undefined) {
    return (
      <p className="flex gap-2 text-12 text-ink-soft">
        <TriangleAlert size={14} aria-hidden className="mt-px shrink-0 text-warn" />
        <span className="min-w-0 wrap-anywhere">{trouble}</span>
      </p>
    );
  }
  if (count === 0) return null;
  return (
    <details className="group text-12 text-ink-soft">
      <summary className="flex w-fit cursor-default list-none items-center gap-1 rounded-sm">
        <ChevronRight
          size={14}
          aria-hidden
          className="shrink-0 transition-transform group-open:rotate-90"
        />
        {leftOutWords(count, label)} <span className="text-accent underline">Which and why</span>
      </summary>
      <DroppedList reasons={row.dropped} count={row.coverage.dropped} />
    </details>
  );
}
