import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import { useMemo } from 'react';
import type { FullTextQuery } from '../../../lib/full-text/match-query';
import { passageExcerpt } from '../../../lib/full-text/passage-excerpt';
import type { Contact } from '../../../lib/model/contact';
import { formatAge, formatExactTime } from '../../../lib/text/format-time';
import { matchRanges } from '../../../lib/text/search-terms';
import { stripMarkdown } from '../../../lib/text/strip-markdown';
import { useScrolledIntoView } from '../../hooks/use-scrolled-into-view';
import { Marked } from '../../text/Highlighted';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';
import type { Find } from './held-search';

interface FindOptionProps {
  id: string;
  /** The row of the grid that this find is in. */
  row: number;
  find: Find;
  /** Whose it is, if that contact is still stored. */
  contact: Contact | undefined;
  query: FullTextQuery;
  isChosen: boolean;
  /** Epoch ms. */
  now: number;
  onPick(): void;
}

function kindWord(kind: Find['kind']): string {
  switch (kind) {
    case 'message':
      return t`Message`;
    case 'contact':
      return t({ message: 'Record', context: 'of a person in a helpdesk' });
    case 'conversation':
      return t`Conversation`;
    case 'note':
      return t`Note`;
    case 'native-note':
      return t`Note in the helpdesk`;
    case 'response':
      return t`Response`;
  }
}

/** One passage: where and when it was written, and the excerpt in which the query was found. */
export function FindOption(props: FindOptionProps) {
  const { id, row, find, query, isChosen, now, onPick } = props;
  const option = useScrolledIntoView<HTMLDivElement>(isChosen);
  const platform = usePlatformOf(find);
  const { text, terms } = useMemo(
    () => passageExcerpt(find.parts.map(stripMarkdown), query),
    [find, query],
  );
  const author = find.message?.author.name;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
    <div
      id={id}
      ref={option}
      role="option"
      aria-selected={isChosen}
      onClick={onPick}
      style={{ gridRow: row }}
      className={`col-start-1 flex min-w-0 cursor-pointer gap-2 rounded-md px-1.5 py-1 ${isChosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
    >
      <span className="pt-0.5">
        <PlatformIcon platform={platform} size={14} label={platform?.label ?? ''} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex gap-1.5 text-11 text-ink-faint">
          <span className="min-w-0 truncate">
            {author === undefined ? (
              kindWord(find.kind)
            ) : (
              <Trans>
                Message by <bdi>{author}</bdi>
              </Trans>
            )}
          </span>
          {find.time > 0 && (
            <time
              className="ml-auto shrink-0"
              dateTime={new Date(find.time).toISOString()}
              title={formatExactTime(find.time)}
            >
              {formatAge(find.time, now)}
            </time>
          )}
        </p>
        <p dir="auto" className="line-clamp-3 text-12 wrap-anywhere">
          <Marked text={text} ranges={matchRanges(text, terms)} offset={0} />
        </p>
      </div>
    </div>
  );
}

/**
 * Leads to the find in its helpdesk. Beside the option, not inside it: a list of options may contain nothing
 * else.
 */
export function FindLink({
  find,
  contact,
  row,
}: Pick<FindOptionProps, 'find' | 'contact' | 'row'>) {
  const platform = usePlatformOf(find);
  const url = find.conversation?.url ?? contact?.url;
  const label = platform?.label;
  if (url === undefined) return null;
  return (
    <div style={{ gridRow: row }} className="col-start-2">
      <ExternalLink
        href={url}
        label={label === undefined ? t`Open in the helpdesk` : t`Open in ${label}`}
        className="block rounded-sm p-1 text-ink-faint hover:bg-hover hover:text-accent"
      >
        <ExternalLinkIcon size={12} aria-hidden />
      </ExternalLink>
    </div>
  );
}

function usePlatformOf(find: Find) {
  const { platforms, platformNames } = usePlatformIndex();
  return platforms.get(platformNames.get(find.contact?.connectionId ?? '') ?? '');
}
