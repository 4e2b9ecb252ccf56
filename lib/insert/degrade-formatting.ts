import { joinBlocks, listLines, signedLines, withAddresses } from '../model/composed-lines';
import type { Block, ComposedText, ListBlock, Span } from '../model/composed-text';
import type { Formatting } from '../model/composer';

/**
 * The same text with only the formatting a composer keeps. What it does not keep stays readable:
 * lists become lines with `- ` or their numbers, quotes lines with `> `, and a link or a picture
 * shows its address. A picture that is kept gets a paragraph of its own.
 */
export function degradeFormatting(text: ComposedText, formatting: readonly Formatting[]): Block[] {
  const keeps = new Set<string>(formatting);
  const blocks: Block[] = [];
  for (const [first, ...others] of text.blocks.map((block) => degradeBlock(block, keeps))) {
    if (first === undefined) continue;
    const last = blocks.at(-1);
    if (first.isClose === true && isTextBlock(first) && isTextBlock(last)) {
      blocks[blocks.length - 1] = paragraph([...last.spans, { text: '\n' }, ...first.spans], last);
    } else blocks.push(first);
    blocks.push(...others);
  }
  return blocks;
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** A paragraph without a picture. */
export function isTextBlock(block: Block | undefined): block is Paragraph {
  return block?.kind === 'paragraph' && !block.spans.some(({ isPicture }) => isPicture);
}

type Keeps = ReadonlySet<string>;

function degradeBlock(block: Block, keeps: Keeps): Block[] {
  switch (block.kind) {
    case 'code': {
      const text = clean(block.text);
      return [keeps.has('code-block') ? { ...block, text } : paragraph([{ text }], block)];
    }
    case 'list':
      return [degradeList(block, keeps)];
    case 'quote': {
      const spans = degradeSpans(block.spans, keeps, false);
      return [
        keeps.has('quote') ? { ...block, spans } : paragraph(signedLines('> ', '> ', spans), block),
      ];
    }
    case 'paragraph':
      return aroundPictures(degradeSpans(block.spans, keeps, keeps.has('picture')), block);
  }
}

function degradeList(list: ListBlock, keeps: Keeps): Block {
  const items = list.items.map((item) => degradeSpans(item, keeps, false));
  // No editor writes another sign than a dot behind a number.
  const isKept = list.ordered
    ? keeps.has('ordered-list') && list.delimiter !== ')'
    : keeps.has('bullet-list');
  const degraded = { ...list, items };
  return isKept ? degraded : paragraph(listLines(degraded), list);
}

function degradeSpans(spans: readonly Span[], keeps: Keeps, keepsPictures: boolean): Span[] {
  const kept = spans.map(({ isPicture, ...span }): Span => {
    const marks = (span.marks ?? []).filter((mark) => keeps.has(mark));
    const own = { ...span, text: clean(span.text), marks };
    if (isPicture !== true) return own;
    if (keepsPictures) return { ...own, isPicture };
    return own.text === '' ? { text: span.link ?? '', marks } : own;
  });
  return keeps.has('link') ? kept : withAddresses(kept);
}

/** Each picture in a paragraph of its own, as in every editor that supports pictures. */
function aroundPictures(spans: readonly Span[], block: Block): Block[] {
  if (!spans.some(({ isPicture }) => isPicture)) return [paragraph([...spans], block)];
  const parts: Span[][] = [[]];
  for (const span of spans) {
    if (span.isPicture === true) parts.push([span], []);
    else parts.at(-1)?.push(span);
  }
  const filled = parts.map(withoutOuterBreaks).filter((part) => part.length > 0);
  return filled.map((part, index) => paragraph(part, index === 0 ? block : undefined));
}

function withoutOuterBreaks(spans: readonly Span[]): Span[] {
  const trimmed = spans.map((span, index) => {
    const text = index === 0 ? span.text.replace(/^\n+/, '') : span.text;
    return { ...span, text: index === spans.length - 1 ? text.replace(/(?<!\n)\n+$/, '') : text };
  });
  return trimmed.filter(({ text, isPicture }) => text !== '' || isPicture === true);
}

function paragraph(spans: Span[], place: Block | undefined): Block {
  return { kind: 'paragraph', spans, ...(place?.isClose === true ? { isClose: true } : {}) };
}

/** Line feeds for every kind of line break; no control character but the tab. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** Blocks as plain text, blank lines where `ComposedText` says so. */
export function blocksToText(blocks: readonly Block[]): string {
  return joinBlocks(blocks, blockText);
}

/** The lines an editor shows after it has taken the blocks as markup: each block on its own. */
export function visibleLines(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') return block.items.map(spansText).join('\n');
  return spansText(block.spans);
}

function spansText(spans: readonly Span[]): string {
  return spans.map((span) => (span.isPicture === true ? '' : span.text)).join('');
}
