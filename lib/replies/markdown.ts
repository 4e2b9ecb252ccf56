import type { Blockquote, List, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Block, ComposedText, Span } from '../model/composed-text';
import { type Fill, spansOf } from './markdown-spans';

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
export function composeMarkdown(source: string, fillText: Fill = (text) => text): ComposedText {
  const text = source.replace(/\r\n?/g, '\n');
  const blocks = isTooMuch(text) ? undefined : blocksOf(text, fillText);
  if (blocks !== undefined && blocks.length <= MOST_BLOCKS) return { blocks };
  return { blocks: [{ kind: 'paragraph', spans: [{ text: fillText(text, 'text') }] }] };
}

function isTooMuch(text: string): boolean {
  return tooDeep.test(text) || (text.match(/[*_~]/g)?.length ?? 0) > MOST_MARKS;
}

function blocksOf(text: string, fillText: Fill): Block[] {
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

function blockOf(node: RootContent, fillText: Fill): Block {
  switch (node.type) {
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
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
function linesOf(children: readonly Nodes[], fillText: Fill): Span[] {
  const lines: Span[][] = [];
  for (const child of children) {
    if (child.type === 'list') lines.push(...innerItems(child, fillText));
    else if (child.type === 'blockquote') lines.push(innerQuote(child, fillText));
    else if (child.type === 'code') lines.push([{ text: fillText(child.value, 'text') }]);
    else lines.push(spansOf([child], fillText));
  }
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));
}

function innerItems(list: List, fillText: Fill): Span[][] {
  const first = list.start ?? 1;
  return list.children.map((item, index) => {
    const sign = list.ordered === true ? `${first + index}. ` : '- ';
    return [{ text: `  ${sign}` }, ...linesOf(item.children, fillText)];
  });
}

function innerQuote(quote: Blockquote, fillText: Fill): Span[] {
  return [{ text: '> ' }, ...linesOf(quote.children, fillText)];
}
