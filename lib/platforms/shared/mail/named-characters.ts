import type { ApiPorts } from '../../contract/api';

/** Names of the characters from 160 to 255, in their order. Old mail writes them without `;` too. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 ' +
  'sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc ' +
  'Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve ' +
  'Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute ' +
  'acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const withoutSemicolon: ReadonlyMap<string, string> = new Map([
  ...latin.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(160 + at)]),
  ...[...'&AMP <LT >GT "QUOT'.split(' ')].flatMap((pair): [string, string][] => {
    const [sign = '', ...letters] = pair;
    const name = letters.join('');
    return [
      [name, sign],
      [name.toLowerCase(), sign],
    ];
  }),
  ['COPY', '©'],
  ['REG', '®'],
]);
const longestOld = 6;

let named: ReadonlyMap<string, string> | undefined;

/**
 * Makes all of HTML's named characters known before `read` runs, for the life of the worker. Where the
 * list cannot be read, only the most common ones are known.
 */
export async function* withNamedCharacters<T>(
  { namedCharacters }: Pick<ApiPorts, 'namedCharacters'>,
  read: () => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  named ??= await namedCharacters?.().catch(() => undefined);
  yield* read();
}

const reference = /&(?:#x([0-9a-f]{1,8})|#(\d{1,9})|([a-z][a-z0-9]{1,31}))(;?)/gi;

/**
 * Replaces HTML character references by their characters; an unknown one stays as written. In an
 * address (`attribute`) `&copy=2` is no reference, as HTML has it.
 */
export function decodeCharacters(text: string, place: 'text' | 'attribute' = 'text'): string {
  if (!text.includes('&')) return text;
  return text.replace(
    reference,
    // biome-ignore lint/complexity/useMaxParams: `replace` passes on each group, and the position after them
    (whole: string, hex?: string, decimal?: string, name = '', end = '', at = 0) => {
      if (hex !== undefined) return characterAt(Number.parseInt(hex, 16)) ?? whole;
      if (decimal !== undefined) return characterAt(Number(decimal)) ?? whole;
      const known = end === ';' ? characterNamed(name) : undefined;
      if (known !== undefined) return known;
      const next = end === '' ? text[at + whole.length] : end;
      return place === 'attribute' ? (unended(name, next) ?? whole) : beginning(name, whole);
    },
  );
}

function characterNamed(name: string): string | undefined {
  return named?.get(name) ?? withoutSemicolon.get(name) ?? (name === 'apos' ? "'" : undefined);
}

function unended(name: string, next = ''): string | undefined {
  return /[=a-z0-9;]/i.test(next) ? undefined : withoutSemicolon.get(name);
}

/** `&nbspHello` is a blank and a word. */
function beginning(name: string, whole: string): string {
  for (let length = Math.min(name.length, longestOld); length > 1; length -= 1) {
    const sign = withoutSemicolon.get(name.slice(0, length));
    if (sign !== undefined) return sign + whole.slice(1 + length);
  }
  return whole;
}

/** The numbers 128 to 159 are the characters that Windows has there. */
function characterAt(point: number): string | undefined {
  if (point >= 0x80 && point <= 0x9f) return windows[point - 0x80];
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point > 0 && point <= 0x10ffff && !isSurrogate ? String.fromCodePoint(point) : undefined;
}

const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
