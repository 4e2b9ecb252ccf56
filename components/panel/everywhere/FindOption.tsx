import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import { useEffect, useMemo, useRef } from 'react';
import { passageExcerpt } from '../../../lib/full-text/passage-excerpt';
import type { FullTextQuery } from '../../../lib/full-text/query';
import type { Contact } from '../../../lib/model/contact';
import { formatAge, formatExactTime } from '../../../lib/text/format-time';
import { matchRanges } from '../../../lib/text/search-terms';
import { withoutMarks } from '../../../lib/text/without-marks';
import { Marked } from '../../text/Highlighted';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';
import type { Find } from './held-search';

interface FindOptionProps {
  id: string;
  find: Find;
  /** Whose it is, where that is still held. */
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

/** One passage: where and when it stands, and the piece in which the query was found. */
export function FindOption(props: FindOptionProps) {
  const { id, find, contact, query, isChosen, now, onPick } = props;
  const option = useRef<HTMLDivElement>(null);
  const { platforms, platformNames } = usePlatformIndex();
  const platform = platforms.get(platformNames.get(find.contact?.connectionId ?? '') ?? '');
  const { text, terms } = useMemo(
    () => passageExcerpt(find.parts.map(withoutMarks), query),
    [find, query],
  );
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const url = find.conversation?.url ?? contact?.url;
  const author = find.message?.author.name;
  const label = platform?.label;
  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the search field holds the focus */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search field hears the keys */}
      <div
        id={id}
        ref={option}
        role="option"
        aria-selected={isChosen}
        onClick={onPick}
        className={`flex cursor-pointer gap-2 rounded-md py-1 pr-7 pl-1.5 ${isChosen ? 'bg-accent-soft' : 'hover:bg-hover'}`}
      >
        <span className="pt-0.5">
          <PlatformIcon platform={platform} size={14} label={label ?? ''} />
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
      {url !== undefined && (
        <ExternalLink
          href={url}
          label={label === undefined ? t`Open in the helpdesk` : t`Open in ${label}`}
          className="absolute top-1 right-1 rounded-sm p-1 text-ink-faint hover:bg-hover hover:text-accent"
        >
          <ExternalLinkIcon size={12} aria-hidden />
        </ExternalLink>
      )}
    </div>
  );
}
