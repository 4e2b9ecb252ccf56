import type { Attribute } from '../model/contact';

/** As many as a panel shows. */
const MOST_ATTRIBUTES = 40;
const LONGEST = 2_000;

/**
 * What a platform keeps about a person under names of its own, ready to be read: names as words,
 * values as text. Empty values, and what is neither text, number nor yes and no, are left out.
 */
export function readAttributes(
  record: Readonly<Record<string, unknown>> | undefined,
  labelOf: (key: string) => string = labelOfKey,
): Attribute[] {
  return Object.entries(record ?? {})
    .flatMap(([key, raw]) => {
      const value = textOf(raw);
      return value === '' ? [] : [attributeOf(key, labelOf(key).slice(0, LONGEST), value)];
    })
    .slice(0, MOST_ATTRIBUTES);
}

function attributeOf(key: string, label: string, value: string): Attribute {
  const isKeyOfLabel = keyOfLabel(label) === key;
  return isKeyOfLabel ? { label, value } : { label, value, key: key.slice(0, LONGEST) };
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
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOf(raw: unknown): string {
  if (Array.isArray(raw))
    return raw
      .map(textOf)
      .filter((value) => value !== '')
      .join(', ');
  if (typeof raw === 'boolean') return raw ? 'yes' : 'no';
  if (typeof raw === 'number') return String(raw);
  return typeof raw === 'string' ? raw.trim().slice(0, LONGEST) : '';
}
