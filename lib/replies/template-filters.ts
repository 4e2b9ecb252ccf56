import { raisedLetter } from '../text/raised-letter';

/** An argument of a filter besides the value: words, or the value of another variable. */
export type FilterArgument = { text: string } | { variable: string };

/** One filter of a variable, as in `| truncate: 20`. */
export interface FilterCall {
  name: string;
  args: readonly FilterArgument[];
}

type Filter = (value: string, args: readonly string[]) => string;

/** Liquid's filters that need nothing but a text, and do to it what Liquid's own do. */
const textFilters: Readonly<Record<string, { most: number; least?: number; apply: Filter }>> = {
  capitalize: { most: 0, apply: capitalized },
  upcase: { most: 0, apply: (value) => value.toUpperCase() },
  downcase: { most: 0, apply: (value) => value.toLowerCase() },
  strip: { most: 0, apply: (value) => value.trim() },
  lstrip: { most: 0, apply: (value) => value.trimStart() },
  rstrip: { most: 0, apply: (value) => value.trimEnd() },
  strip_newlines: { most: 0, apply: (value) => value.replace(/\r?\n/g, '') },
  append: { least: 1, most: 1, apply: (value, [end = '']) => value + end },
  prepend: { least: 1, most: 1, apply: (value, [start = '']) => start + value },
  remove: { least: 1, most: 1, apply: (value, [part = '']) => value.replaceAll(part, '') },
  replace: {
    least: 1,
    most: 2,
    apply: (value, [part = '', other = '']) => value.replaceAll(part, () => other),
  },
  truncate: { most: 2, apply: truncated },
};

/** The same under the names of other template languages. */
const synonyms: Readonly<Record<string, string>> = {
  capitalise: 'capitalize',
  upper: 'upcase',
  uppercase: 'upcase',
  lower: 'downcase',
  lowercase: 'downcase',
  trim: 'strip',
};

/** The other filters of Liquid, and what a bare word of that kind is called elsewhere. */
const otherFilters = new Set(
  `abs at_least at_most base64_decode base64_encode ceil compact concat date divided_by escape first
  find floor has h join last length map minus modulo newline_to_br plus reverse round size slice sort
  split squish sum times titlecase titleize title truncatewords uniq url_decode url_encode where
  camelcase camelize dasherize e handleize humanize inspect json jsonify lcfirst markdownify money nl2br
  ordinalize parameterize pluralize raw reject singularize slugify smartify striptags ucfirst ucwords
  underscore`.split(/\s+/),
);

/** Whether a bare word after a pipe names a filter, however it is capitalised, and is no fallback. */
export function isFilterName(word: string): boolean {
  // strip_html and stripHtml, but neither “iPhone” nor “Guest”
  const isJoined = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$|^[a-z]{2,}(?:[A-Z][a-z]+)+$/.test(word);
  const name = word.toLowerCase();
  return name === 'default' || canonical(name) !== undefined || otherFilters.has(name) || isJoined;
}

/** Whether this call can be evaluated here; this includes `default`. */
export function isKnownFilter({ name, args }: FilterCall): boolean {
  if (name === 'default') return args.length <= 1;
  const filter = textFilters[canonical(name) ?? ''];
  if (filter === undefined) return false;
  return args.length >= (filter.least ?? 0) && args.length <= filter.most;
}

/**
 * A value after its filters. `default` gives one where there is none, or a blank one; the others do
 * nothing then. An argument that is a variable without a value counts as empty. A filter that is not
 * known leaves the value as it is: ask `isKnownFilter` before.
 */
export function applyFilters(
  value: string | undefined,
  filters: readonly FilterCall[],
  read: (variable: string) => string | undefined,
): { value: string | undefined; isDefault: boolean } {
  let isDefault = false;
  let current = value;
  for (const { name, args } of filters) {
    if (name === 'default') {
      if (current !== undefined && current.trim() !== '') continue;
      const given = argumentOf(args[0] ?? { text: '' }, read);
      isDefault = given !== undefined;
      current = given;
    } else if (current !== undefined) {
      const words = args.map((each) => argumentOf(each, read) ?? '');
      current = textFilters[canonical(name) ?? '']?.apply(current, words) ?? current;
    }
  }
  return { value: current, isDefault };
}

function canonical(name: string): string | undefined {
  const own = Object.hasOwn(synonyms, name) ? (synonyms[name] ?? name) : name;
  return Object.hasOwn(textFilters, own) ? own : undefined;
}

function argumentOf(
  argument: FilterArgument,
  read: (variable: string) => string | undefined,
): string | undefined {
  return 'text' in argument ? argument.text : read(argument.variable);
}

/** As Ruby does it: the first letter large, all others small. */
function capitalized(value: string): string {
  const [first = '', ...others] = value;
  return raisedLetter(first) + others.join('').toLowerCase();
}

/** To so many characters, the sign for what is left out among them. */
function truncated(value: string, [length = '50', sign = '...']: readonly string[]): string {
  const most = Number.parseInt(length, 10);
  const letters = [...value];
  if (!Number.isFinite(most) || letters.length <= most) return value;
  return letters.slice(0, Math.max(0, most - [...sign].length)).join('') + sign;
}
