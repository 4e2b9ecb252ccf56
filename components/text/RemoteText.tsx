import { lazy, Suspense } from 'react';
import type { Message } from '../../lib/model/history';
import { isDisguised, linkHosts } from '../../lib/text/link-host';
import { mayBeMarkdown } from '../../lib/text/markdown-hint';
import { splitLinks } from '../../lib/text/safe-links';
import type { TextRange } from '../../lib/text/search-terms';
import { Marked } from './Highlighted';
import { RemoteLink } from './RemoteLink';
import { TextExcerpt } from './TextExcerpt';

const LazyMarkdownExcerpt = lazy(async () => ({
  default: (await import('./MarkdownExcerpt')).MarkdownExcerpt,
}));

interface RemoteTextProps {
  /** Row key of what the text belongs to. */
  rowKey: string;
  /** Which of the row's texts it is, where there are several. */
  part?: string;
  text: string;
  format?: Message['format'];
}

/**
 * Text from outside: shown as text, or as Markdown where the platform shows it so, with safe links,
 * and only its beginning until asked for more.
 */
export function RemoteText({ rowKey, part = '', text, format }: RemoteTextProps) {
  const textKey = part === '' ? rowKey : `${rowKey} ${part}`;
  const plain = (
    <TextExcerpt textKey={textKey} rowKey={rowKey} text={text}>
      {(shown, ranges) => (
        <p dir="auto" className="remote-text mt-0.5 text-13">
          {withLinks(shown.text, shown.hidden > 0, ranges)}
          {shown.hidden > 0 && '…'}
        </p>
      )}
    </TextExcerpt>
  );
  if (format !== 'markdown' || !mayBeMarkdown(text)) return plain;
  return (
    <Suspense fallback={plain}>
      <LazyMarkdownExcerpt textKey={textKey} rowKey={rowKey} markdown={text} />
    </Suspense>
  );
}

function withLinks(text: string, isCut: boolean, ranges: readonly TextRange[]) {
  let position = 0;
  return splitLinks(text, isCut).map((part) => {
    const key = position;
    position += part.text.length;
    const marked = <Marked key={key} text={part.text} ranges={ranges} offset={key} />;
    if (part.href === undefined) return marked;
    const isHidden = linkHosts(part.href).some((host) => isDisguised(host, part.text));
    return (
      <RemoteLink key={key} href={part.href} isHidden={isHidden}>
        {marked}
      </RemoteLink>
    );
  });
}
