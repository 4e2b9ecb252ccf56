import { titleWords } from '../identity/name-titles';
import { fold } from '../text/fold';
import type { BlankRange } from './blank-patterns';
import { endOfName, endsAfter, type IsUpper, letter, nameParticles, nameWord } from './called-name';
import { isStopWord } from './stop-words';

/** Titles only in this place: by themselves, or without their full stop, they are other words. */
const shortTitles = 'hrn?\\.|fr\\.|fam\\.|familie|sig\\.(?:ra)?|m\\.|heer|panie|pane|sayin';
const title = `(?:${titleWords.join('|')}|${shortTitles})\\.?`;
const greetings = fold(
  'hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|hallo|hallochen|guten (?:tag|morgen|abend)|moin|servus|gruss gott|gruezi|sehr geehrte[rns]?|hoi|bonjour|bonsoir|salut|coucou|hola|buen(?:os dias|as tardes|as noches| dia)|ciao|ola|hej|hei|czesc|dzien dobry|buongiorno|buonasera|salve|buenas|bom dia|boa (?:tarde|noite)|oi|goede(?:morgen|middag|navond|ndag)|god (?:morgon|morgen|dag)|ahoj|dobry (?:den|vecer)|szia|merhaba|halo|selamat (?:pagi|siang|sore|malam)|kumusta|xin chao|gruss (?:dich|euch)|добрый вечер|доброе утро|добрий день|привіт|privet|привет|здравствуйте|добрый день',
);
const fondly = fold(
  'dear|liebe[rs]?|werte[rs]?|geachte|beste|chere?s?|estimad[oa]|querid[oa]|gentile|car[oa]|prezad[oa]|kjaere|kaere|уважаем(?:ый|ая)|дорог(?:ой|ая)',
);
const thanks = fold(
  "(?:many )?thanks?(?: you)?(?: (?:so|very) much| a lot| a million| again)?|thx|ty|cheers|(?:my |our )?(?:sincere )?apologies|(?:so |very )?sorry(?: about (?:that|this)| again)?|(?:you are |you're )?welcome(?: back)?|(?:vielen |herzlichen |besten |lieben |tausend )?dank(?:e|e schon|e sehr|e dir|e ihnen|eschon| dir| ihnen)?|entschuldigung|verzeihung|entschuldigen sie|entschuldige|tut mir (?:sehr )?leid|merci(?: beaucoup| bien| a vous)?|desolee?s?|pardon|excusez(?:-| )moi|(?:muchas |mil )?gracias(?: a ti| a usted)?|perdon[ae]?|disculp[ae]|lo siento(?: mucho)?|grazie(?: mille)?|scus[ai]|mi dispiace|(?:muit[oa] )?obrigad[oa]|desculp[ae]|bedankt|dank (?:je|u)(?: wel)?|dankjewel|excuses|tack|takk|tak|beklager|kiitos|anteeksi|dziekuj(?:e|emy)|przeprasza(?:m|my)|спасибо|благодарю|благодарим|извините|простите",
);
const agreements = fold(
  "yes|yep|ok|okay|sure|great|perfect|alright|all right|of course|no problem|no worries|noted|understood|absolutely|congrat(?:s|ulations)|happy birthday|bye|goodbye|take care|ja|nein|klar|gerne?|naturlich|kein problem|alles klar|super|verstanden|(?:herzlichen )?gluckwunsch|willkommen|tschuss|auf wiedersehen|oui|non|bien sur|d'accord|pas de (?:probleme|soucis?)|parfait|felicitations|bienvenue|au revoir|si|claro|por supuesto|vale|perfecto|de acuerdo|sin problema|felicidades|bienvenid[oa]|adios",
);
const wishes = fold(
  "see you(?: soon)?|how are you(?: today| doing)?|(?:nice|great|good|lovely|wonderful) (?:day|weekend|week|evening|one)|(?:this|that|it) helps|bis (?:bald|dann)|schonen (?:tag|abend)(?: noch)?|schones wochenende|geht(?: e|')s(?: dir| ihnen)?|a bientot|bonne (?:journee|soiree|continuation)|bon week-?end|hasta (?:luego|pronto)|buen (?:dia|fin de semana)",
);

interface Call {
  pattern: RegExp;
  /** The name of the addressee may be written without a capital. */
  mayBeLower: boolean;
  /** The name is at the end of its clause, or before a word that any sentence may contain. */
  isAtEnd: boolean;
}

const toName = `(?:${title} )*(?=${letter})`;
const begins = '(?<=(?:^|[^\\p{L}\\p{N} ]) ?)';
const calls: readonly Call[] = [
  call(`(?<!\\p{L})(?:${greetings})(?:,? (?:${fondly}))? `, true, false),
  call(`${begins}(?:${fondly}) `, true, false),
  call(`(?<!\\p{L})(?:${thanks}) `, false, false),
  call(`(?<!\\p{L})(?:${greetings}|${thanks})[^\\p{L}\\p{N}\\p{Co}\\n.!?]{2,4}`, false, true),
  call(`(?:${begins}(?:${agreements})|(?<!\\p{L})(?:${wishes})) `, false, true),
  call('(?:您好|你好|谢谢|感谢|多谢|抱歉|对不起|不好意思|亲爱的|尊敬的)[, ]?', false, false),
];

function call(before: string, mayBeLower: boolean, isAtEnd: boolean): Call {
  return { pattern: new RegExp(`${before}${toName}`, 'gu'), mayBeLower, isAtEnd };
}

/** "Thank you for waiting Anna!", "Danke für Ihre Geduld Anna!". */
const thanksFor = new RegExp(`(?<!\\p{L})(?:${thanks}) (?=(?:${nameWord} ){2,9}${letter})`, 'gu');
const clauseWord = new RegExp(`(${nameWord}) ?`, 'uy');
const waits = /^(?:wait|understand|ask|writ|reply|confirm|shar|remind|explain|pay|check)ing$/;
const afterTitle = new RegExp(
  `(?<!['.\\p{L}]|\\d ?)(?:${title} )+(?:(?:${nameParticles.join('|')}) )*(?=${letter})`,
  'gu',
);
const shortTitle = /^(?:mr|mrs|ms|mme|mlle)\.? $/;
const mention = /(?<![\p{L}\p{N}@._-])@ ?([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu;
const afterName = '(?:您好|你好|先生|女士|小姐|太太|老师|様|さん)';
const beforeHello = new RegExp(`(?<![\\p{L}])(?=${letter})(?=.{1,60}?${afterName})`, 'gu');
const comesAfterName = new RegExp(`^[, ]{0,2}${afterName}`);
const beforeHonorific: readonly RegExp[] = [
  /(?:(?![的好爱敬位给为和与对向请问您你是])\p{sc=Han}){1,4}(?= ?(?:先生|女士|小姐|太太|老师))/gu,
  /(?:(?![皆客])[\p{sc=Han}\p{sc=Katakana}ー]){1,6}(?= ?(?:様|さん|さま))/gu,
  // Hiragana by itself, with what folding takes off; "おつかれさま" and "どの様に" are no names.
  /(?<![\p{L}\p{M}])(?!お|こ\u3099|みん?な|たく|[こそあ]の|と\u3099の)[\p{sc=Hiragana}\u3099]{2,7}(?=(?:様(?![になで子々式態相])|さん))/gu,
  // Hangul is taken apart by folding.
  new RegExp(
    `(?!${fold('고객')}|${fold('선생')})\\p{sc=Hangul}{2,12}(?= ?(?:${fold('님')}|${fold('씨')}))`,
    'gu',
  ),
];

/**
 * Where a reply calls somebody by a name that no record has: after a greeting, thanks, an apology, a title,
 * as @somebody, before an honorific. In a folded text; its line breaks may have been kept.
 */
export function salutationRanges(folded: string, isUpper: IsUpper): BlankRange[] {
  const spans = [afterCalls, afterThanks, afterTitles, beforeHellos].flatMap((spansIn) => [
    ...spansIn(folded, isUpper),
  ]);
  const found = spans.filter(([start, end]) => end > start).map(([start, end]) => ({ start, end }));
  for (const { index, 0: whole, 1: called = '' } of folded.matchAll(mention)) {
    found.push({ start: index + whole.length - called.length, end: index + whole.length });
  }
  for (const pattern of beforeHonorific) {
    for (const { index, 0: name } of folded.matchAll(pattern)) {
      found.push({ start: index, end: index + name.length });
    }
  }
  return found.map((range) => ({ ...range, kind: 'name' }));
}

type Span = readonly [start: number, end: number];

function* afterCalls(folded: string, isUpper: IsUpper): Generator<Span> {
  for (const { pattern, mayBeLower, isAtEnd } of calls) {
    for (const { index, 0: before } of folded.matchAll(pattern)) {
      const start = index + before.length;
      const end = endOfName(folded, start, isUpper, true);
      // "thanks anna!": without a capital only where nothing else can be meant.
      const isSure = isUpper(start) ? !isAtEnd : endsAfter(folded, end);
      const isLikely = isUpper(start) || mayBeLower;
      if (isSure || (isLikely && endsName(folded, end))) yield [start, end];
    }
  }
}

function* afterThanks(folded: string, isUpper: IsUpper): Generator<Span> {
  const walked = { german: -1, other: -1 };
  for (const { index, 0: before } of folded.matchAll(thanksFor)) {
    const isGerman = /dank|entsch|verz|leid/.test(before);
    const language = isGerman ? 'german' : 'other';
    clauseWord.lastIndex = index + before.length;
    // The walk from earlier thanks in the same clause has been here.
    if (clauseWord.lastIndex <= walked[language]) continue;
    for (let last = clauseWord.exec(folded); last !== null; last = clauseWord.exec(folded)) {
      const start = clauseWord.lastIndex;
      walked[language] = start;
      const end = endOfName(folded, start, isUpper);
      const [, word = ''] = last;
      const isObject = isStopWord(word) || (/ing$/.test(word) && !waits.test(word));
      // "für die freundliche Nachricht": the noun of a German object has a capital.
      const isNoun = isGerman && !isUpper(last.index);
      if (!isObject && !isNoun && endsAfter(folded, end)) yield [start, end];
    }
  }
}

function* afterTitles(folded: string, isUpper: IsUpper): Generator<Span> {
  for (const { index, 0: before } of folded.matchAll(afterTitle)) {
    const start = index + before.length;
    yield [start, endOfName(folded, start, isUpper, shortTitle.test(before))];
  }
}

function* beforeHellos(folded: string, isUpper: IsUpper): Generator<Span> {
  for (const { index: start } of folded.matchAll(beforeHello)) {
    const end = endOfName(folded, start, isUpper);
    if (comesAfterName.test(folded.slice(end, end + 5))) yield [start, end];
  }
}

/** Whether a name ends here: its clause ends, or a word follows that any sentence may contain. */
function endsName(folded: string, at: number): boolean {
  const next = /^\s(\p{L}+)/u.exec(folded.slice(at, at + 30))?.[1];
  return endsAfter(folded, at) || (next !== undefined && isStopWord(next));
}
