import { fold } from '../text/fold';

const [year, month, day] = ['[年년]', '[月월]', '[日号號일]'].map(
  (signs) => `(?:${[...signs.slice(1, -1)].map(fold).join('|')})`,
);
const hanDigits = '[一二三四五六七八九十]{1,3}';
const weekdays =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\\.?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo)';
const ordinal = '\\d{1,2}(?:st|nd|rd|th)(?!\\p{L})';
/** Behind a date; "the 2nd floor" and "am 3. Tag" are none. */
const goesOn =
  '(?= ?(?:$|[,;!?)]|\\.(?!\\d))| (?:and|or|at|of|by|to|in|for|we|you|it|i|is|was|will|between|from|before|after|so|if|when|until|und|oder|um|bei|an|da|wird|ist|war|kommt|geht|geliefert|abgeholt|zugestellt|verschickt|versendet|eingegangen|erhalten|zwischen|nach|vor)(?!\\p{L}))';

/** Dates in texts folded as `foldWithOrigins` does; `months` are the names of months, parted by bars. */
export function datePatterns(months: string): readonly RegExp[] {
  return [
    `(?<!\\d)\\d{4} ?${year}(?: ?\\d{1,2} ?${month})?(?: ?\\d{1,2} ?${day})?|\\d{1,2} ?${month} ?\\d{1,2} ?${day}?`,
    `(?:[〇零○一二三四五六七八九]{4}年)?${hanDigits}月${hanDigits}[日号號]?`,
    `(?<![\\p{L}\\d])\\d{1,2}(?:st|nd|rd|th|er|te[nr]?|\\.|º|ª)?[ -]?(?:of |de |den |d')?(?:${months})(?![\\p{L}])\\.?(?:,? (?:de )?\\d{2,4}|-\\d{2,4})?`,
    `(?<![\\p{L}])(?:${months})\\.? (?:the )?\\d{1,4}(?:st|nd|rd|th)?(?![\\d:])(?:,? \\d{4})?`,
    `(?<!\\d[./-]?|(?:version|firmware|release|software|android|ios|macos|windows|update) ?v?)\\d{1,4}([./-])\\d{1,2}\\1(?:\\d{1,4})?(?![./-]?\\d)`,
    // A day and a month, or a day alone, only where the words around it say so.
    `(?<=(?<!\\p{L})(?:on|until|till|before|after|since|from|due|am|vom|zum|bis|ab|den|le|du|au|el|al|il|dal|op|${weekdays}),? )(?!24/7)\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?(?![\\d/])`,
    `(?<=(?<!\\p{L})by )(?!1/[2-9](?!\\d)|2/3|3/4)\\d{1,2}/\\d{1,2}(?![\\d/])`,
    `(?<=(?<!\\p{L})(?:on|by|until|till|before|after|since|from) (?:the )?)${ordinal}${goesOn}`,
    `(?<![\\p{L}])${weekdays},? (?:the )?${ordinal}`,
    `(?<![\\p{L}])${weekdays},? (?:den |dem )?\\d{1,2}\\.(?! ?\\d)`,
    `(?<=(?<!\\p{L})(?:le|el|il|op|na) )${weekdays} \\d{1,2}(?![\\d:/]| ?(?:h|heures?|horas?|uur|a|à)(?!\\p{L}))`,
    `(?<=(?<!\\p{L})(?:am|vom|zum|bis|ab|den|dem) )\\d{1,2}\\.(?!\\d)${goesOn}`,
  ].map((source) => new RegExp(source, 'gu'));
}
