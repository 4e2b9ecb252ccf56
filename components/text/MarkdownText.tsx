import { useMemo } from 'react';
import { composeMarkdown } from '../../lib/replies/markdown';
import { ComposedTextView } from './ComposedTextView';

interface MarkdownTextProps {
  markdown: string;
  /** Folded search terms to mark. */
  terms?: readonly string[];
}

const noTerms: readonly string[] = [];

/** Markdown as elements of our own. */
export function MarkdownText({ markdown, terms = noTerms }: MarkdownTextProps) {
  const composed = useMemo(() => composeMarkdown(markdown), [markdown]);
  return <ComposedTextView composed={composed} terms={terms} />;
}
