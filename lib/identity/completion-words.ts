import { t } from '@lingui/core/macro';
import type { ContactField, ContactWriteRow } from '../model/completion';
import { formatAge } from '../text/format-time';

/** What a field is called beside its value. */
export function fieldLabel(field: ContactField): string {
  switch (field) {
    case 'name':
      return t({ message: 'Name', context: 'field of a contact' });
    case 'email':
      return t({ message: 'E-mail', context: 'field of a contact' });
    case 'phone':
      return t({ message: 'Phone', context: 'field of a contact' });
    case 'company':
      return t({ message: 'Company', context: 'field of a contact' });
    case 'external-id':
      return t({ message: 'Id in another system', context: 'field of a contact' });
  }
}

/**
 * How far a write has got, who confirmed it and when, e.g. "written by Lena, 2 min ago". `now` in epoch
 * ms.
 */
export function writeStateWords({ state, by, at }: ContactWriteRow, now: number): string {
  const age = formatAge(at, now);
  return by === undefined ? stateWords(state, age) : stateByWords(state, by, age);
}

function stateWords(state: ContactWriteRow['state'], age: string): string {
  switch (state) {
    case 'sending':
      return t`sent, not confirmed yet, ${age}`;
    case 'written':
      return t`written, ${age}`;
    case 'undoing':
      return t`being undone, ${age}`;
    case 'undone':
      return t`undone, ${age}`;
    case 'refused':
      return t`not written, ${age}`;
    case 'overtaken':
      return t`changed since, ${age}`;
  }
}

function stateByWords(state: ContactWriteRow['state'], name: string, age: string): string {
  switch (state) {
    case 'sending':
      return t`sent by ${name}, not confirmed yet, ${age}`;
    case 'written':
      return t`written by ${name}, ${age}`;
    case 'undoing':
      return t`being undone by ${name}, ${age}`;
    case 'undone':
      return t`undone by ${name}, ${age}`;
    case 'refused':
      return t`tried by ${name}, not written, ${age}`;
    case 'overtaken':
      return t`written by ${name}, changed since, ${age}`;
  }
}
