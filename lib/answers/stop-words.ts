import { foldForFullText } from '../full-text/terms';

/** Words that say nothing about the subject of a message, in the most used languages; folded. */
const functionWords = {
  en: `a about after again all also am an and any are as at be because been before being but by can cant
could did didnt do does doesnt doing done dont for from get gets getting go going got had has hasnt have havent having
he her here him his how i if im in into is isnt it its ive just know let like ll make me more my need no not now of off
on one only or our out over re really s she should so some still such t than that the their them then there these they
this those through to today too up us ve very want was wasnt we well were what when which while who why will with wont
would yesterday you your possible way able anyone somebody something anything tell somehow`,
  de: `aber alle als also am an auf aus bei beim bin bis das dass dem den der des dich die dies diese dieser doch du ein eine
einem einen einer er es etwas euch euer eure fur gab geht gibt hab habe haben hat hatte ich ihn ihr ihre ihnen im in ist
ja kann konnen konnte mal man mehr mein meine meinem meinen meiner mich mir mit mochte muss nach nicht nun nur ob oder
schon sehr sein sich sie sind so soll und uns unser unsere vom von vor war warum was wegen weil wenn wer werden wie wieso
will wir wird wurde wurden zu zum zur uber leider gerne brauche gerade immer`,
  fr: `au aux avec ce cela ces cette chez comment dans de depuis des du elle en est et etre eu faire fait il ils j je jai la le
les leur lui ma mais me mes moi mon n ne nous on ont ou par pas peut peux plus pour pourquoi puis quand que quel quelle
qui sa sans se ses si son sont suis sur tres tu un une vos votre vous y etait ete`,
  es: `al algo algun como con cuando de del desde el ella en era es esa ese eso esta estan este esto estoy fue ha hace han hasta
hay he la las le lo los mas me mi mis muy no nos o para pero por porque puede puedo que quiero se ser si sin sobre son su
sus te tengo tiene todo un una uno y ya yo`,
  it: `da dei della di del e gli ho il io mi ma non nel per piu sono una uno vorrei con come che la lo mio mia questo`,
  pt: `com da do dos em e eu foi meu minha nao na no para por os as uma um que como isso voces`,
  nl: `de het een en ik is dat niet van voor mijn op te met er maar hoe kan heb wat naar om jullie nog ook`,
};

const courtesyWords = `hello hi hey hiya dear good morning afternoon evening day thanks thank thx ty please pls sorry
regards best kind cheers bye ok okay okey sure yes yep yeah no nope great perfect super cool fine nice alright welcome
appreciate appreciated help team everyone sir madam mr mrs ms understood noted
hallo guten tag morgen abend servus moin gruss grusse grusse liebe lieber freundliche freundlichen bitte danke dank
vielen viele besten schonen ja nein gut prima alles klar hilfe gerne sehr geehrte geehrter damen herren mfg
bonjour bonsoir salut merci beaucoup cordialement svp plait aide daccord oui non parfait madame monsieur coucou
hola buenos buenas dias tardes noches gracias muchas favor saludos ayuda vale perfecto si senor senora gracia
ciao buongiorno grazie prego ola obrigado obrigada bom dia hoi goedemorgen dank bedankt dankjewel groeten
privet zdravstvuyte привет здравствуйте добрый день спасибо пожалуйста ок да нет хорошо`;

const unspacedCourtesy =
  /您好|你好|请问|谢谢|多谢|麻烦|好的|嗯+|是的|在吗|在么|在不在|客服|亲|早上好|下午好|晚上好|こんにちは|こんばんは|ありがとうございます|ありがとう|すみません|はい|お願いします|안녕하세요|감사합니다|네/g;

const courtesy = new Set(courtesyWords.split(/\s+/));
const byLanguage = Object.entries(functionWords).map(
  ([language, words]) => [language, new Set(words.split(/\s+/))] as const,
);
const said = new Set([...byLanguage.flatMap(([, words]) => [...words]), ...courtesy]);

/** Whether a folded word is one that any message may contain. */
export function isStopWord(word: string): boolean {
  return said.has(word);
}

/** Whether a folded word only greets, thanks or agrees. */
export function isCourtesyWord(word: string): boolean {
  return courtesy.has(word);
}

/** A run of a script without blanks between words, without what only greets, thanks or agrees. */
export function withoutCourtesy(run: string): string {
  return run.replace(unspacedCourtesy, ' ');
}

/** Fewer words of a language than this prove nothing. */
const LEAST_WORDS = 2;

/** Which language a text is in, or which script where that says enough; `undefined` where it is not clear. */
export function languageOf(text: string): string | undefined {
  const folded = foldForFullText(text);
  const script = scripts.find((each) => new RegExp(`\\p{sc=${each}}`, 'u').test(folded));
  if (script !== undefined) return script;
  const words = folded.match(/\p{L}+/gu) ?? [];
  const counts = byLanguage
    .map(([language, known]) => ({
      language,
      count: words.filter((each) => known.has(each)).length,
    }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  const isSure =
    first !== undefined && first.count >= LEAST_WORDS && first.count > (second?.count ?? 0);
  return isSure ? first.language : undefined;
}

const scripts = [
  'Hiragana',
  'Katakana',
  'Hangul',
  'Han',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Greek',
  'Thai',
  'Devanagari',
];
