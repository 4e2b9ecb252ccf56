/**
 * Signs that a search ignores: accents and other marks of Latin, Greek, Cyrillic, Hebrew and Arabic,
 * the Arabic stretching sign, and characters nobody sees. Marks that make another letter (Indic
 * vowels, Japanese voicing) stay.
 */
const ignored =
  '\\u00ad\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7' +
  '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed' +
  '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\u20d0-\\u20ff' +
  '\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff';

/** Letters that mean the same to a person, but that Unicode does not take apart. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u0629': '\u0647',
  '\u06a9': '\u0643',
};

const apostrophes = '‘’‚‛′ʻʼʹ´΄᾽᾿׳՚';
const quotationMarks = '“”„‟″«»״「」『』';

/** Kinds of blank that Unicode does not treat as the plain one; the plain one is left alone, for speed. */
const blanks = '\\t-\\r\\u0085\\u1680\\u2028\\u2029';

const special = new RegExp(
  `[${ignored}${Object.keys(alike).join('')}${apostrophes}${quotationMarks}\\u2010-\\u2015\\u2212\\u0660-\\u0669\\u06f0-\\u06f9${blanks}]`,
  'g',
);
const blank = new RegExp(`[${blanks}]`);
/** Signs that Unicode takes for a blank with an accent, or for two of another sign. */
const takenApart = /[´΄᾽᾿″]/g;
const beyondAscii = /[^ -~]/;

/**
 * A text as a search sees it: without case, accents and width, "Straße" as "strasse", every kind of
 * blank, dash, quote and digit as the plain one. Equal to the joined folds of its characters.
 */
export function fold(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.replace(takenApart, plain).normalize('NFKD').toLowerCase().replace(special, plain);
}

function plain(sign: string): string {
  const known = alike[sign];
  if (known !== undefined) return known;
  if (apostrophes.includes(sign)) return "'";
  if (quotationMarks.includes(sign)) return '"';
  const code = sign.charCodeAt(0);
  if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)) {
    return String(code & 0xf);
  }
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  return blank.test(sign) ? ' ' : '';
}

/** A folded text that keeps the positions in the original. */
export interface FoldedText {
  text: string;
  /** For each unit of `text`: where in the original its character starts, and where it ends. */
  starts: number[];
  ends: number[];
}

const known = new Map<string, string>();

/** Like `fold`, but with the positions in the original, for marking matches. Meant for what is on screen. */
export function foldWithOrigins(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let position = 0;
  for (const character of original) {
    const folded = foldCharacter(character);
    const end = position + character.length;
    // An ignored mark belongs to the letter before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    text += folded;
    while (starts.length < text.length) {
      starts.push(position);
      ends.push(end);
    }
    position = end;
  }
  return { text, starts, ends };
}

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = fold(character);
    if (known.size < 20_000) known.set(character, folded);
  }
  return folded;
}
