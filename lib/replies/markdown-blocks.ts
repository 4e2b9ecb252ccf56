import type { Image, Link, List, ListItem, Nodes, RootContent } from 'mdast';
import { signedLines } from '../model/composed-lines';
import type { Block, ListBlock, Mark, Span } from '../model/composed-text';
import { isLinkForCustomers } from '../text/safe-links';
import type { MarkdownSource } from './markdown-source';

/** A block of Markdown as what a composer can hold; a list with gaps of different size as several. */
export function blocksOfNode(node: RootContent, source: MarkdownSource): Block[] {
  switch (node.type) {
    case 'list':
      return listBlocks(node, source);
    case 'blockquote':
      return [{ kind: 'quote', spans: linesOf(node.children, source) }];
    case 'code':
      return [{ kind: 'code', text: source.restore(node.value) }];
    case 'heading':
      return [{ kind: 'paragraph', spans: spansOf(node.children, source, { marks: ['bold'] }) }];
    default:
      return [{ kind: 'paragraph', spans: spansOf([node], source) }];
  }
}

function listBlocks(list: List, source: MarkdownSource): Block[] {
  const gaps = list.children.slice(1).map((item, index) => {
    const before = list.children[index];
    return before === undefined ? 0 : source.blankLines(before, item);
  });
  const [gap = 0] = gaps;
  if (gap < 2 && gaps.every((each) => each === gap)) return [listBlock(list, source, gap === 1)];
  const cuts = [0, ...gaps.flatMap((each, index) => (each > 0 ? [index + 1] : []))];
  return cuts.flatMap((from, index): Block[] => {
    const part = { ...list, children: list.children.slice(from, cuts[index + 1]) };
    const extra = Array.from({ length: Math.max(0, (gaps[from - 1] ?? 0) - 1) }, emptyLine);
    return [...extra, listBlock(part, source, false)];
  });
}

const emptyLine = (): Block => ({ kind: 'paragraph', spans: [] });

function listBlock(list: List, source: MarkdownSource, isLoose: boolean): ListBlock {
  const [first] = list.children;
  const [, number = '1', sign] = source.signOf(first) ?? [];
  const isOrdered = list.ordered === true;
  return {
    kind: 'list',
    ordered: isOrdered,
    ...(isOrdered && number !== '1' ? { start: Number(number) } : {}),
    ...(isOrdered && sign === ')' ? { delimiter: ')' } : {}),
    ...(isLoose ? { isLoose } : {}),
    items: list.children.map((item) => linesOf(item.children, source)),
  };
}

/** Blocks within a block, one below the other as they were; a list within an item keeps its signs. */
function linesOf(children: readonly Nodes[], source: MarkdownSource): Span[] {
  return children.flatMap((child, index) => {
    const before = children[index - 1];
    const lines = innerLines(child, source);
    if (before === undefined) return lines;
    return [{ text: '\n'.repeat(source.blankLines(before, child) + 1) }, ...lines];
  });
}

function innerLines(node: Nodes, source: MarkdownSource): Span[] {
  switch (node.type) {
    case 'list':
      return linesOf(node.children, source);
    case 'listItem':
      return signedLines(itemSign(node, source), '  ', linesOf(node.children, source));
    case 'blockquote':
      return signedLines('> ', '> ', linesOf(node.children, source));
    case 'code':
      return [{ text: source.restore(node.value) }];
    default:
      return spansOf([node], source);
  }
}

function itemSign(item: ListItem, source: MarkdownSource): string {
  const [sign = '-', number] = source.signOf(item) ?? [];
  return number === undefined ? '  - ' : `  ${sign} `;
}

/** Marks and link that a run of text inherits from what is around it. */
interface SpanStyle {
  marks?: readonly Mark[] | undefined;
  link?: string | undefined;
}

const markByNode: Readonly<Partial<Record<Nodes['type'], Mark>>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'strike',
  inlineCode: 'code',
};

/** The text of inline nodes as runs, each of one style. No node produces anything but text. */
function spansOf(nodes: readonly Nodes[], source: MarkdownSource, style: SpanStyle = {}): Span[] {
  const spans = nodes.flatMap((node): Span[] => {
    const mark = markByNode[node.type];
    const marks = mark === undefined ? style.marks : [...new Set([...(style.marks ?? []), mark])];
    if (node.type === 'text') source.countEscapes(node);
    if (node.type === 'break') return [span('\n', style)];
    if (node.type === 'link') return linkSpans(node, source, style);
    if (node.type === 'image') return [pictureSpan(node, source, style)];
    if ('children' in node) return spansOf(node.children, source, { ...style, marks });
    return 'value' in node ? [span(source.restore(node.value), { ...style, marks })] : [];
  });
  return spans.filter(({ text, isPicture }) => text !== '' || isPicture === true);
}

/** A link; one that leads nowhere, or is on a picture, stays the text it is written as. */
function linkSpans(node: Link, source: MarkdownSource, style: SpanStyle): Span[] {
  const link = source.restore(node.url);
  // A colleague's name in Chatwoot's notes.
  if (link.startsWith('mention:')) return spansOf(node.children, source, style);
  const asWritten = () => [span(source.restore(source.written(node)), style)];
  if (!mayLead(link)) return asWritten();
  const words = spansOf(node.children, source, { ...style, link });
  if (words.length === 0 || words.some(({ isPicture }) => isPicture)) return asWritten();
  const title = node.title ? [span(` “${source.restore(node.title)}”`, style)] : [];
  return [...words, ...title];
}

function pictureSpan(node: Image, source: MarkdownSource, style: SpanStyle): Span {
  const link = source.restore(node.url);
  const isPicture = mayLead(link) && !/^(?:mailto|tel):/i.test(link) && !node.title;
  if (!isPicture) return span(source.restore(source.written(node)), style);
  return { ...span(source.restore(node.alt ?? ''), { ...style, link }), isPicture };
}

/** Whether a link is usable; for an address with a value in it this is known only once it is filled. */
function mayLead(link: string): boolean {
  return link.includes('\ufdd0') || isLinkForCustomers(link);
}

function span(text: string, { marks = [], link }: SpanStyle): Span {
  return {
    text,
    ...(marks.length > 0 ? { marks: [...marks] } : {}),
    ...(link === undefined ? {} : { link }),
  };
}
