import { markdownWords } from '../../../lib/replies/markdown-words';
import { type WordBlock, type WordRun, wordsOfLinks } from '../../../lib/text/composed-words';
import { withVisibleOverrides } from '../../../lib/text/visible-overrides';

/** A text on a page. */
export interface PageText {
  text: string;
  /** Set when the text is to be read as Markdown; absent when it is shown as it was typed. */
  format?: 'markdown' | undefined;
  /** What kind of text it is; absent for the item's own text. */
  label?: string | undefined;
}

/** The text with everything escaped, so that nothing in it is read as markup. */
export function escapedText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A short text among others, such as a name: it does not change the text direction around it. */
export function pageWords(text: string): string {
  return `<bdi>${escapedText(withVisibleOverrides(text))}</bdi>`;
}

/** An item of a page: its details, and below them its texts. Empty ones are left out. */
export function pageEntry(
  head: readonly (string | undefined)[],
  texts: readonly (PageText | undefined)[],
): string {
  const said = head.filter((each) => each !== undefined && each !== '');
  const small = said.map((each) => pageWords(each ?? '')).join(' · ');
  const body = texts.map((each) => (each === undefined ? '' : textOf(each))).join('');
  return `<article><small>${small}</small>${body}</article>`;
}

function textOf({ text, format, label }: PageText): string {
  if (text.trim() === '') return '';
  const shown = format === 'markdown' ? markdownOf(text) : `<pre>${escapedText(text)}</pre>`;
  if (label === undefined) return `<div dir="auto">${shown}</div>`;
  const caption = `<figcaption>${escapedText(label)}</figcaption>`;
  return `<figure>${caption}<div dir="auto">${shown}</div></figure>`;
}

/** Markdown as our own elements, as its writer saw it, with the addresses of links written out. */
function markdownOf(markdown: string): string {
  return markdownWords(markdown).blocks.map(blockOf).join('');
}

function blockOf({ kind, lines, isLoose }: WordBlock): string {
  const shown = lines.map(({ sign, runs }) => runsOf(sign === undefined ? runs : [sign, ...runs]));
  const text = shown.join(isLoose === true ? '\n\n' : '\n');
  switch (kind) {
    case 'code':
      return `<pre><code>${text}</code></pre>`;
    case 'quote':
      return `<blockquote><pre>${text}</pre></blockquote>`;
    default:
      return `<pre>${text}</pre>`;
  }
}

function runsOf(runs: readonly WordRun[]): string {
  // A link in several styles still has only one address.
  const linkWords = wordsOfLinks(runs);
  return runs
    .map((run, index) => {
      const words = linkWords[index];
      const address = words === undefined || words === run.link ? '' : ` (${run.link})`;
      return styled(run) + escapedText(withVisibleOverrides(address));
    })
    .join('');
}

const tags = { bold: 'b', italic: 'i', strike: 's', code: 'code' } as const;

function styled({ text, marks }: WordRun): string {
  return marks.reduce(
    (inner, mark) => `<${tags[mark]}>${inner}</${tags[mark]}>`,
    escapedText(text),
  );
}
