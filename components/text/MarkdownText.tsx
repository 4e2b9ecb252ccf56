import { useMemo } from 'react';
import { markdownWords } from '../../lib/replies/markdown-words';
import { matchRanges } from '../../lib/text/search-terms';
import { ComposedWordsView } from './ComposedTextView';

interface MarkdownTextProps {
  markdown: string;
  /** Folded search terms to mark. */
  terms?: readonly string[];
}

const noTerms: readonly string[] = [];

/** Markdown as elements of our own. */
export function MarkdownText({ markdown, terms = noTerms }: MarkdownTextProps) {
  const words = useMemo(() => markdownWords(markdown), [markdown]);
  const ranges = useMemo(() => matchRanges(words.text, terms), [words, terms]);
  return <ComposedWordsView words={words} ranges={ranges} />;
}
