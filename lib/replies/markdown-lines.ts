/** A line that opens a block of code: what is before the fence, the fence, what is beside it. */
export const fence = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?!.*`)|~{3,})(.*)/;

/**
 * Blocks of code between fences: the index of the last line by that of the first. A fence that
 * nothing closes, or with more beside it than the name of a language, is a line of signs.
 */
export function fenceEnds(lines: readonly string[]): Map<number, number> {
  const fences = lines.flatMap((line, at) => {
    const [, before = '', marks = '', info = ''] = fence.exec(line) ?? [];
    if (marks === '') return [];
    const isEnd = info.trim() === '' && /^[\s>]*$/.test(before);
    return [{ at, marks, isEnd, isStart: /^[\p{L}+#.-]*$/u.test(info.trim()) }];
  });
  const ends = new Map<number, number>();
  let last = -1;
  for (const { at, marks, isStart } of fences) {
    if (at <= last || !isStart) continue;
    const end = fences.find((each) => each.isEnd && each.at > at && each.marks.startsWith(marks));
    if (end === undefined) continue;
    ends.set(at, end.at);
    last = end.at;
  }
  return ends;
}

/** The sign of a list item at the beginning of a line, with the blanks around it. */
const itemSign = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

/**
 * Finds the lines that CommonMark takes for a part of the list or quote above although they are not
 * written so: a closing line right below the last step, an answer right below a quote.
 */
export class BlockParting {
  /** Where the text of each open list item begins, in characters. */
  readonly #indents: number[] = [];
  #quotes = 0;
  #isBlank = true;

  /** The line to put before this one, the next of the text, to part it from what is above. */
  before(line: string, isSigns: boolean): string | undefined {
    const [, quoteSigns = '', rest = ''] = /^((?:[ \t]*>)*)(.*)/.exec(line) ?? [];
    const quotes = quoteSigns.replace(/[^>]/g, '').length;
    const isLeft = quotes < this.#quotes;
    if (quotes !== this.#quotes) this.#indents.length = 0;
    this.#quotes = quotes;
    const content = quotes === 0 ? rest : rest.replace(/^[ \t]/, '');
    const wasBlank = this.#isBlank;
    this.#isBlank = content.trim() === '';
    if (this.#isBlank) return undefined;
    const sign = isSigns ? undefined : itemSign.exec(content)?.[0];
    const indent = content.search(/[^ \t]/);
    const isOutside = sign === undefined && indent < (this.#indents.at(-1) ?? 0);
    while (indent < (this.#indents.at(-1) ?? 0)) this.#indents.pop();
    if (sign !== undefined) this.#indents.push(sign.length);
    return !wasBlank && (isLeft || isOutside) ? '>'.repeat(quotes) : undefined;
  }
}
