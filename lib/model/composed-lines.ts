import type { Block, ListBlock, Span } from './composed-text';

/** What stands before an item of a list in plain text, with the blank behind it: `24) `, `- `. */
export function listSign(
  { ordered, start = 1, delimiter = '.' }: ListBlock,
  index: number,
): string {
  return ordered ? `${start + index}${delimiter} ` : '- ';
}

/** A list as the lines of a plain text. */
export function listLines(list: ListBlock): Span[] {
  const gap = list.isLoose === true ? '\n\n' : '\n';
  return list.items.flatMap((item, index) => {
    const sign = listSign(list, index);
    const lines = signedLines(sign, ' '.repeat(sign.length), item);
    return index === 0 ? lines : [{ text: gap }, ...lines];
  });
}

/** Lines with a sign before the first and something before each further one. */
export function signedLines(sign: string, further: string, spans: readonly Span[]): Span[] {
  const bare = `\n${further.trimEnd()}`;
  const others = spans.map((span) => {
    const text = span.text.replace(/\n(?=(\n?))/g, (_feed, next: string) => {
      return next === '' ? `\n${further}` : bare;
    });
    return { ...span, text };
  });
  return [{ text: sign }, ...others];
}

/** The same words with the address of each link behind them, unless they are the address. */
export function withAddresses(spans: readonly Span[]): Span[] {
  const written: Span[] = [];
  let words = '';
  for (const [index, { link, isPicture, ...span }] of spans.entries()) {
    words += span.text;
    written.push(span);
    if (link !== undefined && link === spans[index + 1]?.link) continue;
    const address = link?.replace(/^(?:mailto|tel):/, '') ?? '';
    if (words === '') written.push({ text: address });
    else if (!holdsAddress(words, address) && !holdsAddress(codedSigns(words), address)) {
      written.push({ text: ` (${address})` });
    }
    words = '';
  }
  return written;
}

/** Codes the signs that mark the end of an address in markup and in text, and never stand in one. */
export function codedSigns(address: string): string {
  return address.replace(/["<>]/g, encodeURIComponent);
}

/** Whether words name an address, and not only the beginning of a longer one. */
function holdsAddress(words: string, address: string): boolean {
  const at = words.indexOf(address);
  return (
    address === '' ||
    (at !== -1 && !/[\p{L}\p{N}/?#=&_%-]/u.test(words.charAt(at + address.length)))
  );
}

/** Blocks as plain text, each as `write` has it: blank lines stand where the model says so. */
export function joinBlocks<T extends Block>(
  blocks: readonly T[],
  write: (block: T) => string,
): string {
  let text = '';
  let isFirst = true;
  for (const block of blocks) {
    const own = write(block);
    if (own === '') {
      text += '\n';
      continue;
    }
    const gap = block.isClose === true ? '\n' : '\n\n';
    text += isFirst ? own : `${gap}${own}`;
    isFirst = false;
  }
  return text;
}
