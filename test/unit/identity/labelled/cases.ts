import type { Written } from './record';

/** Humans, each as groups of records: what stands in one group may be joined, groups may not. */
export interface Case {
  why: string;
  humans: Written[][][];
}

const cw = (written: Omit<Written, 'platform'>): Written => ({ platform: 'chatwoot', ...written });
const ku = (written: Omit<Written, 'platform'>): Written => ({ platform: 'kustomer', ...written });
const cp = (written: Omit<Written, 'platform'>): Written => ({ platform: 'chaport', ...written });
const ct = (written: Omit<Written, 'platform'>): Written => ({ platform: 'chatra', ...written });

const each = (...records: Written[]): Written[][] => records.map((one) => [one]);

/** Hard cases, made by hand: each is a way in which records were joined wrongly, or not at all. */
export const cases: Case[] = [
  {
    why: 'one address, spelled in several ways',
    humans: [
      [
        [
          cw({ name: 'Ana Souza', email: 'ana.souza@posteo.example.net' }),
          ku({ name: 'A. Souza', email: ' Ana.Souza@Posteo.Example.net' }),
          cp({ email: 'ANA.SOUZA@POSTEO.EXAMPLE.NET\n' }),
        ],
      ],
    ],
  },
  {
    why: 'one number, with and without country code, in the usual country',
    humans: [
      [
        [
          cw({ name: 'Jonas Weber', phone: '+4915112300001' }),
          cp({ name: 'jonas', phone: '0151 123 00001' }),
          ct({ phone: '0049 151 12300001' }),
        ],
      ],
    ],
  },
  {
    why: 'one number, without country code in the contact’s own country',
    humans: [
      [
        [
          cw({ name: 'Maja Lind', phone: '+46703814605' }),
          cp({ name: 'Maja', phone: '070-381 46 05', region: 'SE' }),
        ],
      ],
      [[cp({ name: 'Someone', phone: '070-381 46 05' })]],
    ],
  },
  {
    why: 'one spelling in three countries, told by the places and the languages',
    humans: [
      [
        [
          cw({ name: 'Claire Petit', phone: '+33617294801' }),
          cp({ name: 'claire', phone: '06 17 29 48 01', location: 'Lyon, France' }),
          ct({ phone: '0617294801', language: 'fr-FR' }),
        ],
      ],
      [
        [
          ku({ name: 'Bruna Rossi', phone: '+390617294801' }),
          cp({
            name: 'bruna',
            phone: '06 17 29 48 01',
            location: 'Roma, Italy',
            language: 'fr-FR',
          }),
        ],
      ],
      [[ct({ name: 'Kim', phone: '06 17 29 48 01', location: 'Dover, DE', language: 'en-US' })]],
    ],
  },
  {
    why: 'a chain of different identifiers',
    humans: [
      [
        [
          cw({ email: 'li.wei@chain.example.net', phone: '+4915112300002' }),
          ku({ phone: '+4915112300002', externalId: 'customer-7001' }),
          cp({ email: 'LI.WEI@chain.example.net' }),
        ],
      ],
    ],
  },
  {
    why: 'an office’s address',
    humans: [
      each(cw({ name: 'Tom Hart', email: 'info@hart.example.net' })),
      each(ku({ name: 'Eva Hart', email: 'info@hart.example.net' })),
      each(cp({ name: 'Reception', email: 'Info+web@hart.example.net' })),
      each(ct({ email: 'no-reply@hart.example.net' })),
      each(cw({ email: 'noreply@hart.example.net' }), ku({ email: 'noreply@hart.example.net' })),
    ],
  },
  {
    why: 'addresses typed to please a form',
    humans: [
      each(cw({ name: 'Kim', email: 'test@test.com' })),
      each(ku({ name: 'Lee', email: 'test@test.com' })),
      each(cp({ name: 'Ray', email: 'n/a' })),
      each(ct({ name: 'Joy', email: 'n/a' })),
      each(cw({ name: 'Sam', email: 'user@example.com' })),
      each(ku({ name: 'Pat', email: 'user@example.com' })),
      each(cw({ name: 'Max', email: 'asdf@asdf.com' })),
      each(cp({ name: 'Uwe', email: 'asdf@asdf.com' })),
    ],
  },
  {
    why: 'a mailbox that anybody may open',
    humans: [
      each(cw({ name: 'Ira', email: 'bargain@mailinator.com' })),
      each(ku({ name: 'Ove', email: 'bargain@mailinator.com' })),
      each(cw({ name: 'Una', email: 'x1@box.yopmail.com' })),
      each(cp({ name: 'Ulf', email: 'x1@box.yopmail.com' })),
    ],
  },
  {
    why: 'an address of the own company, used to test',
    humans: [
      each(cw({ name: 'Test order', email: 'bo@ourshop.example.net' })),
      each(ku({ name: 'Demo', email: 'bo@ourshop.example.net' })),
      each(cp({ name: 'Bo', email: 'bo@de.ourshop.example.net' })),
      each(ct({ name: 'Bo', email: 'bo@de.ourshop.example.net' })),
    ],
  },
  {
    why: 'plus addressing',
    humans: [
      each(cw({ email: 'family@nilsson.example.net' })),
      each(ku({ email: 'family+kid@nilsson.example.net' })),
      [
        [
          cp({ email: 'family+dad@nilsson.example.net' }),
          ct({ email: 'Family+dad@nilsson.example.net' }),
        ],
      ],
    ],
  },
  {
    why: 'letters that look alike',
    humans: [
      each(cw({ name: 'Alan', email: 'alan@paypal.example.net' })),
      each(ku({ name: 'Alаn', email: 'alаn@paypal.example.net' })),
      each(cp({ name: 'Alan', email: 'alan@pаypal.example.net' })),
      each(cw({ email: 'jo@muller.example.net' })),
      [[ku({ email: 'jo@müller.example.net' }), cp({ email: 'JO@MÜLLER.example.net' })]],
    ],
  },
  {
    why: 'a couple with one telephone, told apart by their ids on one platform',
    humans: [
      [
        [
          ku({
            name: 'Wilma Berg',
            email: 'wilma@berg.example.net',
            phone: '+4915112300003',
            externalId: 'customer-7101',
          }),
          cw({ name: 'Wilma Berg', email: 'wilma@berg.example.net' }),
        ],
      ],
      [
        [
          ku({
            name: 'Hugo Berg',
            email: 'hugo@berg.example.net',
            phone: '+4915112300003',
            externalId: 'customer-7102',
          }),
          cp({ name: 'Hugo', email: 'hugo@berg.example.net' }),
        ],
      ],
      each(ct({ name: 'Berg', phone: '+4915112300003' })),
    ],
  },
  {
    why: 'one address on two records of a platform whose ids differ',
    humans: [
      [
        [
          ku({ email: 'shared@duo.example.net', externalId: 'customer-7201' }),
          cw({ email: 'shared@duo.example.net', externalId: 'customer-7201' }),
        ],
      ],
      each(ku({ email: 'shared@duo.example.net', externalId: 'customer-7202' })),
      each(cp({ email: 'shared@duo.example.net' })),
    ],
  },
  {
    why: 'a chain that would join two with different ids',
    humans: [
      each(ku({ email: 'first@bridge.example.net', externalId: 'customer-7301' })),
      [
        [
          ku({ email: 'second@bridge.example.net', externalId: 'customer-7302' }),
          // Also knows the first one's address; the id weighs more.
          cw({ email: 'first@bridge.example.net', externalId: 'customer-7302' }),
        ],
      ],
    ],
  },
  {
    why: 'a switchboard’s number',
    humans: Array.from({ length: 7 }, (_none, index) => [
      [
        cw({
          name: `Clerk ${index}`,
          email: `clerk${index}@board.example.net`,
          phone: '+493012345600',
        }),
        ku({ email: `clerk${index}@board.example.net` }),
      ],
    ]),
  },
  {
    why: 'a crowd with one address on one platform, and somebody elsewhere',
    humans: [
      ...Array.from({ length: 8 }, (_none, index) =>
        each(cp({ name: `Pupil ${index}`, email: 'class@school.example.net' })),
      ),
      each(cw({ name: 'Teacher', email: 'class@school.example.net' })),
    ],
  },
  {
    why: 'one name, several humans',
    humans: [
      each(cw({ name: 'Maria Garcia', email: 'mg@one.example.net', company: 'Acme' })),
      each(ku({ name: 'Maria Garcia', email: 'mg@two.example.net', company: 'Acme' })),
      each(cp({ name: 'maria garcia' })),
      each(ct({ name: 'Maria  Garcia', phone: '+4915112300004' })),
    ],
  },
  {
    why: 'one human, nothing but the name in common',
    humans: [
      each(
        cw({ name: 'Olga Smirnova', email: 'olga@home.example.net' }),
        ct({ name: 'Olga Smirnova', phone: '+4915112300005' }),
      ),
    ],
  },
  {
    why: 'numbers that are none',
    humans: [
      each(cw({ phone: '110' })),
      each(cp({ phone: '110' })),
      each(cw({ phone: '1'.repeat(30) })),
      each(cp({ phone: '1'.repeat(30) })),
      each(ct({ phone: '-' })),
      each(cp({ phone: '00' })),
    ],
  },
  {
    why: 'one local number in two countries',
    humans: [
      each(cp({ phone: '0660 1234567', region: 'AT' })),
      each(cw({ phone: '0660 1234567', region: 'CH' })),
      each(ct({ phone: '+496601234567' })),
    ],
  },
  {
    why: 'ids of systems that both count from one',
    humans: [
      each(cw({ externalId: '42' })),
      each(cp({ externalId: '42' })),
      each(cw({ externalId: 'undefined' })),
      each(ku({ externalId: 'undefined' })),
      [[cw({ externalId: 'customer-7401' }), ku({ externalId: 'customer-7401' })]],
    ],
  },
  {
    why: 'duplicates on one platform',
    humans: [
      [
        [
          ct({ email: 'twice@home.example.net' }),
          ct({ email: 'twice@home.example.net' }),
          ku({ email: 'twice@home.example.net' }),
        ],
      ],
    ],
  },
  {
    why: 'an id says the same, the addresses do not',
    humans: [
      [
        [
          cw({ email: 'old@move.example.net', externalId: 'customer-7501' }),
          ku({ email: 'new@move.example.net', externalId: 'customer-7501' }),
          cp({ email: 'new@move.example.net' }),
        ],
      ],
    ],
  },
  {
    why: 'somebody who gave nothing',
    humans: [each(cw({})), each(cp({ name: 'Anna' })), each(ct({ name: 'Anna' })), each(ku({}))],
  },
];
