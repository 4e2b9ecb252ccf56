import { fold } from '../text/fold';
import { monthNames } from './month-names';
import { bareLinkPattern, linkPattern } from './public-pages';

/** What was at a place whose text must not be shown to somebody else. */
export type BlankKind =
  | 'name'
  | 'first_name'
  | 'email_address'
  | 'number'
  | 'date'
  | 'address'
  | 'reference'
  | 'link'
  | 'detail';

/** A stretch of a text that is personal to somebody, from `start` up to, not including, `end`. */
export interface BlankRange {
  start: number;
  end: number;
  kind: BlankKind;
}

/** What may be between the groups of one number; a comma with a blank separates two numbers. */
export const betweenDigits = '(?:[^\\p{L}\\p{N}\\n;,]{0,3}|,)';
// Folded, as the texts are.
const [year, month, day] = ['[年년]', '[月월]', '[日号號일]'].map(
  (signs) => `(?:${[...signs.slice(1, -1)].map(fold).join('|')})`,
);
const street =
  'street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|court|square|terrace|close|crescent|parkway|highway';
const streetEnd =
  'strasse|str\\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|straat|laan|plein|gracht|gatan|vagen|vej|gade|gata|katu|utca';
const streetFront =
  'rue|avenue|boulevard|bd|place|chemin|impasse|quai|calle|avenida|plaza|paseo|camino|via|viale|piazza|corso|rua|travessa|praca|ulica|ul\\.|улица|ул\\.|проспект|пр\\.|strada|str\\.';
const blockSign = '省市区區县縣镇鎮乡路街巷弄号號室栋幢楼樓町村丁目番地都府道';

/** "Order no. B12", "订单号 7": short, but the word before says that it is somebody's. */
const numbered = new RegExp(
  `(?<=(?:order|ticket|invoice|case|rma|tracking|reference|ref|booking|customer|account|parcel|bestell|auftrags|rechnungs|sendungs|kunden|vorgangs|commande|facture|dossier|suivi|client|pedido|factura|seguimiento|cliente)[ -]?(?:number|no|nr|num|id|code|nummer|numero|n°|nº|de)[.:]? ?#?|${fold('(?:订单|运单|快递|发票|客户|会员|工单|[单编])号')}(?:[是为:] ?)?)(?=[a-z-]{0,12}\\d)[a-z0-9]+(?:[_/-][a-z0-9]+)*`,
  'gu',
);

type BlankPattern = readonly [BlankKind, RegExp];
let prepared: readonly BlankPattern[] | undefined;

/**
 * The patterns, on a text folded as `foldWithOrigins` does, digits as 0 to 9; earlier ones count first. Made
 * at the first use, in steps: the browser has to be asked for the names of months.
 */
export function* blankPatterns(): Generator<void, readonly BlankPattern[]> {
  prepared ??= patternsWith((yield* monthNames()).join('|'));
  return prepared;
}

function patternsWith(months: string): readonly BlankPattern[] {
  return [
    ['link', linkPattern],
    ['link', bareLinkPattern],
    // Latin letters next to a script without blanks end where that script begins.
    [
      'email_address',
      /(?<![a-z0-9!#$%&'*+/=?^_`{|}~.\\-])(?:mailto:)?[a-z0-9!#$%&'*+/=?^_`{|}~.\\-]+ ?@ ?[a-z0-9\\-]+(?:\.[a-z0-9\\-]+)*/g,
    ],
    ['email_address', /(?<![\p{L}\p{N}._%+'\\-])[\p{L}\p{N}._%+'\\-]+ ?@ ?[\p{L}\p{N}.\\-]+/gu],
    [
      'email_address',
      /(?<![\w.+-])[\w.+-]+ (?:at|arroba) [\w-]+(?: (?:dot|punkt|punto) [a-z]{2,20}){1,4}(?![\w-])/g,
    ],
    [
      'email_address',
      /(?<![\w.+-])[\w.+-]+ ?[<([{] ?(?:at|@) ?[>)\]}] ?[\w-]+(?:(?: ?[([{] ?(?:dot|punkt|\.) ?[)\]}] ?|\.)[\w-]+)*/g,
    ],
    [
      'date',
      new RegExp(
        `(?<!\\d)\\d{4} ?${year}(?: ?\\d{1,2} ?${month})?(?: ?\\d{1,2} ?${day})?|\\d{1,2} ?${month} ?\\d{1,2} ?${day}?`,
        'gu',
      ),
    ],
    [
      'date',
      new RegExp(
        `(?<![\\p{L}\\d])\\d{1,2}(?:st|nd|rd|th|er|\\.|º|ª)? ?(?:of |de |den |d')?(?:${months})(?![\\p{L}])\\.?(?:,? (?:de )?\\d{2,4})?`,
        'gu',
      ),
    ],
    [
      'date',
      new RegExp(
        `(?<![\\p{L}])(?:${months})\\.? (?:the )?\\d{1,4}(?:st|nd|rd|th)?(?![\\d:])(?:,? \\d{4})?`,
        'gu',
      ),
    ],
    ['date', /(?<!\d[./-]?)\d{1,4}([./-])\d{1,2}\1(?:\d{1,4})?(?![./-]?\d)/g],
    [
      'address',
      new RegExp(
        `(?<![\\p{L}\\d])\\d{1,5}[a-z]?,? (?:[\\p{L}.'-]+ ){1,4}(?:${street})(?![\\p{L}])`,
        'gu',
      ),
    ],
    [
      'address',
      new RegExp(
        `(?<![\\p{L}])(?:[\\p{L}.']{1,40}[ -]){0,4}[\\p{L}.']{0,40}(?:${streetEnd}) ?\\d{1,4}(?: ?[a-z](?![\\p{L}]))?`,
        'gu',
      ),
    ],
    [
      'address',
      new RegExp(
        `(?<![\\p{L}\\d])(?:\\d{1,4}(?: ?bis| ?ter|[a-z])?,? )?(?:${streetFront}) (?:[\\p{L}.'-]+ ){0,5}[\\p{L}.'-]+,?(?: (?:n°? ?|nº ?|no\\.? ?|д\\.? ?)?\\d{1,4})(?!\\d)`,
        'gu',
      ),
    ],
    [
      'address',
      /(?<![\p{L}\d])\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|bd|place|chemin|impasse|quai) (?:[\p{L}.'-]+ ){0,4}[\p{L}.'-]+/gu,
    ],
    [
      'address',
      new RegExp(
        `(?:(?:(?![${blockSign}])\\p{Script=Han}){0,10}[${blockSign}]){0,10}\\d{1,5} ?[号號室栋幢楼樓番丁](?:\\d|[${blockSign}]|-)*`,
        'gu',
      ),
    ],
    [
      'address',
      /\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\b\d{4} ?[a-z]{2}\b(?=,? \p{L})|\b[a-z]\d[a-z] ?\d[a-z]\d\b/gu,
    ],
    [
      'reference',
      /(?<![\p{L}\p{N}])[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}/gu,
    ],
    ['reference', numbered],
    ['reference', /#[ ]?[\p{L}\p{N}][\p{L}\p{N}_/-]*\d[\p{L}\p{N}_/-]*|#[ ]?\d[\p{L}\p{N}_/-]*/gu],
    [
      'reference',
      /(?<![\p{L}\p{N}])(?=[a-z0-9_/-]{0,80}[a-z])(?=(?:[a-z_/-]{0,80}\d){3})[a-z0-9]+(?:[_/-][a-z0-9]+)*(?![\p{L}\p{N}])/gu,
    ],
    ['number', new RegExp(`(?:[+(] ?)?\\d(?:${betweenDigits}\\d){4,}`, 'gu')],
    ['number', /[〇零一二三四五六七八九]{5,}/g],
    ['number', /(?<![\p{L}\d.,:/-])\d{4}(?![\p{L}\d:]|[.,]\d)/gu],
  ];
}
