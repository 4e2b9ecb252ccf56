import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import type { Contact } from '../model/contact';
import { fold } from '../text/fold';

/** The country code as the number parser takes it; `undefined` for what is none. */
export function countryCode(region: string | undefined): CountryCode | undefined {
  const code = region?.trim().toUpperCase();
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}

/**
 * The country whose numbers a contact may write without its code, from the most reliable source on: what
 * the platform says about the contact, the country named last in its location, the country of the
 * language in which its browser requested a page, and else `usual`, the team's own (ISO 3166, e.g. `DE`).
 */
export function phoneCountryOf(
  contact: Pick<Contact, 'region' | 'location' | 'language'>,
  usual?: string,
): CountryCode | undefined {
  return (
    countryCode(contact.region) ??
    countryNamed(contact.location?.split(',').at(-1)) ??
    countryOfLanguage(contact.language) ??
    countryCode(usual)
  );
}

/** Browsers all over the world ask for these: they indicate a language but no country. */
const worldwide = new Set(['en-us', 'en-gb', 'es-es', 'pt-br', 'zh-cn', 'ar-sa']);

function countryOfLanguage(tag: string | undefined): CountryCode | undefined {
  if (tag === undefined || worldwide.has(tag.toLowerCase())) return undefined;
  return countryCode(/^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag)?.[1]);
}

let codesByName: ReadonlyMap<string, CountryCode> | undefined;

function countryNamed(name: string | undefined): CountryCode | undefined {
  if (name === undefined || name.trim() === '') return undefined;
  codesByName ??= namesOfCountries();
  return codesByName.get(plain(name));
}

/** How countries are often called beside the names that the browser knows. */
const otherNames: readonly [string, CountryCode][] = [
  ['uk', 'GB'],
  ['usa', 'US'],
  ['turkey', 'TR'],
  ['czech republic', 'CZ'],
];

/**
 * English names, as the platforms' own look-ups of places write them. Codes of two letters are left
 * out, and so is Georgia: after a city they may stand for one of the United States.
 */
function namesOfCountries(): Map<string, CountryCode> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = new Map<string, CountryCode>(otherNames);
  for (const [first, second] of pairsOfLetters()) {
    const code = countryCode(first + second);
    const name = code && names.of(code);
    if (name !== undefined && code !== undefined) codes.set(plain(name), code);
  }
  codes.delete('georgia');
  return codes;
}

function pairsOfLetters(): [string, string][] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second): [string, string] => [first, second]));
}

function plain(name: string): string {
  return fold(name).trim();
}
