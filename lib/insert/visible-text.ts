const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TBODY TD TR UL'.split(
    ' ',
  ),
);

/** What editors put beside the text: hints in an empty box, and marks of their own. */
const notText = '[data-slate-placeholder], .ProseMirror-widget, .ql-clipboard, .ql-ui';

/**
 * The text of an editable element as a person sees it, one line for each block and line break.
 * Read without layout, so that it also works on a part that is not on the page; `styledAs` is then
 * the element it was taken from, which says whether two spaces are seen as two.
 */
export function visibleText(root: Node, styledAs: Node = root): string {
  const reader = new LineReader(styledAs instanceof Element && collapsesSpaces(styledAs));
  reader.readChildren(root);
  return normaliseSpaces(reader.end());
}

/** Editors that keep their content in a model of their own. */
const modelled =
  '.ProseMirror, .ck-editor__editable, .DraftEditor-root *, [data-lexical-editor], [data-slate-editor], .ql-editor';

/** Whether what is seen is what the page reads: a field, or an element that is merely editable. */
export function isBareField(element: Element): boolean {
  return !element.matches(modelled);
}

/**
 * Whether spaces and line feeds in a row are shown as one space, as elsewhere on a page. An editor with
 * a model of its own keeps each of them, whatever its style.
 */
export function collapsesSpaces(element: Element): boolean {
  return isBareField(element) && /^(normal|nowrap)\b/.test(getComputedStyle(element).whiteSpace);
}

/** The same text with spaces that are visible even in an element that shows several as one. */
export function withSeenSpaces(text: string): string {
  return text.replace(/ {2,}|^ | $/gm, (run) => noBreak.repeat(run.length));
}

const noBreak = '\u00a0';

/** Without characters nobody sees; no-break spaces are spaces. */
export function normaliseSpaces(text: string): string {
  return text.replaceAll(noBreak, ' ').replace(/[\u200b\ufeff]/g, '');
}

class LineReader {
  readonly #lines: string[] = [];
  #line: string | undefined;

  constructor(private readonly collapses: boolean) {}

  readChildren(node: Node): void {
    for (const child of node.childNodes) this.#read(child);
  }

  end(): string {
    this.#close();
    return this.#lines.join('\n');
  }

  #read(node: Node): void {
    if (node.nodeType === Node.TEXT_NODE) this.#addText(node);
    else if (node instanceof Element) this.#readElement(node);
  }

  #readElement(element: Element): void {
    if (element.matches(notText)) return;
    if (element.tagName === 'BR') {
      this.#add('\n');
      return;
    }
    if (!blockTags.has(element.tagName)) {
      this.readChildren(element);
      return;
    }
    this.#close();
    if (!hasBlock(element)) this.#line = '';
    this.readChildren(element);
    this.#close();
  }

  #addText(node: Node): void {
    const text = node.nodeValue ?? '';
    if (!this.collapses || node.parentElement?.closest('pre') != null) {
      this.#add(text);
      return;
    }
    const seen = text.replace(/[ \t\r\n]+/g, ' ');
    this.#add(this.#line?.endsWith(' ') === true ? seen.replace(/^ /, '') : seen);
  }

  #add(text: string): void {
    if (text !== '') this.#line = (this.#line ?? '') + text;
  }

  /** The last break of a block only keeps its line open, as in the browser's layout. */
  #close(): void {
    if (this.#line !== undefined) this.#lines.push(this.#line.replace(/\n$/, ''));
    this.#line = undefined;
  }
}

function hasBlock(element: Element): boolean {
  return [...element.children].some((child) => blockTags.has(child.tagName) || hasBlock(child));
}
