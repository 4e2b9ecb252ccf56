import type { BlankRange } from './blank-patterns';
import { endOfName, endsAfter, type IsUpper, letter } from './called-name';
import { isStopWord } from './stop-words';
import { hasWordOfSupport } from './vocative-ranges';

/** Only with a sign after them are these labels; elsewhere they are words of any sentence. */
const labels =
  '(?:sur|vor|nach)?name(?: on [a-z ]{3,16})?|(?:achter|voor)?naam|na[mv]n|(?:pre|cog|sobre)?nome?(?: de famille)?|nombre|apellidos?|nazwisko|имя|фамилия|customer|client[ea]?|kund(?:e|in)|klant|contact[oa]?|person|holder|attention|signature|unterschrift|firma|sender|ansprechpartner(?:in)?|expediteur|mittente|(?:ship|bill|deliver)(?:ed)? to|received by|收件人|收货人|联系人|姓名|户名';
/** What a name follows at once. */
const leads =
  "recipient|(?:account|card) ?holder|signed(?: for)? by|c/o|attn|on behalf of|(?:under|in) the name(?: of)?|(?:made out|addressed|registered) to|\\p{L}{0,9}empfanger(?:in)?|(?:konto|karten)inhaber(?:in)?|z\\. ?hd|(?:im|auf(?: den)?) namen(?: von)?|(?:unterschrieben|quittiert) (?:von|durch)|destinataire|titulaire(?: d[eu] (?:la )?\\p{L}+)?|au nom d(?:e |')|a l'attention d(?:e |')|signee? par|destinatari[oa]|titular(?: d[aeo](?: la)? \\p{L}+)?|a nombre de|firmad[oa] por|a la atencion de|intestatari[oa]|a nome di|firmat[oa] da|em nome d[eoa]|assinad[oa] por|ontvanger|rekeninghouder|op naam van|t\\.a\\.v|(?:onder)?tekend door|получатель|на имя";
const sign = '(?: ?[:=]| -| (?:is|ist|est|es|è)(?= ))';
const patterns = [`(?:${labels})${sign}`, `(?:${leads})(?:'s? name)?\\.?${sign}?`].map(
  (source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}[ \\n]?(?=${letter})`, 'gu'),
);

/** What a form asks for, and days: "Recipient Address", "signed by Monday". */
const noName =
  /^(?:name|address|details?|data|info|e-?mail|phone|number|required|optional|none|same|adresse|daten|nummer|telefon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\p{L}{3,8}tag|mittwoch)(?:$| )/u;

/**
 * Where a name that no record has stands behind what it is: "Recipient: Anna Miller", "signed for by A. Miller",
 * "Kontoinhaberin Anna Müller". In a folded text; its line breaks may have been kept.
 */
export function labelledNameRanges(folded: string, isUpper: IsUpper): BlankRange[] {
  const found: BlankRange[] = [];
  for (const pattern of patterns) {
    for (const { index, 0: before } of folded.matchAll(pattern)) {
      const start = index + before.length;
      const end = endOfLabelled(folded, start, isUpper, /[:=-] ?\n?$/.test(before));
      if (end > start) found.push({ start, end, kind: 'name' });
    }
  }
  return found;
}

function endOfLabelled(folded: string, start: number, isUpper: IsUpper, isSigned: boolean): number {
  const end = endOfName(folded, start, isUpper, isSigned);
  const name = folded.slice(start, end);
  const isAtEnd = endsAfter(folded, end);
  // "Price" in "Anna Price" is a name.
  const [first = ''] = name.split(' ');
  if (noName.test(name) || isStopWord(name) || hasWordOfSupport(first)) return start;
  // "Name: Enter your name" has one word that goes on; a name in small letters has two, at the end.
  if (!isUpper(start))
    return isAtEnd && name.includes(' ') && !hasWordOfSupport(name) ? end : start;
  if (isSigned && !isAtEnd && !name.includes(' ')) return start;
  const comma = !name.includes(' ') && folded.startsWith(', ', end) ? end + 2 : end;
  const last = comma > end ? endOfName(folded, comma, isUpper) : end;
  // "Miller, Anna", but not the label of the next field.
  return last > comma && endsAfter(folded, last) && !/^ ?:/.test(folded.slice(last)) ? last : end;
}
