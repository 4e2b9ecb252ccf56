import type { Blockquote, List, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Block, ComposedText, Mark, Span } from '../model/composed-text';

/** As many as the model of a composed text holds. */
const MOST_BLOCKS = 2_000;
/** Deeper is no text that somebody wrote, and would take seconds to parse. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){50}/m;
/** Each mark of emphasis is compared with those before it: more would take seconds, too. */
const MOST_MARKS = 2_000;

/** Markup, link definitions and indentation are read as the text they are. */
const asText = { disable: { null: ['htmlFlow', 'htmlText', 'definition', 'codeIndented'] } };

/**
 * Markdown as structure for a composer: CommonMark with strikethrough, a single line feed kept as a
 * line break, further blank lines kept as empty paragraphs. A heading becomes a bold paragraph, a
 * picture a link. HTML stays text. Links lead to http(s), mailto and tel only; others keep their
 * words. `fillText` is called with each text and each link's address before it is used. Never
 * throws; what is no sensible Markdown comes back as one paragraph.
 */
export function composeMarkdown(source: string, fillText: FillText = (text) => text): ComposedText {
  const text = source.replace(/\r\n?/g, '\n');
  const blocks = isTooMuch(text) ? undefined : blocksOf(text, fillText);
  if (blocks !== undefined && blocks.length <= MOST_BLOCKS) return { blocks };
  return { blocks: [{ kind: 'paragraph', spans: [{ text: fillText(text, 'text') }] }] };
}

function isTooMuch(text: string): boolean {
  return tooDeep.test(text) || (text.match(/[*_~]/g)?.length ?? 0) > MOST_MARKS;
}

function blocksOf(text: string, fillText: FillText): Block[] {
  const { children } = fromMarkdown(text, {
    extensions: [gfmStrikethrough({ singleTilde: false }), asText],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  const blocks: Block[] = [];
  let lastLine: number | undefined;
  for (const node of children) {
    const { start, end } = node.position ?? {};
    const blank = start === undefined || lastLine === undefined ? 0 : start.line - lastLine - 2;
    for (let line = 0; line < blank; line += 1) blocks.push({ kind: 'paragraph', spans: [] });
    blocks.push(blockOf(node, fillText));
    lastLine = end?.line;
  }
  return blocks;
}

function blockOf(node: RootContent, fillText: FillText): Block {
  switch (node.type) {
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        ...((node.start ?? 1) > 1 ? { start: node.start ?? 1 } : {}),
        items: node.children.map((item) => linesOf(item.children, fillText)),
      };
    case 'blockquote':
      return { kind: 'quote', spans: linesOf(node.children, fillText) };
    case 'code':
      return { kind: 'code', text: fillText(node.value, 'text') };
    case 'heading':
      return { kind: 'paragraph', spans: spansOf(node.children, fillText, { marks: ['bold'] }) };
    case 'thematicBreak':
      return { kind: 'paragraph', spans: [{ text: '---' }] };
    default:
      return { kind: 'paragraph', spans: spansOf([node], fillText) };
  }
}

/** Blocks within a block, one below the other; a list within an item keeps its signs. */
function linesOf(children: readonly Nodes[], fillText: FillText): Span[] {
  const lines: Span[][] = [];
  for (const child of children) {
    if (child.type === 'list') lines.push(...innerItems(child, fillText));
    else if (child.type === 'blockquote') lines.push(innerQuote(child, fillText));
    else if (child.type === 'code') lines.push([{ text: fillText(child.value, 'text') }]);
    else lines.push(spansOf([child], fillText));
  }
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
}

function innerItems(list: List, fillText: FillText): Span[][] {
  const first = list.start ?? 1;
  return list.children.map((item, index) => {
    const sign = list.ordered === true ? `${first + index}. ` : '- ';
    return [{ text: `  ${sign}` }, ...linesOf(item.children, fillText)];
  });
}

function innerQuote(quote: Blockquote, fillText: FillText): Span[] {
  return [{ text: '> ' }, ...linesOf(quote.children, fillText)];
}

/** Puts values into a text or into the address of a link. */
export type FillText = (text: string, position: 'text' | 'address') => string;

/** Marks and link that a run of text has from what is around it. */
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

/** The text of inline nodes as runs, each of one style. Nothing but text comes out of any node. */
function spansOf(nodes: readonly Nodes[], fillText: FillText, style: SpanStyle = {}): Span[] {
  return nodes.flatMap((node) => spansOfOne(node, fillText, styleOf(node, fillText, style)));
}

function spansOfOne(node: Nodes, fillText: FillText, style: SpanStyle): Span[] {
  if (node.type === 'break') return [span('\n', style)];
  if (node.type === 'thematicBreak') return [span('---', style)];
  if (node.type === 'image') return [span(fillText(node.alt || node.url, 'text'), style)];
  if ('children' in node) return spansOf(node.children, fillText, style);
  return 'value' in node ? [span(fillText(node.value, 'text'), style)] : [];
}

function styleOf(node: Nodes, fillText: FillText, style: SpanStyle): SpanStyle {
  const mark = markByNode[node.type];
  if (mark !== undefined) return { ...style, marks: [...new Set([...(style.marks ?? []), mark])] };
  if (node.type !== 'link' && node.type !== 'image') return style;
  return { ...style, link: safeLinkTarget(fillText(node.url, 'address')) ?? style.link };
}

function span(text: string, { marks: inherited = [], link }: SpanStyle): Span {
  return {
    text,
    ...(inherited.length > 0 ? { marks: [...inherited] } : {}),
    ...(link === undefined ? {} : { link }),
  };
}

/** The address if it is one that a customer may be given: http(s), mailto or tel. */
function safeLinkTarget(address: string): string | undefined {
  const isSafe = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(address);
  return isSafe && address.length <= 2_000 && URL.canParse(address) ? address : undefined;
}
