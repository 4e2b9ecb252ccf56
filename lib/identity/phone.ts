import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { foldDigits, foldIdentifier } from './fold-identifier';
import { canonicalPhone } from './phone-spellings';

/** Longer texts (characters) are no number. */
const LONGEST = 60;

/** An impossible number is kept as it is only with as many digits as a real one could have (E.164). */
const FEWEST_DIGITS = 8;
const MOST_DIGITS = 15;

/** How extensions are announced that the parser does not know, right before the last digits. */
const extension =
  /[\s.,;:(]*(?:durchwahl|dw|nebenstelle|nst|apparat|app|klappe|kl|poste|ramal|interno|int|toestel|tst|wewn|wew|linka|kl|anknytning|ankn|lokal|dahili|вн|内線|内线|分機|分机|내선)[\s.:]*(\d{1,7})\)?$/iu;

/**
 * Normal form of a phone number: E.164 in the one spelling of `canonicalPhone`, e.g.
 * `+4915112345678`, with the extension behind it (`;ext=12`). A number that no country has in this
 * length keeps its digits, so that it still equals itself. `undefined` for what is not a number, or
 * is written without country code when no `region` is given.
 */
export function normalisePhone(raw: string, region?: CountryCode): string | undefined {
  const parsed = usablePhone(raw, region);
  if (parsed === undefined) return undefined;
  const number = canonicalPhone(parsed.number);
  return parsed.ext === undefined ? number : `${number};ext=${parsed.ext}`;
}

/**
 * A number that is written with its country code, in E.164 as it would be dialled; `undefined` for any
 * other number, and for one with an extension, which E.164 cannot express.
 */
export function e164Of(raw: string): string | undefined {
  const parsed = isInternationalPhone(raw) ? usablePhone(raw) : undefined;
  return parsed?.ext === undefined ? parsed?.number : undefined;
}

/** Whether a number written without country code is this one (in normal form) in that one's country. */
export function isLocallyWritten(raw: string, phone: string): boolean {
  const country = parsePhoneNumberFromString(phone)?.country;
  return country !== undefined && normalisePhone(raw, country) === phone;
}

function usablePhone(raw: string, region?: CountryCode) {
  const text = phoneText(raw);
  if (text.length > LONGEST) return undefined;
  const parsed = parsePhoneNumberFromString(text.replace(extension, ' ext. $1'), region);
  if (parsed === undefined) return undefined;
  const digits = parsed.number.length - 1;
  const isUsable = parsed.isPossible() || (digits >= FEWEST_DIGITS && digits <= MOST_DIGITS);
  return isUsable ? parsed : undefined;
}

/** Whether a number is written with its country code. */
export function isInternationalPhone(raw: string): boolean {
  return /^[^\d+]*\+/.test(phoneText(raw));
}

/** Folded, with the plus in place of zeros that are dialled for it. */
function phoneText(raw: string): string {
  if (raw.length > 4 * LONGEST) return raw;
  return foldDigits(foldIdentifier(raw)).replace(/^([^\d+]*)(?:\+\s*)*00[\s.-]*(?=[1-9])/, '$1+');
}
