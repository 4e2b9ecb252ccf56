import type { Attribute } from '../model/contact';
import { raisedLetter } from '../text/raised-letter';

/** The most that the panel shows. */
const MOST_ATTRIBUTES = 40;
const LONGEST = 2_000;
/** Values of one attribute, and lists within lists. */
const MOST_VALUES = 100;
const DEEPEST = 3;

/**
 * What a platform stores about a person under names of its own, made readable: names as words, values as
 * text. Empty values, and anything other than text, numbers and booleans, are left out.
 */
export function readAttributes(
  record: Readonly<Record<string, unknown>> | undefined,
  labelOf: (key: string) => string = labelOfKey,
): Attribute[] {
  const attributes: Attribute[] = [];
  for (const [whole, raw] of Object.entries(record ?? {})) {
    if (attributes.length === MOST_ATTRIBUTES) break;
    const key = whole.slice(0, LONGEST);
    const value = textOf(raw, 0);
    if (value === '') continue;
    const label = labelOf(key).slice(0, LONGEST);
    attributes.push({
      label,
      value,
      ...(keyOfLabel(label) === key ? {} : { key }),
      ...(typeof raw === 'boolean' ? { truth: raw } : {}),
    });
  }
  return attributes;
}

/** The key that most platforms would have for a label: "Shirt size" as `shirt_size`. */
export function keyOfLabel(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** `shirt_size` and `shirtSize` as "Shirt size". */
export function labelOfKey(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .toLowerCase();
  return raisedLetter(words.charAt(0)) + words.slice(1);
}

function textOf(raw: unknown, depth: number): string {
  if (Array.isArray(raw)) {
    if (depth > DEEPEST) return '';
    return raw
      .slice(0, MOST_VALUES)
      .map((value) => textOf(value, depth + 1))
      .filter((value) => value !== '')
      .join(', ')
      .slice(0, LONGEST);
  }
  if (typeof raw === 'boolean') return raw ? 'yes' : 'no';
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' ? raw.trim().slice(0, LONGEST) : '';
}
