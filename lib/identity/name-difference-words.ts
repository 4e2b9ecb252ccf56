import { t } from '@lingui/core/macro';
import type { Contact } from '../model/contact';
import { formatList } from '../text/format-list';
import { isFullName, isSameName } from './person-name';

/** How a name is written. */
type NameForm = 'full' | 'single' | 'initials' | 'address' | 'none';

/** "full name in Acme and Umbrella". */
function formWords(form: NameForm, places: string): string {
  switch (form) {
    case 'full':
      return t`full name in ${places}`;
    case 'single':
      return t`one word in ${places}`;
    case 'initials':
      return t`initials in ${places}`;
    case 'address':
      return t`an address as the name in ${places}`;
    case 'none':
      return t`no name in ${places}`;
  }
}

/**
 * How the platforms differ about a person's name, e.g. "full name in Acme · initials in Umbrella";
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
  const keyOf = ({ name }: Contact) => (usedForms.size > 1 ? formOf(name) : (name?.trim() ?? ''));
  const groups = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const key = keyOf(contact);
    groups.set(key, [...(groups.get(key) ?? []), contact]);
  }
  return [...groups.values()]
    .map((alike) => {
      const places = formatList([...new Set(alike.map(({ platform }) => labelOf(platform)))]);
      const name = alike[0]?.name?.trim() ?? '';
      return usedForms.size > 1 ? formWords(formOf(name), places) : t`${name} in ${places}`;
    })
    .join(' · ');
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
