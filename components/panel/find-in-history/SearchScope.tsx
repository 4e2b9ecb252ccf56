import { t } from '@lingui/core/macro';
import { formatList } from '../../../lib/text/format-list';
import { joinSentences } from '../../../lib/text/join-sentences';
import { type SourceView, withOlderItems } from '../coverage/source-views';
import { LoadAllButton } from '../history/LoadAllButton';

interface SearchScopeProps {
  views: readonly SourceView[];
}

/** What the search cannot find because it is not loaded or unavailable; nothing if everything is here. */
export function SearchScope({ views }: SearchScopeProps) {
  const open = withOlderItems(views);
  const lacking = views.filter(
    (view) => view.connection !== undefined && view.words.tone !== 'good' && !open.includes(view),
  );
  const unread = lacking.filter((view) => view.source?.coverage?.state !== 'not-found');
  if (open.length === 0 && unread.length === 0) return null;
  const [older, incomplete] = [names(open), names(unread)];
  return (
    <div className="flex items-center gap-2 border-line border-b bg-sunken px-3 py-1 text-11 text-ink-soft">
      <p className="min-w-0 flex-1">
        {joinSentences(
          open.length > 0 ? t`Older items not loaded yet: ${older}.` : undefined,
          unread.length > 0 ? t`Incomplete: ${incomplete}.` : undefined,
        )}
      </p>
      <LoadAllButton views={views} />
    </div>
  );
}

function names(views: readonly SourceView[]): string {
  return formatList(views.map((view) => view.label));
}
