import { type Colours, coloursOf, isUnseen } from './colours';
import type { Declarations } from './declarations';
import type { Attributes } from './html-layout';
import type { MailElement } from './mail-element';
import type { StyleSheet } from './style-sheet';

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
  /** It is apart from what is around it, whatever kind of element it is: in a line of its own or beside it. */
  apart?: 'line' | 'beside' | undefined;
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

/**
 * How an element is shown within one that is shown so: by its style, by the rules of the mail's style
 * sheet, and by what programs write for the preview line of a list of mails.
 */
export function visibilityOf(
  element: MailElement,
  parent: Visibility,
  sheet: StyleSheet,
): Visibility {
  const { name, attributes } = element;
  const style = sheet.styleOf(element);
  const display = style.get('display') ?? (attributes.has('hidden') ? 'none' : '');
  const isGone =
    parent.isGone || display === 'none' || isAside(attributes) || isUndisplayed(name, style);
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
    isTiny: isTiny(style.get('font-size'), parent.isTiny),
    apart: apartBy(display, style),
    isPreformatted:
      space === undefined
        ? parent.isPreformatted || name === 'pre' || name === 'xmp' || name === 'listing'
        : /^(pre|break-spaces)/.test(space),
  };
}

function apartBy(display: string, style: Declarations): Visibility['apart'] {
  if (/^(?:block|table$|table-row|flex|grid|list-item|flow-root|-webkit-)/.test(display)) {
    return 'line';
  }
  const isCell = display === 'table-cell' || (display.startsWith('inline-') && style.has('width'));
  // On the left it may be the large first letter of a word.
  return isCell || style.get('float') === 'right' ? 'beside' : undefined;
}

function isAside(attributes: Attributes): boolean {
  const named = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`;
  return attributes.get('aria-hidden') === 'true' && /pre-?header|preview/i.test(named);
}

function isUndisplayed(name: string, style: Declarations): boolean {
  if (style.size === 0) return false;
  if (isZero(style.get('opacity'))) return true;
  if (/^rect\(\s*(0|1px)/.test(style.get('clip') ?? '')) return true;
  if (/^inset\((?:50|100)%/.test(style.get('clip-path') ?? '')) return true;
  if (/\bscale\(0(?:\.0+)?\)/.test(style.get('transform') ?? '')) return true;
  if (/^-\d{3,}px/.test(style.get('text-indent') ?? '')) return true;
  if (shifts.some((each) => farAway.test(style.get(each) ?? ''))) return true;
  const isCut = style.get('overflow')?.startsWith('hidden') === true;
  // A cell is as wide as it must be.
  const isCell = name === 'td' || name === 'th';
  const sizes = ['max-height', 'height', ...(isCell ? [] : ['max-width', 'width'])];
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
