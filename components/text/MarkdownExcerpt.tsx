import { useMemo } from 'react';
import { markdownWords } from '../../lib/replies/markdown-words';
import { ComposedWordsView } from './ComposedTextView';
import { TextExcerpt } from './TextExcerpt';

interface MarkdownExcerptProps {
  textKey: string;
  rowKey: string;
  markdown: string;
}

/** The beginning of a text in Markdown, as elements of our own. Loaded when the first one is shown. */
export function MarkdownExcerpt({ textKey, rowKey, markdown }: MarkdownExcerptProps) {
  const words = useMemo(() => markdownWords(markdown), [markdown]);
  return (
    <TextExcerpt textKey={textKey} rowKey={rowKey} text={words.text}>
      {(shown, ranges) => (
        <ComposedWordsView
          words={words}
          ranges={ranges}
          until={shown.text.length}
          isCut={shown.hidden > 0}
          className="mt-0.5 gap-2"
        />
      )}
    </TextExcerpt>
  );
}
