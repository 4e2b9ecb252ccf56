import type { ListItem, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { Block, ComposedText, Span } from '../model/composed-text';
import { isLinkForCustomers } from '../text/safe-links';
import { blocksOfNode } from './markdown-blocks';
import { MarkdownSource } from './markdown-source';
import { plainText } from './plain-text';
import { verbatimText } from './verbatim';

/** As many as the model of a composed text allows. */
const MOST_BLOCKS = 2_000;
/** No text that a person wrote is nested deeper, and it would take seconds to parse. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){50}/m;
/** Each sign is compared with those before it, each line with its containers: more would, too. */
const MOST_SIGNS = 1_000;
const MOST_LINES = 1_000;
/** Lists within lists appear one after the other. */
const MOST_TRIES = 4;
/** Without any of these, at a line's ends or anywhere, there is no Markdown to read. */
const anySign = /[\\`*_~[<>&#]|^[ \t]|[ \t]$|^(?:[-+]|\d{1,9}[.)])(?:\s|$)/m;

/** Markup, link definitions, indentation and lines below others are read as the text they are. */
const extensions = [
  gfmStrikethrough({ singleTilde: false }),
  {
    disable: {
      null: [
        'htmlFlow',
        'htmlText',
        'definition',
        'codeIndented',
        'setextUnderline',
        'thematicBreak',
      ],
    },
  },
];
const mdastExtensions = [gfmStrikethroughFromMarkdown()];

/** Puts values into a text or into the address of a link. */
export type FillText = (text: string, position: 'text' | 'address') => string;

/** Markdown, read. */
export interface ReadText {
  text: ComposedText;
  /** Backslashes that were read as Markdown although they may belong to a path or an emoticon. */
  lostBackslashes: number;
}

/**
 * Markdown as structure for a composer: CommonMark with strikethrough, a single line feed kept as a
 * line break, further blank lines kept as empty paragraphs. A heading becomes a bold paragraph. HTML
 * stays text. Links lead to http(s), mailto and tel only; others stay as they are written. Every
 * run of digits comes out, in order: a block that would lose one is not read. `MarkdownSource` tells
 * what is no Markdown here. `fillText` is called with each text and each link's address before it is
 * used. Never throws; what is no sensible Markdown comes back as it is written.
 */
export function composeMarkdown(source: string, fillText?: FillText): ComposedText {
  return readMarkdown(source, fillText).text;
}

/** The same, with what was lost in it. */
export function readMarkdown(source: string, fillText: FillText = (text) => text): ReadText {
  const text = source.replace(/\r\n?/g, '\n');
  const ready = isSensible(text) ? new MarkdownSource(text) : undefined;
  const read = ready === undefined ? undefined : blocksOf(ready);
  const isHeld = read !== undefined && read.length <= MOST_BLOCKS;
  const blocks = isHeld ? read : verbatimText(text.replace(/^\n+|(?<!\n)\n+$/g, '')).blocks;
  return {
    text: { blocks: blocks.map((block) => filled(block, fillText)) },
    lostBackslashes: isHeld ? (ready?.lostBackslashes ?? 0) : 0,
  };
}

function isSensible(text: string): boolean {
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  const isLittle = count(/[*_~[`\\&<]/g) <= MOST_SIGNS && count(/\n/g) <= MOST_LINES;
  return isLittle && anySign.test(text) && !tooDeep.test(text);
}

function blocksOf(source: MarkdownSource): Block[] {
  const blocks: Block[] = [];
  let last: RootContent | undefined;
  for (const node of parse(source)) {
    const read = checked(blocksOfNode(node, source), source.written(node));
    const blank = last === undefined ? 1 : source.blankLines(last, node);
    for (let line = 1; line < blank; line += 1) blocks.push({ kind: 'paragraph', spans: [] });
    const [first, ...others] = read;
    const isParagraph = last?.type === 'paragraph' && node.type === 'paragraph';
    if (blank === 0 && isParagraph) joinTo(blocks.at(-1), first);
    else if (first !== undefined) blocks.push(blank === 0 ? { ...first, isClose: true } : first);
    blocks.push(...others);
    last = node;
  }
  return blocks;
}

/** Two paragraphs that only `MarkdownSource` has parted. */
function joinTo(before: Block | undefined, block: Block | undefined): void {
  if (before?.kind !== 'paragraph' || block?.kind !== 'paragraph') return;
  before.spans.push({ text: '\n' }, ...block.spans);
}

/** A number that counts nothing is text: parses again until every list is one. */
function parse(source: MarkdownSource): RootContent[] {
  for (let tries = 0; ; tries += 1) {
    const root = fromMarkdown(source.text, { extensions, mdastExtensions });
    const wrong = misread(root, source);
    if (wrong.length === 0 || tries === MOST_TRIES) return root.children;
    source.protectNumbers(wrong);
  }
}

/**
 * List items whose numbers do not count on from the first, or that are alone or before nothing, and one that
 * is a number with its plus.
 */
function misread(node: Nodes, source: MarkdownSource): ListItem[] {
  if (!('children' in node)) return [];
  const within = node.children.flatMap((child) => misread(child, source));
  if (node.type !== 'list') return within;
  if (node.ordered !== true) return source.isNumber(node) ? [...within, ...node.children] : within;
  const numbers = node.children.map((item) => source.signOf(item)?.[1]);
  const first = Number(numbers[0]);
  const isCounting = first >= 1 && numbers.every((each, at) => each === String(first + at));
  const isEmpty = node.children.some(({ children }) => children.length === 0);
  const isAlone = node.children.length === 1 && node.children[0]?.children.length === 1;
  if (isCounting && !isEmpty && !isAlone) return within;
  return [...within, ...node.children];
}

/** The blocks, or the text itself where one of its numbers is missing from them. */
function checked(blocks: Block[], written: string): Block[] {
  const once = written.replace(wordsAreAddress, '$1').replace(/\]\(mention:[^)]*\)/g, ']');
  // U+2060 says that a sign is none of the number’s: it may come to stand beside another one.
  const gap = written.includes('\u2060') ? '' : ' ';
  const isWhole = digitsOf(once).join(gap) === digitsOf(plainText({ blocks })).join(gap);
  return isWhole ? blocks : verbatimText(written.replaceAll('\u2060', '')).blocks;
}

/** `[+49 12](tel:+4912)` and the like are written once. */
const wordsAreAddress = /\[([^\][]+)\]\((?:mailto:|tel:)?\1\/?\)/g;

/** Runs of digits, except those that are placeholders for a value. */
function digitsOf(text: string): string[] {
  return text.replace(/\ufdd0\d+\ufdd1/g, ' ').match(/\d+/g) ?? [];
}

function filled(block: Block, fillText: FillText): Block {
  switch (block.kind) {
    case 'code':
      return { ...block, text: fillText(block.text, 'text') };
    case 'list':
      return { ...block, items: block.items.map((item) => filledSpans(item, fillText)) };
    default:
      return { ...block, spans: filledSpans(block.spans, fillText) };
  }
}

function filledSpans(spans: readonly Span[], fillText: FillText): Span[] {
  return spans.flatMap(({ link, isPicture, ...span }, index) => {
    const text = fillText(span.text, 'text');
    const target = link === undefined ? undefined : fillText(link, 'address');
    // A mail program or a page makes a link of an address that stands by itself.
    const isBare = isPicture !== true && bare(target ?? '') === bare(text);
    if (target === undefined || isBare) return [{ ...span, text }];
    if (isLinkForCustomers(target)) {
      return [{ ...span, text, link: target, ...(isPicture === true ? { isPicture } : {}) }];
    }
    const goesOn = link === spans[index + 1]?.link;
    return [{ ...span, text }, ...(goesOn ? [] : leadingNowhere(text, target))];
  });
}

/** A value that was meant as an address and is none is written after the link's words. */
function leadingNowhere(words: string, target: string): Span[] {
  if (target.trim() === '') return [];
  return [{ text: words === '' ? target : ` (${target})` }];
}

function bare(address: string): string {
  return address.replace(/^(?:mailto|tel):|\/$/g, '');
}
