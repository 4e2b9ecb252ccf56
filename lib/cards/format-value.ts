import { formatTag } from '../language/per-language';
import type { CardValue } from '../model/data-card';
import { yesOrNo } from '../text/yes-or-no';

type Money = Extract<CardValue, { kind: 'money' }>;

/**
 * A value of a card as a person reads it, in the form of this language (BCP 47), the browser's where
 * absent; a link is its address. Digits stay what they are.
 */
export function formatCardValue(value: CardValue, language?: string): string {
  switch (value.kind) {
    case 'number':
      return numberIn(language, { maximumFractionDigits: 20 }, value.amount) ?? value.amount;
    case 'money': {
      const { amount, currency } = value;
      return (
        numberIn(language, { style: 'currency', currency, ...fractionOf(value) }, amount) ??
        `${amount} ${currency}`
      );
    }
    case 'date':
      return dateIn(language, value.at);
    case 'link':
      return value.url;
    default:
      return value.text;
  }
}

/** A value as cards show it: in the language of the interface, a link as the words that it goes by. */
export function shownCardValue(value: CardValue): string {
  if (value.kind === 'link') return value.text;
  const truth = 'truth' in value ? value.truth : undefined;
  return truth === undefined ? formatCardValue(value, formatTag()) : yesOrNo(truth);
}

/** More decimals than the currency has are shown, and never rounded away. */
function fractionOf({
  amount,
  currency,
}: Pick<Money, 'amount' | 'currency'>): Intl.NumberFormatOptions {
  const decimals = /\.(\d+)$/.exec(amount)?.[1] ?? '';
  let digits = decimals.length;
  while (decimals[digits - 1] === '0') digits -= 1;
  const usual = withLanguage(
    undefined,
    (locale) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits,
  );
  return digits > (usual ?? 2) ? { maximumFractionDigits: Math.min(digits, 20) } : {};
}

function numberIn(
  language: string | undefined,
  options: Intl.NumberFormatOptions,
  amount: string,
): string | undefined {
  // A decimal number as text keeps all its digits.
  const exact = isDecimal(amount) ? amount : Number(amount);
  return withLanguage(language, (locale) => new Intl.NumberFormat(locale, options).format(exact));
}

function isDecimal(amount: string): amount is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(amount);
}

function dateIn(language: string | undefined, at: string): string {
  // A day is the same day everywhere.
  const isDay = at.length === 10;
  const options: Intl.DateTimeFormatOptions = isDay
    ? { dateStyle: 'medium', timeZone: 'UTC' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  return (
    withLanguage(language, (locale) =>
      new Intl.DateTimeFormat(locale, options).format(new Date(at)),
    ) ?? at
  );
}

/** The browser throws at a language or currency that it does not know. */
function withLanguage<T>(
  language: string | undefined,
  format: (locale: string | undefined) => T,
): T | undefined {
  for (const locale of new Set([language, undefined])) {
    try {
      return format(locale);
    } catch {
      // The next one, then.
    }
  }
  return undefined;
}
