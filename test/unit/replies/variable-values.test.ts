import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../lib/model/contact';
import { fillVariables } from '../../../lib/replies/fill-variables';
import { variableValues } from '../../../lib/replies/variable-values';

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
    ['王，小明', '小明 王', '小明', '王'],
    ['Ana Souza, PhD', 'Ana Souza, PhD', 'Ana', 'Souza'],
    ['Acme, Inc.', 'Acme, Inc.', 'Acme', undefined],
    ['Martin King, Jr.', 'Martin King, Jr.', 'Martin', 'King'],
    ['Kim, Se-jin', 'Se-jin Kim', 'Se-jin', 'Kim'],
    ['Souza, Ana, Lisbon', 'Souza, Ana, Lisbon', 'Souza', 'Lisbon'],
    ['Souza, ', 'Souza,', 'Souza', undefined],
  ])('turns %s where a comma says that the last name comes first', (name, full, first, last) => {
    const values = variableValues({ contact: contact({ name }), now });
    expect(values.get('contact.name')).toBe(full);
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

  it('takes what the contact on screen lacks from the same person elsewhere', () => {
    const values = variableValues({
      contact: contact({
        emails: [' a@x.example '],
        attributes: [{ label: 'Plan', value: 'Pro' }],
      }),
      alsoKnownAs: [
        contact({
          name: 'bo',
          emails: ['b@x.example'],
          phones: ['+46 1'],
          attributes: [
            { label: 'plan', value: 'Free' },
            { label: 'Customer since', value: '2019' },
          ],
        }),
      ],
      personName: 'nobody',
      now,
    });
    expect(Object.fromEntries(values)).toMatchObject({
      'contact.id': '7',
      'contact.name': 'Bo',
      'contact.email': 'a@x.example',
      'contact.phone_number': '+46 1',
      'contact.custom_attribute.plan': 'Pro',
      'contact.custom_attribute.customer since': '2019',
      'contact.custom_attribute.customer_since': '2019',
    });
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
