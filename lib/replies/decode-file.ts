import { t } from '@lingui/core/macro';

/** The characters of a file. */
interface DecodedFile {
  text: string;
  /** What a person has to know of how they were read; `undefined` where nothing is in doubt. */
  notice: string | undefined;
}

/**
 * The text of a file: UTF-8, UTF-16 where it says so or every other byte is empty, else the encoding in which
 * Windows has its spreadsheets write in the first of these languages (BCP 47) in which they can be read, which is told. Where
 * only single characters are not UTF-8, they alone are replaced. Never throws.
 */
export function decodeFile(
  bytes: Uint8Array<ArrayBuffer>,
  languages: readonly string[],
): DecodedFile {
  const [first, second] = bytes;
  const sure = (text: string): DecodedFile => ({ text, notice: undefined });
  if (first === 0xff && second === 0xfe) return sure(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return sure(new TextDecoder('utf-16be').decode(bytes));
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== undefined) return sure(unmarked);
  const text = new TextDecoder().decode(bytes);
  const damaged = text.split('\ufffd').length - 1;
  if (damaged === 0 || isValidUtf8(bytes)) return sure(text);
  if (isMostlyUtf8(text, damaged)) {
    return {
      text,
      notice: t`Some characters of this file are damaged and appear as �. Correct them before you import it.`,
    };
  }
  const encoding = encodingsOf(languages).find((each) => canBe(each, bytes)) ?? usual;
  return {
    text: new TextDecoder(encoding).decode(bytes),
    notice: noLetters.test(text.replaceAll('\ufffd', ''))
      ? undefined
      : t`This file is not in UTF-8 and was read as ${encoding}. If letters look wrong, save it as “CSV UTF-8” and choose it again.`,
  };
}

function isValidUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** By accident hardly any two or three bytes of another encoding are a character in UTF-8. */
function isMostlyUtf8(text: string, damaged: number): boolean {
  const whole = text.match(/[\u0080-\ufffc\ufffe\uffff]/g)?.length ?? 0;
  return whole > damaged * 2;
}

/** That of Western Europe, of which almost any bytes are letters. */
const usual = 'windows-1252';

/** What Windows calls “ANSI” where it is set to a language. */
const byLanguage: readonly (readonly [languages: RegExp, encoding: string])[] = [
  [/^zh-(?:tw|hk|mo|hant)/i, 'big5'],
  [/^zh/i, 'gb18030'],
  [/^ja/i, 'shift_jis'],
  [/^ko/i, 'euc-kr'],
  [/^(?:ru|uk|be|bg|mk|sr(?!-latn))\b/i, 'windows-1251'],
  [/^(?:pl|cs|sk|hu|sl|hr|bs|ro|sq|sr)\b/i, 'windows-1250'],
  [/^el/i, 'windows-1253'],
  [/^(?:tr|az)\b/i, 'windows-1254'],
  [/^he/i, 'windows-1255'],
  [/^(?:ar|fa|ur)\b/i, 'windows-1256'],
  [/^(?:et|lt|lv)\b/i, 'windows-1257'],
  [/^vi/i, 'windows-1258'],
  [/^th/i, 'windows-874'],
];

/** Browsers name English besides almost any other language: it says nothing. */
function encodingsOf(languages: readonly string[]): string[] {
  const others = languages.filter((language) => !/^en\b/i.test(language));
  return others.map((language) => {
    const [, encoding] = byLanguage.find(([pattern]) => pattern.test(language)) ?? [];
    return encoding ?? usual;
  });
}

/**
 * Which bytes begin the letters that are frequent there (in Japanese the kana), and the least share of them: other bytes are the accents
 * of Western languages, and the curled marks of English.
 */
const frequent: ReadonlyMap<string, readonly [is: (byte: number) => boolean, share: number]> =
  new Map([
    ['shift_jis', [(byte) => byte >= 0x81 && byte <= 0x83, 0.15]],
    ['big5', [(byte) => byte >= 0xa1 && byte <= 0xc6, 0.5]],
  ]);

/** Of these hardly any letter has a second byte that is one of ASCII, too: then they stand in pairs. */
const inHighPairs = ['gb18030', 'euc-kr'];

/** So much (bytes) tells in which encoding a file is. */
const sampleSize = 64_000;

function canBe(encoding: string, bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    if (noLetters.test(new TextDecoder(encoding, { fatal: true }).decode(bytes))) return false;
  } catch {
    return false;
  }
  const [isFrequent, share = 0] = frequent.get(encoding) ?? [];
  if (isFrequent === undefined && !inHighPairs.includes(encoding)) return true;
  const sample = bytes.subarray(0, sampleSize);
  const isHigh = (at: number) => (sample[at] ?? 0) >= 0x80;
  let [high, begun, known, alone] = [0, 0, 0, 0];
  for (const [at, byte] of sample.entries()) {
    if (!isHigh(at)) continue;
    high += 1;
    if (isHigh(at - 1)) continue;
    begun += 1;
    if (isFrequent?.(byte) === true) known += 1;
    if (!isHigh(at + 1)) alone += 1;
  }
  return isFrequent === undefined ? alone * 3 < high : known >= begun * share;
}

/** Characters that no text contains: the file was something else. */
const noLetters = /(?![\t\n\v\f\r])\p{Cc}|[\ufffd-\uffff]/u;

/** Signs whose counterparts in the wrong order of bytes hardly occur in any text. */
const separators = /[\n\r\t ,;:"]/g;

/** A text in UTF-16 without a mark: each of its separators has an empty byte. */
function unmarkedUtf16(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const sample = bytes.subarray(0, 4_000);
  if (!sample.includes(0)) return undefined;
  const [little, big] = ['utf-16le', 'utf-16be'].map((encoding) => {
    const start = new TextDecoder(encoding).decode(sample);
    return { encoding, start, count: start.match(separators)?.length ?? 0 };
  });
  if (little === undefined || big === undefined) return undefined;
  // A single word has none: then its letters tell, of which one byte is empty.
  const balance = little.count - big.count || emptyBytes(sample, 1) - emptyBytes(sample, 0);
  if (balance === 0) return undefined;
  const { encoding, start } = balance > 0 ? little : big;
  return noLetters.test(start.slice(0, -1)) ? undefined : new TextDecoder(encoding).decode(bytes);
}

function emptyBytes(bytes: Uint8Array, from: 0 | 1): number {
  return bytes.filter((byte, index) => byte === 0 && index % 2 === from).length;
}
