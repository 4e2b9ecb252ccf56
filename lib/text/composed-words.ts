import { listSign } from '../model/composed-lines';
import type { Block, ComposedText, Mark, Span } from '../model/composed-text';

/** A run of words of one style, and where it begins in the whole text. */
export interface WordRun {
  text: string;
  at: number;
  marks: readonly Mark[];
  /** The address it links to. */
  link?: string | undefined;
}

/** A paragraph, a quote, a block of code, or an item of a list. */
export interface WordLine {
  /** The number or sign of an item. */
  sign?: WordRun;
  runs: WordRun[];
}

export interface WordBlock {
  kind: Block['kind'];
  ordered: boolean;
  /** True where a blank line stands between two items. */
  isLoose?: boolean;
  /** One, or as many as a list has items. */
  lines: WordLine[];
}

/** The words of a composed text as a reader sees them, without their style, and where each of them is. */
export interface ComposedWords {
  text: string;
  blocks: WordBlock[];
}

/**
 * Lays out a composed text as plain words: one blank line between two blocks, items of a list one below
 * the other after their numbers or signs. What is searched, cut or marked in `text` is found in the runs
 * by its position.
 */
export function composedWords({ blocks }: ComposedText): ComposedWords {
  const words = new Words();
  const laid = blocks.map((block, index) => {
    if (index > 0) words.add(block.isClose === true ? '\n' : '\n\n');
    return layBlock(block, words);
  });
  return { text: words.text, blocks: laid };
}

/**
 * For each run of a line, all words of the link that ends with it, in whatever styles they are; `undefined` where
 * no link ends.
 */
export function wordsOfLinks(runs: readonly WordRun[]): (string | undefined)[] {
  let words = '';
  return runs.map(({ text, link }, index) => {
    if (link === undefined) return undefined;
    words += text;
    if (link === runs[index + 1]?.link) return undefined;
    const all = words;
    words = '';
    return all;
  });
}

class Words {
  text = '';

  add(text: string, { marks = [], link }: Omit<Span, 'text'> = {}): WordRun {
    const at = this.text.length;
    this.text += text;
    return { text, at, marks, link };
  }
}

function layBlock(block: Block, words: Words): WordBlock {
  // A picture without a name is shown by its address.
  const line = (spans: readonly Span[]) =>
    spans.map((span) => words.add(span.text === '' ? (span.link ?? '') : span.text, span));
  if (block.kind === 'code') {
    return { kind: 'code', ordered: false, lines: [{ runs: [words.add(block.text)] }] };
  }
  if (block.kind !== 'list') {
    return { kind: block.kind, ordered: false, lines: [{ runs: line(block.spans) }] };
  }
  const lines = block.items.map((item, index): WordLine => {
    if (index > 0) words.add(block.isLoose === true ? '\n\n' : '\n');
    const sign = block.ordered ? listSign(block, index) : '• ';
    return { sign: words.add(sign), runs: line(item) };
  });
  return { kind: 'list', ordered: block.ordered, isLoose: block.isLoose === true, lines };
}
