import type { ContactField, ContactWriteRow } from '../model/completion';
import { formatAge } from '../text/format-time';

/** What each field is called beside its value. */
export const fieldLabels: Readonly<Record<ContactField, string>> = {
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  company: 'Company',
  'external-id': 'Id of another system',
};

/** How far a write is, with who confirmed it and when, e.g. "written by Lena, 2 minutes ago". `now` in epoch ms. */
export function writeStateWords({ state, by, at }: ContactWriteRow, now: number): string {
  const who = by === undefined ? '' : ` by ${by}`;
  return `${stateWords[state]}${who}, ${formatAge(at, now)}`;
}

const stateWords: Readonly<Record<ContactWriteRow['state'], string>> = {
  sending: 'sent without an answer so far',
  written: 'written',
  undoing: 'being taken back',
  undone: 'taken back',
  refused: 'not written',
  overtaken: 'no longer there',
};
