import type { MailElement } from './mail-element';

type Test = (element: MailElement) => boolean;

interface Part {
  /** The part before it means the element's parent, not any element around it. */
  isChild: boolean;
  tests: Test[];
}

/** A selector that was understood. */
export interface Selector {
  /** From the outermost element to the one that it means. */
  parts: Part[];
  /** What each element that it means has: `#id`, `.class` or a name; `*` for anything. */
  key: string;
  /** Its specificity: the greater one wins. */
  weight: number;
  /** It may mean less than it says here: some of its conditions were not understood. */
  isWide: boolean;
}

const longest = 300;
const mostPieces = 16;

const token =
  /([ >+~])|([.#]?)((?:[\w\u0080-\uffff-]|\\.)+)|\*|\[ ?([\w:-]+) ?(?:([~|^$*]?=) ?("[^"]*"|'[^']*'|[^\] ]*) ?(i?) ?)?\]|(:)[\w-]+(?:\([^()]*\))?/giy;

/** Not so while somebody only reads, or not about an element's own text. */
const neverSo = /::|:(?:hover|active|focus|visited|target|before|after|first-l|placeholder|-)/i;

/** Reads one selector; `undefined` for one that is not understood, or that means nothing in a mail. */
export function readSelector(written: string): Selector | undefined {
  if (written.length > longest || neverSo.test(written)) return undefined;
  const source = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([>+~])(?!=) ?/g, '$1');
  const found: Selector = { parts: [newPart(false)], key: '*', weight: 0, isWide: false };
  const pieces = [...source.matchAll(token)];
  for (const piece of pieces) addPiece(found, piece);
  const isWhole = pieces.reduce((length, [all]) => length + all.length, 0) === source.length;
  const isUsable = source !== '' && !/^[>+~]|[>+~]$/.test(source) && pieces.length <= mostPieces;
  return isWhole && isUsable ? found : undefined;
}

function newPart(isChild: boolean): Part {
  return { isChild, tests: [] };
}

function addPiece(found: Selector, piece: RegExpMatchArray): void {
  const [, combinator, sign = '', name, attribute, operator, value, caseless, pseudo] = piece;
  const tests = found.parts.at(-1)?.tests;
  if (combinator !== undefined) {
    const isBeside = combinator === '+' || combinator === '~';
    // Which elements are beside one another is not known here.
    if (isBeside) found.parts = [];
    found.isWide ||= isBeside;
    found.parts.push(newPart(combinator === '>'));
    found.key = '*';
  } else if (name !== undefined) {
    tests?.push(named(found, sign, name.replace(/\\(.)/g, '$1')));
  } else if (attribute !== undefined) {
    tests?.push(attributeTest(attribute.toLowerCase(), operator, value, caseless));
    found.weight += 100;
  } else if (pseudo !== undefined) {
    found.isWide = true;
    found.weight += 100;
  }
}

function named(found: Selector, sign: string, name: string): Test {
  found.weight += weights[sign] ?? 1;
  const key = sign + (sign === '' ? name.toLowerCase() : name);
  if (!found.key.startsWith('#') && (sign !== '' || found.key === '*')) found.key = key;
  if (sign === '.') return ({ classes }) => classes.includes(name);
  if (sign === '#') return ({ attributes }) => attributes.get('id') === name;
  return (element) => element.name === key;
}

const weights: Readonly<Record<string, number>> = { '.': 100, '#': 10_000 };

const comparisons: Readonly<Record<string, (given: string, wanted: string) => boolean>> = {
  '=': (given, wanted) => given === wanted,
  '~=': (given, wanted) => given.split(/\s+/).includes(wanted),
  '|=': (given, wanted) => given === wanted || given.startsWith(`${wanted}-`),
  '^=': (given, wanted) => given.startsWith(wanted),
  '$=': (given, wanted) => given.endsWith(wanted),
  '*=': (given, wanted) => given.includes(wanted),
};

function attributeTest(name: string, operator = '', value = '', caseless = ''): Test {
  const folded = (text: string) => (caseless === '' ? text : text.toLowerCase());
  const wanted = folded(value.replace(/^(["'])(.*)\1$/s, '$2'));
  const compare = comparisons[operator];
  return ({ attributes }) => {
    const given = attributes.get(name);
    if (given === undefined || compare === undefined) return given !== undefined;
    return (wanted !== '' || operator === '=') && compare(folded(given), wanted);
  };
}

/** Whether a selector means this element. Each look at an element takes one of the steps that are left. */
export function isMeant(
  element: MailElement,
  parts: readonly Part[],
  steps: { left: number },
  at = parts.length - 1,
): boolean {
  const part = parts[at];
  steps.left -= 1;
  if (part === undefined || steps.left < 0) return false;
  if (!part.tests.every((test) => test(element))) return false;
  if (at === 0) return true;
  for (let around = element.parent; around !== undefined; around = around.parent) {
    if (isMeant(around, parts, steps, at - 1)) return true;
    if (part.isChild || steps.left < 0) return false;
  }
  return false;
}
