import { areMadeUpDigits } from './digit-shapes';
import { isGenericAddress } from './email-kinds';
import { foldIdentifier } from './fold-identifier';
import { isMadeUpPhone } from './made-up-phone';

/** Normal form of an id of another system: folded (`foldIdentifier`), with its case kept. */
export function normaliseExternalId(raw: string): string {
  return foldIdentifier(raw);
}

/** What programs and people write where there is no id, alone or put together: "user_null". */
const emptyWords = new Set(
  `undefined null nil nan none na unset empty blank missing unknown unassigned invalid infinity inf void
  absent anonymous anon guest visitor nobody noone test tester testing demo dummy sample example
  placeholder fake foo bar baz lorem ipsum asdf asd qwe qwerty qwertz abc abcd abcdef xyz xx xxx xxxx
  stub mock fixture noid applicable unspecified pending tbc tba hello world self current dbnull err bot varchar
  qwertyuiop asdfghjkl default todo tbd temp tmp deleted removed error true false object function kein keine ohne unbekannt
  gast leer inconnu aucun anonyme invite vide desconocido ninguno anonimo invitado vacio desconhecido
  nenhum convidado sconosciuto nessuno ospite onbekend geen nieznany brak gosc okand ingen ukjent
  logged unauthenticated unidentified nouser notset noone notfound unavailable found replace change fixme some
  session other various sin бот 未登录 未登録
  bilinmiyor misafir yok нет неизвестно неизвестный аноним гость тест немає гість
  匿名 游客 访客 未知 测试 无 空 ゲスト 不明 テスト 게스트 익명 없음 ضيف مجهول`.split(/\s+/),
);

/** Names of the field itself, which say nothing about who is in it. */
const fieldWords = new Set(
  `id ids uid uuid guid user users username userid customer customers client clients contact contacts
  account member person people lead visitor identifier identity external ext value string str int
  integer number num no not set the your you my me here insert key ref name email mail phone array
  date code native field available provided given variable var new n a admin root system kunde kunden
  benutzer usuario 用户 用戶 ユーザー`.split(/\s+/),
);

/** The same, but they end many names as well ("gaston"), so that they count as words of their own only. */
const smallWords = new Set('in out on off ok one all any yes'.split(' '));

/** Numbers at the limits of what computers count, and ids that appear in every manual. */
const knownExamples = new Set([
  '32767',
  '65535',
  '2147483647',
  '2147483648',
  '4294967295',
  '9007199254740991',
  '9007199254740992',
  '9223372036854775807',
  '18446744073709551615',
  '123e4567e89b12d3a456426614174000',
  '550e8400e29b41d4a716446655440000',
  'f81d4fae7dec11d0a76500a0c91e6bf6',
  '507f1f77bcf86cd799439011',
  'deadbeef',
]);

/** Words of tests and examples: a number beside one of them counts tests, and identifies nobody. */
const ofTests = new Set(
  'test tester testing testuser dummy example fake foo stub mock nil none'.split(' '),
);

/** They may be the prefix of a shop's real ids, too, which go beyond two digits: "SAMPLE-1042". */
const maybeOfTests = new Set(['demo', 'sample', 'fixture']);

/** Marks of a template that was not filled in, or of an object that was written as text. */
const template =
  /\{\{|\}\}|\$\{|#\{|<%|%>|\{%|\[\[|\*\||%%|\[object |\[function|native code|#<|^<.*>$|^\[\D*\]$|^\{(?![\da-f-]{32,}\})|^\(\D*\)$|^%.*%$|^__.*__$|=>|^(?:symbol|promise)\b|\.\w+;?@[\da-f]{6,8}$|^#[A-Z/0!?]+$|^%[a-z]$|^%!|^\$\d+$|^function\b.*\(|^s\/[on]$/iu;

/**
 * Whether an id of another system does not look like one that identifies somebody: a placeholder, a
 * template that was not filled in, an invented number, or an address that belongs to no one person. Such
 * an id neither joins nor separates.
 */
export function isMadeUpId(raw: string): boolean {
  const id = normaliseExternalId(raw);
  if (!/[\p{L}\p{N}]/u.test(id) || template.test(id)) return true;
  if (/^[^@\s]+@[^@\s][^@\s.]*\.[^@\s]+$/.test(id)) return isGenericAddress(id.toLowerCase());
  if (/^\+\d[\d\s().-]+$/.test(id)) return isMadeUpPhone(id.replace(/[^\d+]/g, ''));
  // What a spreadsheet made of a long number: many of them look the same.
  if (/^\d([.,]\d+)?e[+-]\d+$/i.test(id) || /^0x0+$/i.test(id)) return true;
  // No system counts below zero, and none had customers when computers' time began (1970).
  if (/^-\d+([.,]\d+)?$/.test(id) || /^(0001|1970|0000)-\d\d-\d\d/.test(id)) return true;
  return isEmptyInWords(id) || isMadeUpNumberOrUuid(id);
}

/** Every part of it is a meaningless word or number, and at least one is not the name of a field. */
function isEmptyInWords(id: string): boolean {
  const parts = partsOf(id);
  // What a program writes for a missing value identifies nobody, whatever is beside it.
  if (parts.some((part) => /^(?:undefined|null)$/.test(part)) || /\bNaN\b/.test(id)) return true;
  const isField = (part: string) => fieldWords.has(part) || smallWords.has(part);
  if (parts.every(isField) || /^(?:(?:john|jane)doe|(?:max|erika)mustermann)$/.test(parts.join('')))
    return true;
  const isBeside = (words: ReadonlySet<string>, number: RegExp) =>
    parts.some((part) => words.has(part)) &&
    parts.every((part) => number.test(part) || isEmptyPart(part) || isField(part));
  if (isBeside(ofTests, /^\d{1,4}$/) || isBeside(maybeOfTests, /^\d{1,2}$/)) return true;
  const [word = '', number = '', ...more] = parts;
  if (more.length === 0 && /^\p{L}{3,}$/u.test(word) && /^0+$/.test(number)) return true;
  return parts.some(isEmptyPart) && parts.every((part) => isEmptyPart(part) || isField(part));
}

function isEmptyPart(part: string): boolean {
  if (/^\d+$/.test(part)) return /^0+$/.test(part) || (part.length >= 3 && areMadeUpDigits(part));
  return emptyWords.has(part) || isPutTogether(part) || isAlphabet(part);
}

/** "abcdefgh". */
function isAlphabet(word: string): boolean {
  return word.length >= 4 && 'abcdefghijklmnopqrstuvwxyz'.includes(word);
}

/** "testuser", "foobar". */
function isPutTogether(word: string): boolean {
  for (let end = 2; end <= Math.min(word.length - 2, 12); end += 1) {
    const [head, tail] = [word.slice(0, end), word.slice(end)];
    const isEmpty = emptyWords.has(head) || emptyWords.has(tail);
    const isKnown = (part: string) => emptyWords.has(part) || fieldWords.has(part);
    if (isEmpty && isKnown(head) && isKnown(tail)) return true;
  }
  return false;
}

/** "testUser_01" as test, user, 01. */
function partsOf(id: string): string[] {
  return (
    id
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []
  );
}

function isMadeUpNumberOrUuid(id: string): boolean {
  const text = id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (knownExamples.has(text)) return true;
  if (/^\d+$/.test(text)) return /^0+$/.test(text) || areMadeUpDigits(text);
  // In an id of letters and digits that a computer made, a pattern is no coincidence.
  if (!/^[0-9a-fxy]{16,}$/.test(text)) return /^(\p{L})\1+$/u.test(text);
  const steps = [...text].map((letter, index) =>
    index === 0 ? 0 : (hexValue(letter) - hexValue(text[index - 1] ?? '') + 32) % 16,
  );
  const most = Math.max(...[0, 1, 15].map((step) => steps.filter((each) => each === step).length));
  return new Set(text).size <= 3 || most > text.length * 0.6;
}

/** Counting goes on after nine with zero or with a. */
function hexValue(letter: string): number {
  return Number.parseInt(letter, 17);
}
