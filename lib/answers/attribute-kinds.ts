import type { Attribute } from '../model/contact';

const nameLabel =
  /name|nom\b|nombre|apellido|cognome|sobrenome|navn|namn|nimi|imi[eę]|nazwisko|spouse|partner|wife|husband|child|owner|contact|person|имя|фамилия|отчество|姓|名|이름|성명/i;
const placeLabel =
  /city|town|place|address|adresse|anschrift|street|stra(?:ß|ss)e|direcci[oó]n|indirizzo|stadt|ort\b|ville|ciudad|citt[aà]|cidade|город|адрес|城市|地址|住所|주소/i;
/** Attributes that sort people into kinds: their values are words that any answer may contain. */
const kindLabel =
  /plan\b|tier|language|locale|browser|system|\bos\b|platform|device|status|state|type|source|channel|segment|gender|sex|currency|country|zone|role|industry|product|version|category|priority|team|group|stage|refer|medium|campaign|subscription|newsletter|title|sprache|land\b|langue|pays|idioma|pa[ií]s|语言|国家/i;

/** What an attribute tells about somebody; `undefined` where any text may contain its value. */
export function kindOfAttribute({
  label,
  value,
  key = '',
}: Attribute): 'place' | 'name' | 'detail' | undefined {
  if (placeLabel.test(label)) return 'place';
  const isNamed = isOfName(label) || isOfName(key);
  const isNamelike = !kindLabel.test(label) && looksLikeName(value);
  if (isNamed || isNamelike) return 'name';
  return isDistinctive(value) ? 'detail' : undefined;
}

function isOfName(label: string): boolean {
  return (
    nameLabel.test(label) && !/user ?agent|company|browser|product|plan|file|domain/i.test(label)
  );
}

/** With a digit in it, or of several words: any text may contain a single word. */
function isDistinctive(value: string): boolean {
  return /\d/.test(value) ? value.length > 2 : /\p{L}[^\p{L}]+\p{L}/u.test(value);
}

/** One to four words of letters alone, with capitals where the script has them. */
function looksLikeName(value: string): boolean {
  const words = value
    .trim()
    .split(/[\s,.'’-]+/)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 4 || value.length > 60) return false;
  return words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}]*$/u.test(word));
}
