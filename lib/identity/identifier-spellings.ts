import type { Identifier } from '../model/contact';
import { emailSpellings } from './email';
import { phoneSpellings } from './phone-spellings';

/**
 * The ways in which a platform may have stored an identifier, its normal form first: these are searched
 * for where a search compares letter by letter.
 */
export function spellingsOf({ kind, value }: Identifier): string[] {
  if (kind === 'email') return emailSpellings(value);
  return kind === 'phone' ? phoneSpellings(value) : [value];
}
