import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../lib/model/contact';
import { fillVariables } from '../../../lib/replies/fill-variables';
import {
  borrowedValues,
  valuesElsewhere,
  variableValues,
} from '../../../lib/replies/variable-values';

const now = Date.UTC(2026, 4, 3, 9, 5);

function contact(part: Partial<Contact>): Contact {
  return {
    connectionId: 'c1',
    id: '7',
    platform: 'somedesk',
    emails: [],
    phones: [],
    emailKeys: [],
    phoneKeys: [],
    externalIds: [],
    fetchedAt: now,
    ...part,
  };
}

describe('valuesOf', () => {
  it.each([
    ['ana de souza', 'Ana De Souza', 'Ana', 'Souza'],
    ['  madonna ', 'Madonna', 'Madonna', undefined],
    ['ronald McDonald', 'Ronald McDonald', 'Ronald', 'McDonald'],
    ['éva ängström', 'Éva Ängström', 'Éva', 'Ängström'],
    ['王小明', '王小明', '王小明', undefined],
    ['გიორგი მაისურაძე', 'გიორგი მაისურაძე', 'გიორგი', 'მაისურაძე'],
  ])('raises the first letters of %s and leaves the rest', (name, full, first, last) => {
    const values = variableValues({ contact: contact({ name }), agent: { name }, now });
    for (const owner of ['contact', 'agent']) {
      expect(values.get(`${owner}.name`)).toBe(full);
      expect(values.get(`${owner}.first_name`)).toBe(first);
      expect(values.get(`${owner}.last_name`)).toBe(last);
    }
  });

  it.each([
    ['Souza, Ana', 'Ana Souza', 'Ana', 'Souza'],
    ['souza lima,  ana maria', 'Ana Maria Souza Lima', 'Ana', 'Souza Lima'],
    ['van Dyk, Piet', 'Piet Van Dyk', 'Piet', 'Van Dyk'],
    ['王，小明', '王小明', '小明', '王'],
    ['Ana Souza, PhD', 'Ana Souza, PhD', 'Ana', 'Souza'],
    ['Acme, Inc.', 'Acme, Inc.', 'Acme', undefined],
    ['Martin King, Jr.', 'Martin King, Jr.', 'Martin', 'King'],
    ['Kim, Se-jin', 'Se-jin Kim', 'Se-jin', 'Kim'],
    ['Souza, Ana, Lisbon', 'Souza, Ana, Lisbon', 'Souza', 'Lisbon'],
    ['Souza, ', 'Souza,', 'Souza', undefined],
    ['Ana Souza (Acme, Berlin)', 'Ana Souza (Acme, Berlin)', 'Ana', 'Souza'],
    ['Ana Souza (she, her)', 'Ana Souza (she, Her)', 'Ana', 'Souza'],
    ['Souza (Acme), Ana', 'Ana Souza', 'Ana', 'Souza'],
    ['Souza, Ana (Acme, Berlin)', 'Ana Souza', 'Ana', 'Souza'],
    ['Ana Souza, Dr.', 'Ana Souza, Dr.', 'Ana', 'Souza'],
  ])('turns %s where a comma says that the last name comes first', (name, full, first, last) => {
    const values = variableValues({ contact: contact({ name }), now });
    expect(values.get('contact.name')).toBe(full);
    expect(values.get('contact.first_name')).toBe(first);
    expect(values.get('contact.last_name')).toBe(last);
  });

  it.each([
    ['Ana (VIP) Souza', 'Ana', 'Souza'],
    ['Ana Souza [new customer]', 'Ana', 'Souza'],
    ['Ana 😀', 'Ana', undefined],
    ['123 Ana', 'Ana', undefined],
    ['Visitor #33', 'Visitor', undefined],
    ['Dr. Ana Souza', 'Ana', 'Souza'],
    ['Prof. Dr. Ana Souza', 'Ana', 'Souza'],
    ['Dr. med. Ana Souza', 'Ana', 'Souza'],
    ['Dr. med. Souza', undefined, 'Souza'],
    ['Dr. Souza', undefined, 'Souza'],
    ['Frau Müller', undefined, 'Müller'],
    ['Miss Ana Souza', 'Ana', 'Souza'],
    ['Miss Souza', undefined, 'Souza'],
    ['Madame Souza', undefined, 'Souza'],
    ['SEÑORA Ana Souza', 'Ana', 'Souza'],
    ['Don Draper', 'Don', 'Draper'],
    ['Pan Wei', 'Pan', 'Wei'],
    ['(Ana)', undefined, undefined],
  ])('takes remarks, signs and titles in %s for no names', (name, first, last) => {
    const values = variableValues({ contact: contact({ name }), now });
    expect(values.get('contact.first_name')).toBe(first);
    expect(values.get('contact.last_name')).toBe(last);
  });

  const noNames = [
    '+5511987654321',
    '+55 11 98765-4321',
    'Tel. 0049 170 1234567',
    '٠١٢٣٤٥٦٧٨٩',
    'ana@x.example',
    'Ana <ana@x.example>',
    '@ana_s',
    'https://x.example/ana',
    'www.x.example',
    'shop.example',
    'ana.souza',
    '🌸🌸',
    '.',
    '~',
    '—',
    'ㅤ',
    '#4711',
    ' ',
    ...['tel:+4917', 'null', 'Undefined', 'N/A', '(unknown)'],
    ...['[object Object]', '{{first_name}}', '{% name %}', '(not set)', 'None'],
  ];

  it.each(noNames)('takes %j for no name: the best name of the person counts', (name) => {
    const alone = variableValues({ contact: contact({ name }), agent: { name }, now });
    expect(alone.has('contact.name')).toBe(false);
    expect(alone.has('contact.first_name')).toBe(false);
    expect(alone.has('agent.name')).toBe(false);
    const others = [contact({ name }), contact({ name: 'ana' }), contact({ name: 'ana souza' })];
    const values = variableValues({ contact: contact({ name }), alsoKnownAs: others, now });
    expect(values.get('contact.name')).toBe('Ana Souza');
    const named = variableValues({ contact: contact({ name }), personName: 'Ana Souza', now });
    expect(named.get('contact.first_name')).toBe('Ana');
  });

  it('takes the name on screen before a better one elsewhere', () => {
    const elsewhere = [contact({ name: 'Ana Souza' })];
    const values = variableValues({
      contact: contact({ name: 'Annie' }),
      alsoKnownAs: elsewhere,
      personName: 'Ana Souza',
      now,
    });
    expect(values.get('contact.name')).toBe('Annie');
  });

  it('greets by the time of day at the customer’s place, where that is known', () => {
    const lisbon = { now, language: 'en', timeZone: 'Europe/Lisbon' };
    expect(variableValues(lisbon).get('greeting')).toBe('Good morning');
    const japan = { now, language: 'en', contact: contact({ region: 'JP' }) };
    expect(variableValues(japan).get('greeting')).toBe('Good evening');
    expect(variableValues({ now, language: 'en' }).has('greeting')).toBe(false);
  });

  it('knows attributes of the conversation, its inbox and the agent’s address', () => {
    const values = variableValues({
      now,
      agent: { name: 'Sam', email: 'sam@x.example' },
      conversation: { id: '7', attributes: [{ label: 'Order number', value: '4711' }] },
      inbox: { name: 'Web shop' },
    });
    const body =
      '{{conversation.custom_attribute.order_number}} {{inbox.name}} {{ agent.email }} {{conversation.id}}';
    expect(fillVariables(body, values).text).toBe('4711 Web shop sam@x.example 7');
  });

  const victim = contact({
    connectionId: 'c2',
    name: 'bo',
    emails: ['b@x.example'],
    phones: ['+46 1'],
    company: 'Umbrella',
    region: 'JP',
    attributes: [
      { label: 'plan', value: 'Free' },
      { label: 'IBAN', value: 'DE02 1203' },
    ],
  });
  const joined = {
    contact: contact({ emails: [' a@x.example '], attributes: [{ label: 'Plan', value: 'Pro' }] }),
    alsoKnownAs: [victim],
    personName: 'nobody',
    language: 'en',
    now,
  };

  it('takes nothing but the name and the time of day from records that only evidence joined', () => {
    const values = variableValues(joined);
    const ofContact = [...values].filter(([name]) => name.startsWith('contact.'));
    expect(Object.fromEntries(ofContact)).toEqual({
      'contact.id': '7',
      'contact.name': 'Bo',
      'contact.first_name': 'Bo',
      'contact.email': 'a@x.example',
      'contact.custom_attribute.plan': 'Pro',
    });
    expect(values.get('greeting')).toBe('Good evening');
    expect([...borrowedValues(joined).keys()]).toEqual([
      'contact.name',
      'contact.first_name',
      'greeting',
    ]);
  });

  it('offers what such a record says where the one on screen says nothing', () => {
    const offered = valuesElsewhere(joined);
    expect(offered.get('contact.phone_number')).toEqual({ value: '+46 1', from: victim });
    expect(offered.get('contact.company')).toEqual({ value: 'Umbrella', from: victim });
    expect(offered.get('contact.custom_attribute.iban')?.value).toBe('DE02 1203');
    expect(offered.has('contact.email')).toBe(false);
    expect(offered.has('contact.custom_attribute.plan')).toBe(false);
  });

  it('takes what the contact on screen lacks from a record that is vouched for, and marks it', () => {
    const vouched = { ...joined, isVouchedFor: (each: Contact) => each === victim };
    expect(Object.fromEntries(variableValues(vouched))).toMatchObject({
      'contact.name': 'Bo',
      'contact.email': 'a@x.example',
      'contact.phone_number': '+46 1',
      'contact.custom_attribute.plan': 'Pro',
      'contact.custom_attribute.iban': 'DE02 1203',
    });
    expect(borrowedValues(vouched).get('contact.phone_number')?.from).toBe(victim);
    expect(borrowedValues(vouched).has('contact.email')).toBe(false);
    expect(valuesElsewhere(vouched).size).toBe(0);
  });

  it('never takes a detail from a record that nobody vouches for, whatever the records hold', () => {
    const word = fc.string({ minLength: 1, maxLength: 8 });
    const details = fc.record({
      emails: fc.array(word, { maxLength: 2 }),
      phones: fc.array(word, { maxLength: 2 }),
      company: fc.option(word, { nil: undefined }),
      attributes: fc.array(fc.record({ label: word, value: word }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(details, fc.array(details, { maxLength: 3 }), (own, others) => {
        const alone = variableValues({ contact: contact(own), now });
        const together = variableValues({
          contact: contact(own),
          alsoKnownAs: others.map((other, index) => contact({ ...other, id: `o${index}` })),
          now,
        });
        expect(together).toEqual(alone);
      }),
    );
  });

  it('knows an attribute by the platform’s own key, in any case, and by its label', () => {
    const attributes = [
      { label: 'Order number', value: '4711', key: 'orderNumberStr' },
      { label: 'Ordernumberstr', value: 'other', key: 'ordernumberstr' },
    ];
    const values = variableValues({ contact: contact({ attributes }), now });
    const written = (name: string) =>
      fillVariables(`{{contact.custom_attribute.${name}}}`, values).text;
    expect(written('orderNumberStr')).toBe('4711');
    expect(written('ordernumberstr')).toBe('other');
    expect(written('order_number')).toBe('4711');
    expect(written('Order number')).toBe('4711');
  });

  it('has no entry for what is not known', () => {
    const names = [...variableValues({ now }).keys()];
    expect(names).toEqual(['date', 'date:short', 'date:long', 'date:iso', 'time']);
  });

  it('writes date and time for the language and the zone, and survives unknown ones', () => {
    const at = (language: string, timeZone: string) => variableValues({ now, language, timeZone });
    expect(at('en-GB', 'Europe/Berlin').get('date')).toBe('3 May 2026');
    expect(at('en-GB', 'Europe/Berlin').get('time')).toBe('11:05');
    expect(at('de', 'UTC').get('date:long')).toBe('Sonntag, 3. Mai 2026');
    expect(at('ar-EG', 'Pacific/Kiritimati').get('date:iso')).toBe('2026-05-03');
    expect(at('not a language', 'Nowhere').get('date:iso')).toMatch(/^2026-05-0[234]$/);
  });
});
