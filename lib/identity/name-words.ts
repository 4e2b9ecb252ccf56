import type { Contact } from '../model/contact';
import { isFullName, isSameName } from './person-name';

/** How a name is written: what a colleague can make of it. */
type NameForm = 'full' | 'single' | 'initials' | 'address' | 'none';

const forms: Readonly<Record<NameForm, string>> = {
  full: 'full name',
  single: 'one word',
  initials: 'initials',
  address: 'an address for a name',
  none: 'no name',
};

/**
 * How the platforms differ about a person's name, e.g. "full name in Acme, initials in Umbrella";
 * with the names themselves where all are written alike. `undefined` where they agree.
 */
export function nameDifference(
  contacts: readonly Contact[],
  labelOf: (platform: string) => string,
): string | undefined {
  const named = contacts.filter(({ name }) => name?.trim());
  const first = named[0]?.name;
  const agree = contacts.every(
    ({ name }) => name !== undefined && first !== undefined && isSameName(name, first),
  );
  if (named.length === 0 || agree) return undefined;
  const usedForms = new Set(contacts.map(({ name }) => formOf(name)));
  const wordsOf = ({ name }: Contact) =>
    usedForms.size > 1 ? forms[formOf(name)] : (name?.trim() ?? '');
  const labels = new Map<string, string[]>();
  for (const contact of contacts) {
    const words = wordsOf(contact);
    const label = labelOf(contact.platform);
    const known = labels.get(words) ?? [];
    if (!known.includes(label)) labels.set(words, [...known, label]);
  }
  return [...labels].map(([words, places]) => `${words} in ${places.join(' and ')}`).join(', ');
}

function formOf(name: string | undefined): NameForm {
  const text = name?.trim() ?? '';
  if (text === '') return 'none';
  if (text.includes('@') || !/\p{L}/u.test(text)) return 'address';
  const words = text.split(/\s+/);
  if (words.some((word) => /^(\p{Lu}\.)+$/u.test(word)) || words.every(isShort)) return 'initials';
  return isFullName(text) ? 'full' : 'single';
}

/** "AS" or "A": only in scripts that have capitals. */
function isShort(word: string): boolean {
  return /^\p{Lu}{1,2}$/u.test(word);
}
