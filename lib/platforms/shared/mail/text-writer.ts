/** Deeper quotes and lists are written at this depth. */
const deepest = 5;
/** The most line breaks between two lines, except preformatted ones. */
const mostBreaks = 3;

/**
 * Text under construction, as a reader would see it: blanks joined, line breaks and signs held back
 * until words follow. Every call takes time in proportion to what it is given.
 */
export class TextWriter {
  /** Characters written so far. */
  length = 0;
  /** Line breaks written so far. */
  lineBreaks = 0;
  readonly #pieces: string[] = [];
  #breaks = 0;
  /** Line ends of preformatted text, of which every one counts. */
  #kept = 0;
  #space: '' | ' ' | '\t' = '';
  /** Of a list's item that has no words yet. */
  #sign = '';
  /** Right behind a sign or a cell's edge a block begins no line of its own. */
  #isFresh = false;
  /** A word right behind what was appended is apart from it. */
  #isAppended = false;
  #quotes = 0;
  /** How deep the quote was in which the last words were. */
  #lastQuotes = 0;

  /** Words in which blanks and line ends of any number count as one blank. */
  text(decoded: string): void {
    const words = decoded.replace(/\s+/g, ' ');
    if (words === ' ' || words === '') {
      this.#blank(decoded);
      return;
    }
    if (words.startsWith(' ') && this.#space === '') this.#space = ' ';
    this.#write(words.trim());
    this.#space = words.endsWith(' ') ? ' ' : '';
  }

  /** Words whose lines and blanks are kept. */
  preformatted(decoded: string): void {
    for (const [index, line] of decoded.split(/\r\n?|\n/).entries()) {
      if (index > 0) {
        this.#kept += 1;
        this.#space = '';
      }
      if (line.trim() !== '') this.#write(line.replace(/\u00a0/g, ' '));
      else if (line !== '' && this.#space === '') this.#space = ' ';
    }
  }

  /** A line break that somebody wrote. */
  breakLine(): void {
    if (this.#isFresh) return;
    this.#breaks += 1;
    this.#space = '';
  }

  /** The edge of a block: at least this many line breaks are between it and what is around it. */
  edge(breaks: 0 | 1 | 2): void {
    if (this.#isFresh || breaks === 0) return;
    this.#breaks = Math.max(this.#breaks, breaks);
    this.#space = '';
  }

  /** Begins a list's item. Its sign waits for words; one that waits already gives way. */
  item(sign: string, depth: number): void {
    this.#isFresh = false;
    this.edge(1);
    this.#sign = '  '.repeat(Math.min(Math.max(depth, 0), deepest)) + sign;
    this.#isFresh = true;
  }

  /** Begins a cell: in the same line as the one beside it, or in one of its own. */
  cell(isBeside: boolean): void {
    if (!isBeside) this.edge(1);
    else {
      this.#breaks = 0;
      this.#kept = 0;
      this.#space = '\t';
    }
    this.#isFresh = true;
  }

  /** This many line breaks are put before the next words. */
  get pendingBreaks(): number {
    const breaks = Math.max(this.#kept, Math.min(this.#breaks, mostBreaks));
    return this.length === 0 ? 0 : breaks;
  }

  /**
   * Ends an item or a cell, in which nothing may have been written. What follows comes close to one of a
   * single line, whatever distance its paragraphs keep.
   */
  endPart(isShort: boolean): void {
    this.#isFresh = false;
    this.#sign = '';
    if (isShort) this.#breaks = Math.min(this.#breaks, 1);
  }

  /** Puts something right behind the last words. */
  append(text: string): void {
    this.#put(text);
    this.#isAppended = true;
  }

  /** From here on lines belong to a quote within those that are open; `-1` ends one. */
  quote(step: 1 | -1): void {
    this.#quotes = Math.max(0, this.#quotes + step);
  }

  /** Where to read on for `since`. */
  mark(): number {
    return this.#pieces.length;
  }

  /** What was written since the mark was taken. */
  since(mark: number): string {
    return this.#pieces.slice(mark).join('');
  }

  toString(): string {
    return this.#pieces.join('');
  }

  /** A line of nothing but a blank that may not be broken is an empty line. */
  #blank(decoded: string): void {
    if (decoded === '') return;
    if (this.#breaks === 1 && !this.#isFresh && decoded.includes('\u00a0')) this.#breaks = 2;
    else if (this.#space === '') this.#space = ' ';
  }

  #write(words: string): void {
    if (this.#isAppended && /^[\p{L}\p{N}]/u.test(words)) this.#space ||= ' ';
    this.#isAppended = false;
    this.#gap();
    this.#put(this.#sign + words);
    this.#sign = '';
    this.#isFresh = false;
  }

  /** What stands between the last words and the next ones. */
  #gap(): void {
    const breaks = this.pendingBreaks;
    if (this.length === 0) this.#put(this.#quoteSign(this.#quotes));
    else if (breaks > 0) {
      const between = this.#quoteSign(Math.min(this.#lastQuotes, this.#quotes)).trimEnd();
      this.#put(`\n${between}`.repeat(breaks - 1));
      this.#put(`\n${this.#quoteSign(this.#quotes)}`);
      this.lineBreaks += breaks;
    } else if (this.#sign === '') this.#put(this.#space);
    this.#breaks = 0;
    this.#kept = 0;
    this.#space = '';
    this.#lastQuotes = this.#quotes;
  }

  #quoteSign(depth: number): string {
    return depth === 0 ? '' : `${'>'.repeat(Math.min(depth, deepest))} `;
  }

  #put(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.length += text.length;
  }
}
