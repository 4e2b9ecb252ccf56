import { plural, t } from '@lingui/core/macro';
import { lazy, Suspense, useMemo, useState } from 'react';
import { replyRef } from '../../../lib/model/reply';
import { ReplyIndex } from '../../../lib/replies/search-replies';
import { sourceLabel } from '../../../lib/replies/source-words';
import { formatNumber } from '../../../lib/text/format-number';
import { Button } from '../../ui/Button';
import { inputStyle } from '../../ui/FieldFrame';
import { SearchField } from '../../ui/SearchField';
import { SelectBox, selectByKey } from './bulk/SelectBox';
import { useSelection } from './bulk/use-selection';
import { ReplyRow } from './ReplyRow';
import { SourceAges, SourceStates } from './SourceStates';
import type { ManagedLibrary, OpenEditor } from './use-managed-library';

/** Rows added to the list at a time. */
const step = 50;

interface ReplyListProps {
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Every canned response, with a search and a choice of source. */
export function ReplyList({ library, onEdit }: ReplyListProps) {
  const [query, setQuery] = useState('');
  const [wanted, setSource] = useState('');
  const [shown, setShown] = useState(step);
  const { replies, usesOf } = library;
  // The last response of a source may be deleted, or its connection removed.
  const source = replies.some((reply) => reply.source === wanted) ? wanted : '';
  const index = useMemo(() => new ReplyIndex(replies), [replies]);
  const ranking = useMemo(
    () => ({ points: index.replies.map((reply) => Math.min(10, usesOf(reply))) }),
    [index, usesOf],
  );
  const found = useMemo(
    () => index.search(query, ranking).filter((reply) => source === '' || reply.source === source),
    [index, query, ranking, source],
  );
  const selection = useSelection(replies, found);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <SearchField
          label={t`Search the responses`}
          placeholder={t`Search title, shortcut, tags and text`}
          value={query}
          onValue={(value) => {
            setQuery(value);
            setShown(step);
          }}
          className="h-8 basis-72"
        />
        <select
          aria-label={t`Only this source`}
          value={source}
          className={`${inputStyle} w-48!`}
          onChange={(event) => setSource(event.target.value)}
        >
          <option value="">{t`All sources`}</option>
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
        {found.length > 0 && (
          <button type="button" className="text-accent underline" onClick={selection.all}>
            {plural(found.length, { one: 'Select it', other: 'Select all #' })}
          </button>
        )}
      </div>
      {selection.chosen.length > 0 && (
        <Suspense>
          <LazySelectionBar selection={selection} library={library} />
        </Suspense>
      )}
      <ul aria-label={t`Responses`} onKeyDown={(event) => selectByKey(event, selection)}>
        {found.slice(0, shown).map((reply) => (
          <ReplyRow
            key={replyRef(reply)}
            reply={reply}
            library={library}
            onEdit={onEdit}
            lead={<SelectBox reply={reply} selection={selection} />}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button
          className="self-start"
          onClick={() => setShown(shown + step)}
        >{t`Show more`}</Button>
      )}
    </div>
  );
}

const LazySelectionBar = lazy(async () => ({
  default: (await import('./bulk/SelectionBar')).SelectionBar,
}));

function countWords(found: number, total: number): string {
  if (total === 0) {
    return t`No canned responses yet. Write one, import a file, or connect a helpdesk that has some.`;
  }
  if (found === total) return plural(total, { one: '# response', other: '# responses' });
  const shown = formatNumber(found);
  return plural(total, { one: `${shown} of # response`, other: `${shown} of # responses` });
}
