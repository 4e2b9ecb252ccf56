import type { Attributes } from './html-layout';

/**
 * The colours of text and of its background; absent where nothing gives them in a form that is
 * understood.
 */
export interface Colours {
  text?: string | undefined;
  behind?: string | undefined;
}

/**
 * The colours of an element inside one that has these. Only what is declared counts: the background that
 * a mail program uses by itself is not known, nor what shows through a picture.
 */
export function coloursOf(
  name: string,
  attributes: Attributes,
  style: ReadonlyMap<string, string>,
  parent: Colours,
): Colours {
  const text = style.get('color') ?? attributes.get('color') ?? attributes.get('text');
  const behind =
    style.get('background-color') ?? style.get('background') ?? attributes.get('bgcolor');
  const picture = style.get('background-image') ?? 'none';
  const isPicture =
    attributes.has('background') || picture !== 'none' || style.get('background')?.includes('url(');
  const ground = behind === undefined ? parent.behind : readBehind(behind, parent.behind);
  // A link has a colour of its own.
  const inherited = name === 'a' && attributes.has('href') ? undefined : parent.text;
  return {
    text: text === undefined ? inherited : readText(text, parent.text),
    behind: isPicture === true ? undefined : ground,
  };
}

/** Whether text of these colours cannot be seen. */
export function isUnseen({ text, behind }: Colours): boolean {
  return text !== undefined && (text === transparent || text === behind);
}

const transparent = 'transparent';

function readText(value: string, parent: string | undefined): string | undefined {
  return value === 'inherit' || value === 'currentcolor' ? parent : readColour(value);
}

function readBehind(value: string, parent: string | undefined): string | undefined {
  const colour = readColour(value);
  return colour === transparent || value === 'inherit' || value === 'none' ? parent : colour;
}

const names: ReadonlyMap<string, string> = new Map([
  ['white', '#ffffff'],
  ['black', '#000000'],
  [transparent, transparent],
]);

/** A colour in one spelling; `undefined` for anything else, or for a colour that is partly transparent. */
function readColour(value: string): string | undefined {
  const given = value.trim().toLowerCase();
  const named = names.get(given);
  if (named !== undefined) return named;
  const figures = /^rgba?\(([\d\s.,%/]{5,40})\)$/.exec(given)?.[1]?.match(/[\d.]+%?/g);
  if (figures !== undefined && figures !== null) return ofFigures(figures);
  const digits = /^#?([0-9a-f]{3,8})$/.exec(given)?.[1];
  if (digits === undefined) return undefined;
  const long = digits.length <= 4 ? digits.replace(/./g, '$&$&') : digits;
  if (long.length === 8) return ofAlpha(long.slice(0, 6), Number.parseInt(long.slice(6), 16) / 255);
  return long.length === 6 ? `#${long}` : undefined;
}

function ofFigures(figures: readonly string[]): string | undefined {
  const [red, green, blue, alpha = '1'] = figures;
  const parts = [red, green, blue].map((each) => {
    const share = each?.endsWith('%') === true ? 2.55 : 1;
    return Math.round(Number.parseFloat(each ?? '') * share);
  });
  if (parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  const digits = parts.map((part) => part.toString(16).padStart(2, '0')).join('');
  return ofAlpha(digits, Number.parseFloat(alpha) / (alpha.endsWith('%') ? 100 : 1));
}

function ofAlpha(digits: string, alpha: number): string | undefined {
  if (alpha === 0) return transparent;
  return alpha === 1 ? `#${digits}` : undefined;
}
