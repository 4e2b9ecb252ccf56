import type { Attributes } from './html-layout';

/** What an element means for the question where a quote begins. */
export type QuoteMark = 'quote' | 'attribution' | 'rest';

const quoteClass =
  /(^|\s)(x_)?(protonmail_quote|yahoo_quoted|zmail_extra|tutanota_quote|moz-forward-container|front-blockquote|freshdesk_quote)(\s|$)/;
const quoteId =
  /^(x_)?(OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|is(Reply|Forward)Content)$/;
const attributionClass = /(^|\s)(x_)?(gmail_attr|moz-cite-prefix)(\s|$)/;
const restId = /^(x_)?divRplyFwdMsg$/;
const restClass = /(^|\s)(x_)?OutlookMessageHeader(\s|$)/;

/**
 * Finds where an HTML mail changes from its own words to what it quotes or forwards, by the marks that
 * mail programs leave. Where somebody wrote below a quote, or in the middle of it, the quote belongs to
 * what was said and does not count.
 */
export class QuoteFinder {
  #tailAt: number | undefined;
  #open = 0;
  #isRest = false;
  #isAttribution = false;
  #attribution = '';

  /** The position given when the quote began that all further words belong to. */
  get tailAt(): number | undefined {
    return this.#tailAt;
  }

  /** An element begins at this position of the text. The value returned is passed back to `close`. */
  open(name: string, attributes: Attributes, at: number): QuoteMark | undefined {
    const mark = markOf(name, attributes);
    if (mark === undefined) return undefined;
    this.#tailAt ??= at;
    if (mark === 'rest') this.#isRest = true;
    else this.#open += 1;
    if (mark === 'attribution') {
      this.#isAttribution = true;
      this.#attribution = '';
    }
    return mark;
  }

  /** Words that are shown. */
  words(text: string): void {
    if (this.#tailAt === undefined || this.#isRest || text.trim() === '') return;
    if (this.#open === 0) this.#tailAt = undefined;
    else if (this.#isAttribution && this.#attribution.length < 80) this.#attribution += text;
  }

  close(mark: QuoteMark | undefined): void {
    if (mark === undefined || mark === 'rest') return;
    this.#open -= 1;
    if (mark !== 'attribution') return;
    this.#isAttribution = false;
    // “---------- Forwarded message”: what is forwarded is in no element of its own.
    if (/^\s*-{5}/.test(this.#attribution)) this.#isRest = true;
  }
}

function markOf(name: string, attributes: Attributes): QuoteMark | undefined {
  const classes = attributes.get('class') ?? '';
  const id = attributes.get('id') ?? '';
  if (name === 'blockquote') {
    const isCited = attributes.get('type') === 'cite' || attributes.has('cite');
    return isCited || /(^|\s)(x_)?gmail_quote(\s|$)/.test(classes) ? 'quote' : undefined;
  }
  if (attributionClass.test(classes)) return 'attribution';
  if (restId.test(id) || restClass.test(classes)) return 'rest';
  const isNamed = name === 'div' && attributes.get('name') === 'quote';
  return isNamed || quoteClass.test(classes) || quoteId.test(id) ? 'quote' : undefined;
}
