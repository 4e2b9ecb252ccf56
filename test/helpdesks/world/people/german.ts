import { agent, customer, day, hour, note, system, told } from '../telling';
import type { StoryPerson } from '../types';

/** WhatsApp knows only his phone, the shop only his e-mail; Kustomer has both. */
export const jonas: StoryPerson = {
  key: 'jonas',
  about: 'Three platforms; Chatwoot and Chaport share only the phone, Kustomer adds the e-mail.',
  chatwoot: [
    {
      name: 'Jonas Weber',
      phone: '+491713920041',
      city: 'Leipzig',
      country: 'Germany',
      language: 'de',
      timeZone: 'Europe/Berlin',
      conversations: [
        {
          channel: 'whatsapp',
          status: 'open',
          assignee: 'lena',
          labels: ['repair'],
          messages: told(9 * hour, [
            customer(
              'Moin, bei meinem Kocher ist der Schlauch undicht. Kann ich nur den Schlauch nachkaufen?',
            ),
            customer('', {
              attachments: [{ name: 'IMG_2291.jpg', mime: 'image/jpeg', size: 1_933_120 }],
            }),
            agent(
              'lena',
              'Hallo Jonas, bitte den Kocher nicht mehr benutzen! Den Schlauch gibt es einzeln, Größe bitte noch kurz nachmessen.',
              { after: 12 },
            ),
            customer('30 cm, steht drauf. Übrigens schöne Grüße aus der Sächsischen Schweiz'),
            note('lena', 'Ersatzteil 77-301 reserviert, auf Kulanz.'),
          ]),
        },
      ],
    },
  ],
  kustomer: [
    {
      name: 'Weber, Jonas',
      email: 'jonas.weber@posteo.example',
      phone: '+491713920041',
      city: 'Leipzig',
      country: 'Germany',
      language: 'de-DE',
      conversations: [
        {
          channel: 'email',
          subject: 'Rücksendung Stirnlampe',
          status: 'resolved',
          assignee: 'lena',
          labels: ['return'],
          messages: told(88 * day, [
            customer(
              'Guten Tag,\n\ndie Stirnlampe ist leider zu schwer für meinen Zweck. Wie läuft die Rücksendung?\n\nMit freundlichen Grüßen\nJonas Weber',
            ),
            agent(
              'lena',
              'Hallo Herr Weber,\n\ndas Etikett hängt an. Einfach in die alte Schachtel und ab zur Post.\n\nViele Grüße\nLena',
              {
                after: 2 * hour,
                attachments: [
                  { name: 'Rücksendeetikett.pdf', mime: 'application/pdf', size: 55_118 },
                ],
                quoted:
                  'Am Montag schrieb Weber, Jonas:\n> die Stirnlampe ist leider zu schwer für meinen Zweck.',
              },
            ),
          ]),
        },
      ],
    },
  ],
  chaport: [
    {
      name: 'jonas_w',
      phone: '0049 (0) 171 / 39 200 41',
      language: 'de',
      country: 'Germany',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(200 * day, [
            customer('Gibt es die Isomatte auch in lang? Ich bin 1,96 m'),
            agent('viktor', 'Ja, als „Schlummer XL“, 198 cm.'),
            customer('knapp, aber reicht 😅'),
          ]),
        },
      ],
    },
  ],
};

/** The first of two people behind one role address; see `reto`. */
export const sabine: StoryPerson = {
  key: 'sabine',
  about: 'Writes from info@bergfreunde-allgaeu.example, as Reto does on Kustomer: two people.',
  chatwoot: [
    {
      name: 'Sabine Koch',
      email: 'info@bergfreunde-allgaeu.example',
      company: 'Bergfreunde Allgäu e. V.',
      language: 'de',
      conversations: [
        {
          channel: 'email',
          subject: 'Leihausrüstung für die Jugendgruppe',
          status: 'pending',
          assignee: 'lena',
          messages: told(6 * day, [
            customer(
              'Hallo zusammen,\n\nverleihen Sie auch Klettersteigsets? Wir bräuchten acht Stück für ein Wochenende.\n\nSabine Koch, Jugendleitung',
            ),
            agent(
              'lena',
              'Hallo Frau Koch,\n\nverleihen leider nicht, aber ich frage unseren Laden in Kempten.\n\nLena',
              { after: 5 * hour },
            ),
          ]),
        },
      ],
    },
  ],
};

export const reto: StoryPerson = {
  key: 'reto',
  about: 'The second person behind info@bergfreunde-allgaeu.example.',
  kustomer: [
    {
      name: 'Reto Zbinden',
      email: 'info@bergfreunde-allgaeu.example',
      company: 'Bergfreunde Allgäu e. V.',
      language: 'de-CH',
      conversations: [
        {
          channel: 'email',
          subject: 'Mahnung trotz Zahlung',
          status: 'open',
          assignee: 'priya',
          labels: ['billing'],
          messages: told(3 * day, [
            customer(
              'Grüezi\n\nWir haben die Rechnung 2026-0911 am 3. bezahlt und trotzdem eine Mahnung erhalten. Bitte prüfen.\n\nFreundliche Grüsse\nReto Zbinden, Kassier',
            ),
            note('priya', 'Zahlung ohne Rechnungsnummer eingegangen, Buchhaltung ordnet zu.', {
              after: 90,
            }),
          ]),
        },
      ],
    },
  ],
};

/** A text longer than any panel, and unusual times. */
export const felix: StoryPerson = {
  key: 'felix',
  about: 'A message of 200,000 characters, one from the future, three in the same minute.',
  chatwoot: [
    {
      name: 'Dr. Felix Brandt',
      email: 'felix.brandt@uni-freiburg.example',
      company: 'Institut für Geographie',
      language: 'de',
      conversations: [
        {
          channel: 'email',
          subject: 'Trail+ crash log, complete',
          status: 'open',
          assignee: 'tom',
          messages: told(4 * day, [
            customer(
              `${'12:00:01.113 W/TrailPlus: tile cache miss z=14 x=8512 y=5634\n'.repeat(4_000)}`.slice(
                0,
                200_000,
              ),
            ),
            agent('tom', 'Thank you, that is certainly complete. I am reading.', { after: 30 }),
          ]),
        },
        {
          channel: 'chat',
          status: 'open',
          messages: told(2 * hour, [
            customer('first of three in one minute'),
            customer('second of three in one minute', { after: 0 }),
            customer('third of three in one minute', { after: 0 }),
            system('Conversation was reopened', { after: 0 }),
            customer('My laptop clock is wrong, this one may come from tomorrow', {
              after: 2 * hour + day,
            }),
          ]),
        },
      ],
    },
  ],
};
