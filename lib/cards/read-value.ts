import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { issueWords, onlyOwnWords } from '../language/issue-words';
import { type CardValue, statusTones } from '../model/data-card';
import { formatList } from '../text/format-list';
import { plain, shortened } from './plain-words';

export const LONGEST_LABEL = 80;
const LONGEST_TEXT = 1_000;

const kinds = ['text', 'number', 'money', 'date', 'link', 'status'] as const;

/** How a value is meant; of a column it holds for all its cells. */
export const valueFormSchema = v.object({
  kind: v.optional(
    v.picklist(kinds, () => t`kind must be one of text, number, money, date, link, status`),
  ),
  currency: v.optional(v.unknown()),
  tone: v.optional(v.unknown()),
  text: v.optional(v.unknown()),
});
export type ValueForm = v.InferOutput<typeof valueFormSchema>;

/** A value that cannot be read; says why, and never what it is. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Reads one value as its form says; `undefined` for none. Throws `Unreadable`. */
export function readValue(raw: unknown, form: ValueForm, origin: string): CardValue | undefined {
  const value = textOf(raw);
  if (value === undefined) return undefined;
  const truth = typeof raw === 'boolean' ? { truth: raw } : {};
  switch (form.kind ?? 'text') {
    case 'number':
      return { kind: 'number', amount: amountOf(value) };
    case 'money':
      return { kind: 'money', amount: amountOf(value), currency: currencyOf(form.currency) };
    case 'date':
      return { kind: 'date', at: dateOf(value) };
    case 'link':
      return { kind: 'link', ...linkOf(value, form.text, origin) };
    case 'status':
      return {
        kind: 'status',
        text: shortened(value, LONGEST_LABEL),
        tone: toneOf(form.tone),
        ...truth,
      };
    default:
      return { kind: 'text', text: shortened(value, LONGEST_TEXT), ...truth };
  }
}

/** The words of a value; `undefined` for none. Throws `Unreadable` for what has none. */
export function textOf(raw: unknown): string | undefined {
  if (raw === null || raw === undefined) return undefined;
  if (typeof raw === 'boolean') return raw ? 'yes' : 'no';
  if (typeof raw === 'number') {
    // Reading the JSON has made another number of it already.
    if (Number.isInteger(raw) && !Number.isSafeInteger(raw)) {
      throw new Unreadable(t`the number has too many digits: send it as text, in quotes`);
    }
    return String(raw);
  }
  if (typeof raw !== 'string')
    throw new Unreadable(t`the value is not a text, a number, true or false`);
  const words = plain(raw);
  return words === '' ? undefined : words;
}

/** In decimals: what JSON makes of a small number, such as 1e-7, would be rounded away later. */
function amountOf(value: string): string {
  const [, sign, whole = '', part = '', power = 0] =
    /^(-?)(\d{1,30})(?:\.(\d{1,20}))?(?:e([+-]?\d\d?))?$/i.exec(value) ?? [];
  if (sign === undefined) throw new Unreadable(t`the value is not a number such as 1299.5`);
  if (power === 0) return value;
  const point = whole.length + Number(power);
  const digits = `${'0'.repeat(Math.max(0, 1 - point))}${whole}${part}`.padEnd(point, '0');
  const at = Math.max(1, point);
  return `${sign}${digits.slice(0, at)}.${digits.slice(at)}`.replace(/\.$/, '');
}

function currencyOf(currency: unknown): string {
  if (typeof currency === 'string' && /^[a-z]{3}$/i.test(currency)) return currency.toUpperCase();
  throw new Unreadable(t`currency is not a three-letter code such as EUR`);
}

function toneOf(tone: unknown): (typeof statusTones)[number] {
  if (tone === undefined || tone === null) return 'neutral';
  const known = statusTones.find((each) => each === tone);
  if (known !== undefined) return known;
  const tones = formatList(statusTones, 'or');
  throw new Unreadable(t`tone must be one of ${tones}`);
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

function dateOf(value: string): string {
  const isDay = day.test(value);
  const date = value.slice(0, 10);
  const [start, time] = [new Date(`${date}T00:00:00Z`), new Date(value.replace(' ', 'T'))];
  const isTime = (isDay || moment.test(value)) && !Number.isNaN(time.getTime());
  // 31 June is taken for 1 July otherwise.
  if (isTime && !Number.isNaN(start.getTime()) && start.toISOString().startsWith(date)) {
    return isDay ? value : time.toISOString();
  }
  throw new Unreadable(t`the value is not a date such as 2026-11-29 or 2026-11-29T14:05:00Z`);
}

function linkOf(value: string, words: unknown, origin: string): { url: string; text: string } {
  const url = URL.canParse(value, `${origin}/`) ? new URL(value, `${origin}/`) : undefined;
  // The origin of `blob:https:…` is that of what stands in it.
  const isOwn = url?.origin === origin && url.protocol === 'https:';
  if (!isOwn || url.username !== '' || url.password !== '') {
    throw new Unreadable(t`the link leads away from the card’s own host`);
  }
  const shown = textOf(words) ?? url.pathname;
  return { url: url.href, text: shortened(shown, LONGEST_LABEL) };
}

/** A cell is a bare value, or one with words of its own about how it is meant. Throws `Unreadable`. */
export function readCell(raw: unknown, column: ValueForm, origin: string): CardValue | undefined {
  if (typeof raw !== 'object' || raw === null) return readValue(raw, column, origin);
  const cell = parseItem(
    v.object({ ...valueFormSchema.entries, value: v.optional(v.unknown()) }),
    raw,
  );
  const { value, kind: _kind, ...own } = cell;
  return readValue(value, { ...column, ...own }, origin);
}

/** A part of an answer by its schema. Throws `Unreadable`. */
export function parseItem<T extends v.GenericSchema>(schema: T, raw: unknown): v.InferOutput<T> {
  const read = v.safeParse(schema, raw, onlyOwnWords);
  if (read.success) return read.output;
  throw new Unreadable(issueWords(read.issues[0]));
}
