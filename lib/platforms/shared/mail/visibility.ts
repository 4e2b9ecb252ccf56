import { type Colours, coloursOf, isUnseen } from './colours';
import type { Attributes } from './html-layout';

/** Whether text in an element can be seen. */
export interface Visibility {
  /** Nothing in it is shown, whatever the styles inside it say. */
  isGone: boolean;
  /** Its own text is not shown, but an element in it may say otherwise. */
  isBlank: boolean;
  /** It is hidden by its visibility. */
  isVeiled: boolean;
  /** Text in the colour of its background cannot be seen either. */
  colours: Colours;
  /** Its own text has no size, but an element in it may have one. */
  isTiny: boolean;
  /** Lines and blanks are kept as they are. */
  isPreformatted: boolean;
}

export const plainlyVisible: Visibility = {
  isGone: false,
  isBlank: false,
  isVeiled: false,
  colours: {},
  isTiny: false,
  isPreformatted: false,
};

type Declarations = ReadonlyMap<string, string>;

/**
 * How an element is shown within one that is shown so: by its style, by the rules of the mail's style
 * sheet for its class or id, and by what programs write for the preview line of a list of mails.
 */
export function visibilityOf(
  name: string,
  attributes: Attributes,
  parent: Visibility,
  sheet: ReadonlyMap<string, Declarations>,
): Visibility {
  const style = styleOf(name, attributes, sheet);
  const isGone = parent.isGone || isAside(attributes) || isUndisplayed(style);
  const visibility = style.get('visibility');
  const space = style.get('white-space');
  const isVeiled =
    visibility === undefined ? parent.isVeiled : /^(hidden|collapse)/.test(visibility);
  const colours = coloursOf(name, attributes, style, parent.colours);
  return {
    isGone,
    isBlank: isVeiled || isUnseen(colours),
    isVeiled,
    colours,
    isTiny: isTiny(style.get('font-size') ?? fontSizeIn(style.get('font')), parent.isTiny),
    isPreformatted:
      space === undefined
        ? parent.isPreformatted || name === 'pre' || name === 'xmp' || name === 'listing'
        : /^(pre|break-spaces)/.test(space),
  };
}

function styleOf(
  name: string,
  attributes: Attributes,
  sheet: ReadonlyMap<string, Declarations>,
): Declarations {
  const inline = attributes.get('style');
  const own = inline === undefined ? undefined : declarationsIn(inline);
  if (sheet.size === 0) return own ?? none;
  const classes = (attributes.get('class') ?? '').split(/\s+/, mostClasses);
  const keys = [...classes.map((each) => `.${each}`), `#${attributes.get('id') ?? ''}`];
  const ruled = keys.flatMap((key) => [sheet.get(key), sheet.get(name + key)]);
  return new Map([...ruled, own].flatMap((each) => [...(each ?? [])]));
}

const none: Declarations = new Map();
const mostClasses = 20;

function isAside(attributes: Attributes): boolean {
  if (attributes.has('hidden')) return true;
  const named = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
  return attributes.get('aria-hidden') === 'true' && /pre-?header|preview/i.test(named);
}

function isUndisplayed(style: Declarations): boolean {
  if (style.size === 0) return false;
  if (style.get('display') === 'none' || style.get('mso-hide') === 'all') return true;
  if (isZero(style.get('opacity'))) return true;
  if (/^rect\(\s*(0|1px)/.test(style.get('clip') ?? '')) return true;
  if (/^inset\((?:50|100)%/.test(style.get('clip-path') ?? '')) return true;
  if (/\bscale\(0(?:\.0+)?\)/.test(style.get('transform') ?? '')) return true;
  if (/^-\d{3,}px/.test(style.get('text-indent') ?? '')) return true;
  if (shifts.some((each) => farAway.test(style.get(each) ?? ''))) return true;
  const isCut = style.get('overflow')?.startsWith('hidden') === true;
  const sizes = ['max-height', 'height', 'max-width', 'width'];
  return isCut && sizes.some((each) => isNothing(style.get(each)));
}

/** What moves a text out of the window. */
const shifts = ['text-indent', 'left', 'top', 'margin-left', 'margin-top'];
/** Layouts are centred by some hundred pixels. */
const farAway = /^-(?:\d{4,}(?:\.\d+)?p[xt]|\d{3,}(?:\.\d+)?r?em)/;

/** No size, or that of a single pixel, which shows no letter. */
function isNothing(size: string | undefined): boolean {
  return isZero(size) || /^(?:0?\.\d+|1(?:\.0+)?)(?:px|pt)$/.test(size ?? '');
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^0*(\.0+)?\s*([a-z%]*)$/.test(value) && /\d/.test(value);
}

/** A pixel high is no text for readers. A share of nothing is nothing. */
function isTiny(size: string | undefined, isParentTiny: boolean): boolean {
  if (size === undefined) return isParentTiny;
  const [, figure, unit] = /^([\d.]+)\s*([a-z%]*)/.exec(size) ?? [];
  if (figure === undefined) return isParentTiny && /^(inherit|smaller|larger)/.test(size);
  if (unit === 'em' || unit === '%') return isParentTiny || Number(figure) === 0;
  return Number(figure) === 0 || ((unit === 'px' || unit === 'pt') && Number(figure) <= 1);
}

function fontSizeIn(font: string | undefined): string | undefined {
  return /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)|0(?=[\s/]))/.exec(font ?? '')?.[1];
}

/** The properties that decide whether something is shown; a hostile sheet may have any number of others. */
const deciding: ReadonlySet<string> = new Set(
  'color background background-color display mso-hide opacity clip text-indent left top margin-left margin-top clip-path transform overflow max-height height max-width width visibility white-space font-size font'.split(
    ' ',
  ),
);

/** A later declaration wins, unless the earlier one is important. */
function declarationsIn(style: string): Map<string, string> {
  const found = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const property = declaration.slice(0, colon).trim();
    if (!deciding.has(property)) continue;
    const [value = '', bang] = declaration.slice(colon + 1).split('!');
    if (important.has(property) && bang === undefined) continue;
    if (bang !== undefined) important.add(property);
    found.set(property, value.trim());
  }
  return found;
}

const mostRules = 2_000;

/**
 * Reads the rules of a style sheet for a single class or id (`.preheader`, `td#top`). What is for some
 * screens only (`@media`) is left alone.
 */
export function learnRules(css: string, sheet: Map<string, Declarations>): void {
  let depth = 0;
  let selectors = '';
  for (const [piece] of withoutComments(css).matchAll(/[{}]|[^{}]+/g)) {
    if (piece === '{') depth += 1;
    else if (piece === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) selectors = piece.split(';').at(-1) ?? '';
    else if (depth === 1 && !selectors.includes('@')) addRule(selectors, piece, sheet);
  }
}

function addRule(selectors: string, body: string, sheet: Map<string, Declarations>): void {
  const declarations = declarationsIn(body);
  if (declarations.size === 0) return;
  for (const selector of selectors.split(',')) {
    const key = selector.trim();
    if (!/^[a-z0-9]*[.#][\w-]+$/i.test(key) || sheet.size >= mostRules) continue;
    sheet.set(key, new Map([...(sheet.get(key) ?? []), ...declarations]));
  }
}

function withoutComments(css: string): string {
  const [first = '', ...others] = css.replace(/<!--|-->/g, '').split('/*');
  return others.reduce((kept, each) => {
    const end = each.indexOf('*/');
    return end === -1 ? kept : kept + each.slice(end + 2);
  }, first);
}
