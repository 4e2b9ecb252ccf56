import { fold } from '../text/fold';
import type { Capitals } from './called-name';

const street =
  'street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|square|terrace|close|crescent|parkway|highway|way';
const streetEnd =
  'strasse|str\\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|straat|laan|plein|gracht|gatan|vagen|vej|gade|gata|katu|utca';
const streetFront =
  'rue|avenue|av\\.|avda\\.?|boulevard|bd|place|pl\\.|chemin|impasse|quai|calle|c/|avenida|plaza|pza\\.?|paseo|camino|via|viale|v\\.le|piazza|p\\.za|corso|rua|travessa|praca|ulica|ul\\.|улица|ул\\.|проспект|пр\\.|пер\\.|наб\\.|strada|str\\.';
const blockSign = '省市区區县縣镇鎮乡路街巷弄号號室栋幢楼樓町村丁目番地都府道';
const [big, inner, way] = ['특별시|광역시|시|도', '구|군|시', '로|길'].map(
  (words) => `\\p{sc=Hangul}{1,16}(?:${words.split('|').map(fold).join('|')})`,
);
/** Not "am Schalter 5" nor "Auf Seite 5". */
const noPlace =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|anfang|ende|schritt|version|seite|tag|jahr|grosse|schalter|gleis|fach|abschnitt|punkt|kapitel|nummer|preis|uhr|stelle|zeile|menu|bild|position|anhang|kasse|tisch|terminal|gate|stand|eingang|ausgang|step|page';
/** Behind digits these are amounts, not towns. */
const noTown =
  'euro?s?|usd|chf|punkte|stuck|kunden|personen|nutzer|meter|seiten|zeichen|tage|stunden|kilometer|watt|volt|zeilen|eintrage|points?|items?|users?|customers?|dollars?|pounds?|pieces?|unites?|unidades|clientes?|clients?';
/** What was found already, and what may separate it from more of the address. */
const behindOne = '(?<=\\u0001[, ]{1,2})';
const house = '\\d{1,4}(?: ?[a-z](?!\\p{L}))?(?!\\d)';

/** Addresses of houses in texts folded as `foldWithOrigins` does, with where they must have a capital. */
export const addressPatterns: readonly (readonly [RegExp, Capitals])[] = (
  [
    ['some', `(?<![\\p{L}\\d])\\d{1,5}[a-z]?,? (?:[\\p{L}.'-]+ ){1,4}(?:${street})(?![\\p{L}])`],
    [
      'some',
      `(?<![\\p{L}.'-])(?:[\\p{L}.'-]+ ){1,2}(?:street|road|avenue|boulevard|lane) ${house}`,
    ],
    [
      'some',
      `(?<![\\p{L}])(?:[\\p{L}.']{1,40}[ -]){0,4}[\\p{L}.']{0,40}(?:${streetEnd}),? ?\\d{1,4}(?: ?[a-z](?![\\p{L}]))?`,
    ],
    [
      'some',
      `(?<![\\p{L}\\d])(?:\\d{1,4}(?: ?bis| ?ter|[a-z])?,? )?(?:${streetFront}) ?(?:[\\p{L}.'-]+ ){0,5}[\\p{L}.'-]+,?(?: (?:n°? ?|nº ?|no\\.? ?|д\\.? ?)?\\d{1,4})(?!\\d)`,
    ],
    [
      'some',
      `(?<![\\p{L}\\d])\\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|bd|place|chemin|impasse|quai) (?:[\\p{L}.'-]+ ){0,4}[\\p{L}.'-]+`,
    ],
    [
      'none',
      `(?:(?:(?![${blockSign}])\\p{Script=Han}){0,10}[${blockSign}]){0,10}\\d{1,5} ?[号號室栋幢楼樓番丁弄座](?:\\d|[${blockSign}单元座院层]|-)*`,
    ],
    // Without a number, a province or town, a district and a street are one.
    [
      'none',
      `(?:(?:(?![${blockSign}])\\p{Script=Han}){1,8}[省市区區县縣]){2}(?:(?![${blockSign}])\\p{Script=Han}){1,8}[路街道巷弄镇乡村]`,
    ],
    ['none', `(?:${big} )(?:${inner} ){1,2}${way} ?\\d{1,4}(?:-\\d{1,4})?`],
    [
      'none',
      `(?<!\\p{L})[\\p{sc=Cyrl}-]{3,40} (?:проспект|улица|переулок|шоссе|бульвар|площадь|набережная),? (?:д(?:ом|\\.) ?)?${house}`,
    ],
    [
      'some',
      '\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}\\b|\\b\\d{4} ?[a-z]{2}\\b(?=,? \\p{L})|\\b[a-z]\\d[a-z] ?\\d[a-z]\\d\\b',
    ],
    [
      'none',
      `(?<!\\p{L})(?:p\\.? ?o\\.? ?box|postfach|postbus|apartado(?: de correos)?|casella postale|caixa postal|boite postale|b\\.?p\\.|а/я)(?: ?(?:nr|no|n°)\\.?)? ?\\d{1,6}`,
    ],
    ['all', '(?<![\\p{L}\\d])bp ?\\d{2,6}(?![\\p{L}\\d])'],
    [
      'first',
      `(?<!\\p{L})(?:am|an de[rmn]|auf de[rm]|unter de[rn]|hinter de[rm]|zum|zur) (?!(?:${noPlace})(?!\\p{L}))[\\p{L}-]{3,40} ${house}(?= ?(?:[,;!?)]|\\.(?!\\d)|$)| \\d{5})`,
    ],
    // In small letters only what nothing else is called.
    [
      'none',
      `(?<![\\p{L}\\d])\\d{1,5}[a-z]? (?!(?:\\p{L}{1,3}|minutes?|hours?|days?|miles?|lanes?|steps?|main|open|next|same) )[\\p{L}'-]{3,40} (?:street|avenue|boulevard)(?!\\p{L})`,
    ],
    [
      'none',
      `(?<![\\p{L}-])\\p{L}{3,40}(?:strasse|gasse|allee|chaussee|straat|gracht|str\\.) ?${house}`,
    ],
    [
      'none',
      `${behindOne}(?:apt|apartment|suite|ste|unit|flat|room|floor|wohnung|whg|app|piso|puerta|кв|офис|корп)[. ] ?#?\\d{1,4}[a-z]?`,
    ],
    [
      'some',
      `(?<![\\p{L}\\d.,-])\\d{5} (?!(?:${noTown})(?!\\p{L}))\\p{L}{3,40}(?:[-'/]\\p{L}{2,40}){0,4}`,
    ],
    ['some', `${behindOne}(?:[a-z]{1,2}-)?\\d{4} \\p{L}{3,40}(?:-\\p{L}{2,40}){0,2}`],
  ] as const
).map(([capitals, source]) => [new RegExp(source, 'gu'), capitals]);
