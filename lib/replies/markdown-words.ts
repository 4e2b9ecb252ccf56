import { type ComposedWords, composedWords } from '../text/composed-words';
import { mayBeMarkdown } from '../text/markdown-hint';
import { composeMarkdown } from './markdown';

/** A hostile text of this many signs would take long to read, and nobody writes one. */
const mostSigns = 3_000;

/**
 * Markdown as it is shown, laid out as words. What has too many signs is shown as it is written. Never
 * throws.
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
