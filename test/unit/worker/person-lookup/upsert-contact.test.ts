import { expect, test } from 'vitest';
import { withPhoneKeys } from '../../../../lib/identity/phone-keys';
import { mergeSeenContact } from '../../../../lib/worker/person-lookup/upsert-contact';
import { contact } from '../world';

const known = withPhoneKeys(
  contact('alpha', '1', { name: 'Ana', emails: ['a@b.example'], phones: ['0151 14892607'] }),
  'DE',
);

test('a page that shows less takes nothing away, nor what was worked out of it', () => {
  const bare = withPhoneKeys(contact('alpha', '1', { fetchedAt: 9 }), 'DE');
  expect(mergeSeenContact(known, bare)).toEqual({ ...known, fetchedAt: 9 });
});

test('what a page shows replaces what was known of the same kind', () => {
  const other = withPhoneKeys(contact('alpha', '1', { phones: ['0151 99999999'] }), 'DE');
  expect(mergeSeenContact(known, other)).toMatchObject({
    name: 'Ana',
    emails: ['a@b.example'],
    phones: ['0151 99999999'],
    phoneKeys: ['+4915199999999'],
    localKeys: ['+4915199999999'],
    phoneTails: ['9999999'],
  });
});

test('whoever is seen is no longer gone', () => {
  const seen = withPhoneKeys(contact('alpha', '1', { fetchedAt: 9 }), 'DE');
  expect(mergeSeenContact({ ...known, goneAt: 5 }, seen).goneAt).toBeUndefined();
});
