import { type ComposedWords, composedWords } from '../text/composed-words';
import { mayBeMarkdown } from '../text/markdown-hint';
import { composeMarkdown } from './markdown';

/** A hostile text with this many Markdown signs would take long to parse, and nobody writes that many. */
const mostSigns = 3_000;

/**
 * Markdown as it is displayed, as formatted words. A text with too many signs is shown as it is written.
 * Never throws.
 */
export function markdownWords(markdown: string): ComposedWords {
  const isTooMuch = (markdown.match(/[*_~`[\]<&\\>]/g)?.length ?? 0) > mostSigns;
  const spans = [{ text: markdown }];
  return composedWords(
    isTooMuch ? { blocks: [{ kind: 'paragraph', spans }] } : composeMarkdown(markdown),
  );
}

/** The words alone. */
export function plainWords(markdown: string): string {
  return mayBeMarkdown(markdown) ? markdownWords(markdown).text : markdown;
}

/** What is searched: the words as they are shown, and below them where their links lead. */
export function searchedWords(markdown: string): string {
  const { text, blocks } = markdownWords(markdown);
  const runs = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.runs));
  return [text, ...new Set(runs.flatMap(({ link }) => link ?? []))].join('\n');
}
