import type { Case } from './cases';
import type { Written } from './record';

type Values = Omit<Written, 'platform'>;

/** Two strangers with the same value, on two helpdesks or twice on one. */
function strangers(why: string, values: readonly Values[]): Case {
  return {
    why,
    humans: values.flatMap((value, index): Written[][][] => {
      const second = index % 3 === 0 ? 'chatwoot' : 'kustomer';
      return [
        [[{ platform: 'chatwoot', name: `Lena Maurer ${index}`, ...value }]],
        [[{ platform: second, name: `Igor Petrenko ${index}`, ...value }]],
      ];
    }),
  };
}

/** One human, whose two or more records write the same in several ways. */
function spellings(why: string, humans: readonly (readonly Values[])[]): Case {
  const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;
  return {
    why,
    humans: humans.map((records) => [
      records.map((value, index) => ({ platform: platforms[index % 4] ?? 'chatra', ...value })),
    ]),
  };
}

const phones = (...numbers: string[]) => numbers.map((phone) => ({ phone }));
const emails = (locals: string, domain: string) =>
  locals.split(/\s+/).map((local) => ({ email: `${local}@${domain}` }));

/** Ways in which strangers come to share a value, and in which one human writes one value. */
export const manyCases: Case[] = [
  strangers(
    'numbers that people invent',
    phones(
      ...[
        '0000000000',
        '12345',
        '1234567890',
        '+1 555-555-5555',
        '+49 171 1234567',
        '+1 202 555 0143',
      ],
      ...[
        '+44 7700 900123',
        '+33 6 12 34 56 78',
        '+55 11 99999-9999',
        '+91 98765 43210',
        '+7 900 000 00 00',
      ],
      ...[
        '+34 600 000 000',
        '+39 333 333 3333',
        '+48 123 456 789',
        '+61 491 570 156',
        '+46 70 174 06 43',
      ],
      ...['+86 138 0013 8000', '0151 12121212', '0170 9876543', '030 11223344', '0123456789'],
    ),
  ),
  strangers(
    'ids that are none',
    `[object Object]|{{user.id}}|null|00000000-0000-0000-0000-000000000000|123456|(not set)|undefined|NaN|-1|0|test|guest
    anonymous|N/A|user_undefined|111111|abc123|%USER_ID%|11111111-1111-1111-1111-111111111111|unbekannt|游客|id`
      .split(/[|\n]/)
      .map((externalId) => ({ externalId: externalId.trim() })),
  ),
  strangers(
    'offices in many languages',
    emails(
      `vertrieb ventas comptabilite biuro vendite vendas verkoop prodej ertekesites vanzari prodaja satis forsaljning salg
      myynti muuk pardavimai zakaz поддержка eigyo kefu kundenservice atencion facturacion accueil segreteria`,
      'werkhof.example.net',
    ),
  ),
  strangers(
    'offices in several words',
    emails(
      `customer.service info2 sales.emea accounts-payable tech_support kunden.service vertrieb.nord ufficio.acquisti
      atencion.al.cliente service-client support24 info-de hr.department front.desk no-reply`,
      'werkhof.example.net',
    ),
  ),
  strangers('mailboxes that last for minutes', [
    ...emails('bargain', 'tempmail.plus'),
    ...emails('bargain', 'moakt.cc'),
    ...emails('bargain', 'guerrillamail.biz'),
    ...emails('bargain', 'wegwerfemail.de'),
    ...emails('bargain', 'dropmail.me'),
  ]),
  strangers('more addresses typed to please a form', [
    ...emails('test noemail user abc', 'gmail.com'),
    ...emails('asd', 'asd.asd'),
    ...emails('name', 'domain.com'),
  ]),
  {
    why: 'ids of two accounts of one platform',
    humans: ['77', '1001', '48213', 'K-2023-0045'].flatMap((externalId): Written[][][] => [
      [[{ platform: 'chatwoot', name: 'Lena Maurer', externalId }]],
      [[{ platform: 'chatwoot', account: 'other', name: 'Igor Petrenko', externalId }]],
    ]),
  },
  spellings('numbers of countries that write them in two ways', [
    phones('+55 11 8731-6254', '+55 (11) 98731-6254'),
    phones('+52 1 55 4817 3629', '+52 55 4817 3629', '0052 1 5548173629'),
    phones('+54 9 11 4817-3629', '+54 11 4817-3629', '+54 11 15 4817-3629'),
    phones('+225 07 48 17 36', '+225 07 07 48 17 36'),
    phones('+229 97 48 17 36', '+229 01 97 48 17 36'),
    phones('+241 07 48 17 36', '+241 77 48 17 36'),
    phones('+237 77 48 17 36', '+237 677 48 17 36'),
    phones('+593 8 481 7362', '+593 98 481 7362'),
    phones('+57 1 481 7362', '+57 601 481 7362'),
    phones('+84 168 481 7362', '+84 38 481 7362'),
    phones('+20 12 481 7362', '+20 122 481 7362'),
    phones('+972 59 481 7362', '+970 59 481 7362'),
    phones('+1 202 384 017', '+1 (202) 384 017'),
    phones('+49 30 4817362 ext. 12', '+49 30 4817362 Durchwahl 12'),
    phones('+49 30 4817362 x13', '+49 30 4817362;ext=13'),
    phones('+49 30 4817362', '030 4817362'),
  ]),
  spellings('letters and signs that look the same', [
    [{ email: 'ana.lima@posteo.example.net' }, { email: 'ana.\u200blima@posteo.example.net' }],
    [
      { email: 'bea.lima@posteo.example.net' },
      { email: '\ufeffbea.lima@posteo.example.net\u200e' },
    ],
    [{ email: 'jürgen@bücher.example' }, { email: 'ju\u0308rgen@bu\u0308cher.example' }],
    [{ email: 'kai@bücher.example' }, { email: 'KAI@xn--bcher-kva.example' }],
    [{ email: 'mia@posteo.example.net' }, { email: 'ｍｉａ＠ｐｏｓｔｅｏ.example.net' }],
    [{ phone: '+49 1514 4892611' }, { phone: '＋４９ １５１４ ４８９２６１１' }],
    [{ phone: '+49 1514 4892622' }, { phone: '\u202a+49 1514 4892622\u202c' }],
    [{ phone: '+49 1514 4892633' }, { phone: '+٤٩ ١٥١٤ ٤٨٩٢٦٣٣' }],
    [{ externalId: 'kd-48\u00ad213' }, { externalId: 'kd-48213' }],
    [{ externalId: 'ｋｄ－48299' }, { externalId: 'kd-48299' }],
  ]),
  {
    why: 'ten names at one address on two helpdesks',
    humans: Array.from({ length: 10 }, (_none, index): Written[][] => [
      [
        {
          platform: index % 2 === 0 ? 'chatwoot' : 'chaport',
          name: `Pupil ${index}`,
          email: 'class7@gymnasium-nord.example.net',
        },
      ],
    ]),
  },
  {
    why: 'seven records of one woman',
    humans: [
      [
        ['Inga Dahl', 'inga', 'I. Dahl', 'INGA DAHL', 'Dahl, Inga', 'Inga  Dahl', undefined].map(
          (name, index) => ({
            platform: index < 4 ? 'chaport' : 'chatra',
            email: 'inga.dahl@posteo.example.net',
            ...(name !== undefined && { name }),
          }),
        ),
      ],
    ],
  },
  {
    why: 'an id that is none does not keep apart who shares an address',
    humans: ['null', '(not set)', '{{user.id}}', '[object Object]', '123456'].map(
      (externalId, index) => [
        [
          { platform: 'kustomer', email: `twin${index}.roth@posteo.example.net`, externalId },
          {
            platform: 'kustomer',
            email: `twin${index}.roth@posteo.example.net`,
            externalId: `kd-9${index}17`,
          },
        ],
      ],
    ),
  },
];
