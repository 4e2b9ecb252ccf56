import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../../lib/model/contact';
import { contactOf } from '../../../../lib/platforms/kustomer/contacts';
import { customerSchema } from '../../../../lib/platforms/kustomer/schemas';
import { CUSTOMER, connection, customer, NOW } from './fakes';

function mapped(attributes: object) {
  const contact = contactOf(v.parse(customerSchema, customer(attributes)), {
    connection,
    now: NOW,
  });
  expect(v.is(contactSchema, contact)).toBe(true);
  return contact;
}

describe('contactOf', () => {
  it('reads usernames on social networks', () => {
    const socials = [
      { type: 'twitter', username: 'dana_r', userid: '77', verified: true },
      { type: 'facebook', userid: '1234' },
      { type: 'linkedin' },
      { username: 'nowhere' },
      null,
    ];
    expect(mapped({ socials }).socials).toEqual([
      { network: 'Twitter', username: 'dana_r' },
      { network: 'Facebook', username: '1234' },
    ]);
    expect(mapped({ socials: 'x' }).socials).toBeUndefined();
  });

  it('tells an average as a person writes it', () => {
    const level = { satisfactionLevel: { avgRating: 1234.666666666667, count: 1 } };
    const value = 'rated 1,234.667 on average (1 answer)';
    expect(mapped(level).attributes).toContainEqual({ label: 'Satisfaction', value });
  });

  it('reads a whole customer', () => {
    const contact = mapped({
      avatarUrl: 'https://cdn.example.com/dana.png',
      whatsapps: [{ phone: '+15555550123' }, { phone: '+44 20 7946 0958' }],
      companyName: 'Reyes Ltd',
      locale: 'en_us',
      timeZone: 'Europe/Berlin',
      recentLocation: { location: { cityName: 'Lund', countryName: 'Sweden', zipCode: null } },
      satisfactionLevel: { avgRating: 8, count: 3 },
      custom: { planStr: 'gold', '@acme.seatsNum': 3, loggedInAt: null },
    });
    expect(contact).toEqual({
      connectionId: 'kustomer-1',
      id: CUSTOMER,
      platform: 'kustomer',
      name: 'Dana Reyes',
      avatarUrl: 'https://cdn.example.com/dana.png',
      emails: ['Dana.Reyes@example.com'],
      phones: ['+15555550123', '+44 20 7946 0958'],
      emailKeys: ['dana.reyes@example.com'],
      phoneKeys: ['+15555550123', '+442079460958'],
      externalIds: ['crm-7001'],
      company: 'Reyes Ltd',
      language: 'en-US',
      timeZone: 'Europe/Berlin',
      location: 'Lund, Sweden',
      lastSeenAt: Date.parse('2026-10-21T14:02:11.925Z'),
      conversationCount: 1,
      attributes: [
        { label: 'Satisfaction', value: 'rated 8 on average (3 answers)' },
        { label: 'Plan', value: 'gold', key: 'planStr' },
        { label: 'Acme.seats', value: '3', key: '@acme.seatsNum' },
      ],
      url: `https://acme.kustomerapp.com/app/customers/${CUSTOMER}`,
      fetchedAt: NOW,
    });
  });

  it.each([
    ['absent', { id: CUSTOMER, attributes: {} }],
    [
      'null',
      {
        id: CUSTOMER,
        attributes: Object.fromEntries(
          [...Object.keys(customer().attributes), 'avatarUrl', 'locale', 'timeZone'].map((key) => [
            key,
            null,
          ]),
        ),
      },
    ],
    [
      'of the wrong type',
      {
        id: CUSTOMER,
        attributes: {
          name: 7,
          emails: 'x',
          phones: [null, 'x', { phone: 5 }, {}],
          externalIds: {},
          conversationCounts: 'many',
          lastSeenAt: 'yesterday',
          recentLocation: [],
        },
      },
    ],
  ])('reads a customer whose attributes are %s', (_case, raw) => {
    const contact = contactOf(v.parse(customerSchema, raw), { connection, now: NOW });
    expect(contact).toMatchObject({ id: CUSTOMER, emails: [], phones: [], externalIds: [] });
    expect(contact.name).toBeUndefined();
    expect(contact.lastSeenAt).toBeUndefined();
  });

  it.each([
    [{ name: '', displayName: 'Silver Scissors' }, undefined, 'Silver Scissors'],
    [{ name: null, displayName: 'Dana.Reyes@example.com' }, undefined, undefined],
    [{ name: '', displayName: '+15555550123' }, undefined, undefined],
    [{ name: 'dana@example.com', displayName: 'dana@example.com' }, undefined, undefined],
    [
      { name: ' ', firstName: 'Dana', lastName: 'Reyes', displayName: 'Teal Anchor' },
      'Dana Reyes',
      undefined,
    ],
    [{ name: '', lastName: 'Reyes' }, 'Reyes', undefined],
    [{ name: '李小龍', displayName: '李小龍' }, '李小龍', undefined],
  ])('names %j', (attributes, name, placeholderName) => {
    const contact = mapped(attributes);
    expect(contact.name).toBe(name);
    expect(contact.placeholderName).toBe(placeholderName);
  });

  it.each([
    ['en_us', 'en-US'],
    ['pt_br', 'pt-BR'],
    ['zh_cn', 'zh-CN'],
    ['de', 'de'],
    ['not a locale', undefined],
    ['', undefined],
  ])('reads the language %j as %j', (locale, language) => {
    expect(mapped({ locale }).language).toBe(language);
  });

  it('falls back to the default language', () => {
    expect(mapped({ locale: null, defaultLang: 'fr_ca' }).language).toBe('fr-CA');
  });

  it.each(['Nowhere/Land', '', 7])('leaves the unknown time zone %j out', (timeZone) => {
    expect(mapped({ timeZone }).timeZone).toBeUndefined();
  });

  it.each(['javascript:alert(1)', '//cdn.example.com/x', 'data:image/png;base64,AA'])(
    'leaves the picture %j out',
    (avatarUrl) => {
      expect(mapped({ avatarUrl }).avatarUrl).toBeUndefined();
    },
  );

  it('never makes a masked value a key', () => {
    const contact = mapped({
      emails: [{ email: 'd***@example.com' }],
      phones: [{ phone: '+1555•••0123' }],
      externalId: 'crm-****',
      externalIds: [],
    });
    expect(contact.emails).toEqual(['d***@example.com']);
    expect([contact.emailKeys, contact.phoneKeys, contact.externalIds]).toEqual([[], [], []]);
  });

  it('survives endless values', () => {
    const long = 'x'.repeat(200_000);
    const contact = mapped({
      name: long,
      companyName: long,
      phones: [{ phone: '9'.repeat(30) }, { phone: long }],
      emails: [{ email: `${long}@example.com` }],
    });
    expect(contact.phoneKeys).toEqual([]);
    expect(contact.emailKeys).toEqual([]);
  });
});
