import * as v from 'valibot';
import { expect, test } from 'vitest';
import { contactSchema } from '../../../../lib/model/contact';
import { mapContact } from '../../../../lib/platforms/chatwoot/contacts';
import { chatwootContactSchema } from '../../../../lib/platforms/chatwoot/schemas';
import { connection, NOW, rawContact } from './fake-chatwoot';

function socials(additional_attributes: unknown) {
  const raw = v.parse(chatwootContactSchema, rawContact({ additional_attributes }));
  const contact = mapContact(connection, raw, NOW);
  expect(v.is(contactSchema, contact)).toBe(true);
  return contact.socials;
}

test.each([
  [
    'the form of the dashboard',
    {
      social_profiles: { twitter: 'ameliedurand', github: 'amelie', facebook: '', linkedin: null },
    },
    [
      { network: 'Twitter', username: 'ameliedurand' },
      { network: 'GitHub', username: 'amelie' },
    ],
  ],
  [
    'Instagram, which notes it twice',
    { social_profiles: { instagram: 'ana.s' }, social_instagram_user_name: 'Ana.S' },
    [{ network: 'Instagram', username: 'ana.s' }],
  ],
  [
    'Telegram',
    { username: 'ana_t', social_telegram_user_id: 77, social_telegram_user_name: 'ana_t' },
    [{ network: 'Telegram', username: 'ana_t' }],
  ],
  [
    'Telegram, earlier',
    { username: 'ana_t', social_telegram_user_id: 77 },
    [{ network: 'Telegram', username: 'ana_t' }],
  ],
  [
    'Twitter, earlier',
    { screen_name: 'ana', followers_count: 3 },
    [{ network: 'Twitter', username: 'ana' }],
  ],
  ['a name of another kind', { username: 'ana', social_instagram_follower_count: 9 }, undefined],
  ['nothing', { social_profiles: {} }, undefined],
  ['another form', { social_profiles: ['x'] }, undefined],
  ['no attributes', null, undefined],
])('handles: %s', (_, attributes, expected) => {
  expect(socials(attributes)).toEqual(expected);
});

test('a hostile list of handles is cut', () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`n${at}`, `h${at}`]));
  expect(socials({ social_profiles: many })).toHaveLength(20);
});
