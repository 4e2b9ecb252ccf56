import { addressPatterns } from './address-patterns';
import type { Capitals } from './called-name';
import { datePatterns } from './date-patterns';
import { monthNames } from './month-names';
import { bareLinkPattern, linkPattern } from './public-pages';
import { capitalPatterns, numberedPatterns } from './reference-patterns';
import { secretPatterns } from './secret-patterns';

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

/** What one kind looks like. */
export interface BlankPattern {
  kind: BlankKind;
  pattern: RegExp;
  capitals?: Capitals;
  /** Times, years and amounts look like it, and are none. */
  isUncertain?: boolean;
}

let prepared: readonly BlankPattern[] | undefined;

/**
 * The patterns, on a text folded as `foldWithOrigins` does, digits as 0 to 9; earlier ones count first. Made
 * at the first use, in steps: the browser has to be asked for the names of months.
 */
export function* blankPatterns(): Generator<void, readonly BlankPattern[]> {
  prepared ??= patternsWith((yield* monthNames()).join('|'));
  return prepared;
}

const beforeOthers: readonly BlankPattern[] = [
  { kind: 'link', pattern: linkPattern },
  { kind: 'link', pattern: bareLinkPattern },
  // Latin letters next to a script without blanks end where that script begins.
  {
    kind: 'email_address',
    pattern:
      /(?<![a-z0-9!#$%&'*+/=?^_`{|}~.\\-])(?:mailto:)?[a-z0-9!#$%&'*+/=?^_`{|}~.\\-]+ ?@ ?[a-z0-9\\-]+(?:\.[a-z0-9\\-]+)*/g,
  },
  {
    kind: 'email_address',
    pattern: /(?<![\p{L}\p{N}._%+'\\-])[\p{L}\p{N}._%+'\\-]+ ?@ ?[\p{L}\p{N}.\\-]+/gu,
  },
  {
    kind: 'email_address',
    pattern:
      /(?<![\w.+-])[\w.+-]+ (?:at|arroba) [\w-]+(?: (?:dot|punkt|punto) [a-z]{2,20}){1,4}(?![\w-])/g,
  },
  {
    kind: 'email_address',
    pattern:
      /(?<![\w.+-])[\w.+-]+ ?[<([{] ?(?:at|@) ?[>)\]}] ?[\w-]+(?:(?: ?[([{] ?(?:dot|punkt|\.) ?[)\]}] ?|\.)[\w-]+)*/g,
  },
];

/** These may be part of a time, a year or an amount. */
const afterOthers: readonly BlankPattern[] = [
  {
    kind: 'reference',
    pattern: /(?<![\p{L}\p{N}])[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}/gu,
  },
  {
    kind: 'reference',
    pattern: /#[ ]?[\p{L}\p{N}][\p{L}\p{N}_/-]*\d[\p{L}\p{N}_/-]*|#[ ]?\d[\p{L}\p{N}_/-]*/gu,
  },
  {
    kind: 'reference',
    pattern:
      /(?<![\p{L}\p{N}])(?=[a-z0-9_/-]{0,80}[a-z])(?=(?:[a-z_/-]{0,80}\d){3})[a-z0-9]+(?:[_/-][a-z0-9]+)*(?![\p{L}\p{N}])/gu,
  },
  { kind: 'number', pattern: new RegExp(`(?:[+(] ?)?\\d(?:${betweenDigits}\\d){4,}`, 'gu') },
  { kind: 'number', pattern: /[〇零一二三四五六七八九]{5,}/g },
  { kind: 'number', pattern: /(?<![\p{L}\d.,:/-])\d{4}(?![\p{L}\d:]|[.,]\d)/gu },
];

/** In their order: what was found by an earlier one is nothing else. */
function patternsWith(months: string): readonly BlankPattern[] {
  const plain = (kind: BlankKind) => (pattern: RegExp) => ({ kind, pattern });
  const written =
    (kind: BlankKind) =>
    ([pattern, capitals]: readonly [RegExp, Capitals]) => ({ kind, pattern, capitals });
  return [
    ...beforeOthers,
    ...secretPatterns.map(written('detail')),
    ...datePatterns(months).map(plain('date')),
    ...addressPatterns.map(written('address')),
    ...numberedPatterns.map(plain('reference')),
    ...capitalPatterns.map((pattern) => written('reference')([pattern, 'all'])),
    ...afterOthers.map((each) => ({ ...each, isUncertain: true })),
  ];
}
