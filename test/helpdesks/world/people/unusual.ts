import { agent, bot, customer, day, hour, note, system, told } from '../telling';
import type { StoryPerson } from '../types';

/** Three records on two platforms; only Kustomer proves that the two on Chatwoot are the same man. */
export const michael: StoryPerson = {
  key: 'michael',
  about: 'A duplicate contact in Chatwoot: one by e-mail, one by phone, joined by Kustomer.',
  chatwoot: [
    {
      name: "Michael O'Brien",
      email: 'mick.obrien@eirpost.example',
      language: 'en',
      conversations: [
        {
          channel: 'email',
          subject: 'Trail+ family plan?',
          status: 'resolved',
          assignee: 'sofia',
          messages: told(66 * day, [
            customer('Hi,\n\nis there a family plan? We are five.\n\nMick'),
            agent(
              'sofia',
              'Hi Mick,\n\nup to six people, €59 a year. Link in your account.\n\nSofía',
              {
                after: hour,
              },
            ),
          ]),
        },
      ],
    },
    {
      name: 'Mick 🍀',
      phone: '+353871930947',
      conversations: [
        {
          channel: 'whatsapp',
          status: 'open',
          assignee: 'sofia',
          messages: told(10 * hour, [
            customer('family plan works grand, but the youngest sees no maps'),
            agent('sofia', 'Under 12 the maps need your OK once: Family › Permissions.', {
              after: 7,
            }),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Micheál Ó Briain',
      email: 'Mick.OBrien@eirpost.example',
      phone: '+353871930947',
      country: 'Ireland',
      language: 'ga',
      conversations: [
        {
          channel: 'email',
          subject: 'Billhook delivery to Dingle',
          status: 'resolved',
          assignee: 'tom',
          messages: told(130 * day, [
            customer('Dia duit,\n\nthe courier left it with the sheep.\n\nMicheál'),
            agent('tom', 'Hi Micheál,\n\nreported. Are parcel and sheep well?\n\nTom', {
              after: 30,
            }),
            customer('Both grand.', { after: 15 }),
          ]),
        },
      ],
    },
  ],
};

export const ruth: StoryPerson = {
  key: 'ruth',
  about: 'A phone of thirty digits, an e-mail in capitals with spaces around it.',
  chaport: [
    {
      name: 'RUTH ADLER',
      email: 'RUTH.ADLER@BRIEFKASTEN.EXAMPLE',
      phone: '123456789012345678901234567890',
      language: 'de-AT',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(48 * day, [
            customer('WARUM SCHREIBT DAS FORMULAR, MEINE TELEFONNUMMER SEI FALSCH'),
            agent('lena', 'Guten Tag Frau Adler, ich glaube, da ist die IBAN hineingeraten.'),
            customer('AH JA. DIE FESTSTELLTASTE KLEMMT AUCH.'),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'Ruth Adler',
      email: ' Ruth.Adler@Briefkasten.example ',
      phone: 'abends nach 18 Uhr',
      language: 'de',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(40 * hour, [
            customer('Grüß Gott, die Wanderstöcke sind angekommen, nur die Teller fehlen.'),
            note('lena', 'Teller 3-er Set nachsenden.'),
            agent('lena', 'Sind unterwegs, Frau Adler!', { edited: true }),
          ]),
        },
      ],
    },
  ],
};

export const bjorn: StoryPerson = {
  key: 'bjorn',
  about: 'Swedish; external ids with slashes and other characters of addresses.',
  kustomer: [
    {
      name: 'Björn Ågren',
      email: 'bjorn.agren@brevlada.example',
      phone: '+46703814627',
      externalId: 'acme/se/2024/4711?ref=a&b=c#top',
      language: 'sv',
      conversations: [
        {
          channel: 'form',
          subject: 'Kontaktformulär: trasig dragkedja',
          status: 'resolved',
          assignee: 'marc',
          messages: told(77 * day, [
            customer('Hej! Dragkedjan på vindjackan har gått sönder. Lagar ni?'),
            agent('marc', 'Hej Björn! Yes, send it in, the label is on its way.', {
              after: 2 * hour,
            }),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'Björn',
      email: 'bjorn.agren@brevlada.example',
      phone: '+46 70-381 46 27',
      externalId: 'acme/se/2024/4711',
      language: 'sv',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(58 * day, [
            customer('Jackan är tillbaka och som ny. Tack!'),
            agent('marc', 'Tack själv! 🧵'),
          ]),
        },
      ],
    },
  ],
};

export const kai: StoryPerson = {
  key: 'kai',
  about: 'Emoji of every construction, letters outside the basic plane, flags and families.',
  chaport: [
    {
      name: '🌲 𝓚𝓪𝓲 🏕️',
      email: 'kai@zeltplatz.example',
      language: 'en',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(90, [
            customer('👨‍👩‍👧‍👦 + 🐕‍🦺 = which tent? 🏴󠁧󠁢󠁳󠁣󠁴󠁿🇳🇴'),
            agent('sofia', 'Refuge 4 🙂 (with the dog in the porch)', { after: 1 }),
            customer('👍🏿'),
            customer('🏔️'.repeat(60), { after: 0 }),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: '𝓚𝓪𝓲',
      email: 'kai@zeltplatz.example',
      language: 'en',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(26 * day, [
            bot('Hello! 🤖'),
            customer('Ｆｕｌｌｗｉｄｔｈ, e\u0301 and \u00e9, zero\u200bwidth, ☃︎☃️'),
            system('Chat was closed', { after: 30 }),
          ]),
        },
      ],
    },
  ],
};
