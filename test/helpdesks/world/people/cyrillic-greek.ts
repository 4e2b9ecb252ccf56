import { agent, customer, day, hour, note, told } from '../telling';
import type { StoryPerson } from '../types';

export const irina: StoryPerson = {
  key: 'irina',
  about: 'Russian; the eight of a national phone form, e-mail in common.',
  kustomer: [
    {
      name: 'Ирина Соколова',
      email: 'irina.sokolova@pochta.example',
      phone: '+79127384056',
      city: 'Ереван',
      country: 'Armenia',
      language: 'ru',
      timeZone: 'Asia/Yerevan',
      conversations: [
        {
          channel: 'email',
          subject: 'Гарантия на рюкзак Combe 45',
          status: 'open',
          assignee: 'tom',
          labels: ['warranty'],
          messages: told(4 * day, [
            customer(
              'Здравствуйте!\n\nНа рюкзаке разошёлся шов у лямки, ему всего полгода. Что нужно для гарантии?\n\nС уважением,\nИрина',
              {
                attachments: [{ name: 'шов.jpg', mime: 'image/jpeg', size: 1_511_872 }],
              },
            ),
            agent('tom', 'Hello Irina,\n\nthe photo is enough, a new one is on its way.\n\nTom', {
              after: 7 * hour,
              quoted: '> На рюкзаке разошёлся шов у лямки',
            }),
            customer('Вот это сервис! Спасибо большое.', { after: day }),
          ]),
        },
      ],
    },
  ],
  chaport: [
    {
      name: 'Ира',
      email: 'IRINA.SOKOLOVA@POCHTA.EXAMPLE',
      phone: '8 (912) 738-40-56',
      language: 'ru',
      notes: 'Пишет по-русски, отвечаем по-английски.',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(160 * day, [
            customer('какой объём рюкзака на 5 дней без палатки?'),
            agent('viktor', '45 литров хватит.'),
            customer('спс'),
          ]),
        },
      ],
    },
  ],
};

export const eleni: StoryPerson = {
  key: 'eleni',
  about: 'Greek; e-mail in common.',
  chatwoot: [
    {
      name: 'Ελένη Παπαδοπούλου',
      email: 'eleni.papadopoulou@tachydromeio.example',
      city: 'Θεσσαλονίκη',
      country: 'Greece',
      language: 'el',
      timeZone: 'Europe/Athens',
      conversations: [
        {
          channel: 'facebook',
          status: 'resolved',
          assignee: 'marc',
          messages: told(38 * day, [
            customer('Καλησπέρα! Οι μπότες Crête είναι καλές για τον Όλυμπο;'),
            agent(
              'marc',
              'Hello Eleni! For Mytikas, yes, and take light gloves for the last part.',
            ),
            customer('Τέλεια, ευχαριστώ πολύ! 🙌'),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      name: 'Eleni P.',
      email: 'eleni.papadopoulou@tachydromeio.example',
      language: 'el',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(20 * hour, [
            customer('Δεν έχω λάβει τιμολόγιο για την παραγγελία AC-18799'),
            note('priya', 'Invoice went to spam, resending.'),
            agent(
              'priya',
              'Hello Eleni, I sent it again just now. Could you look into the spam folder too?',
            ),
            customer('Το βρήκα!'),
          ]),
        },
      ],
    },
  ],
};

/** A Polish customer on Facebook only: no e-mail, no phone, but a name. */
export const agnieszka: StoryPerson = {
  key: 'agnieszka',
  about: 'Polish; a name and nothing else to go by.',
  chatwoot: [
    {
      name: 'Agnieszka Wójcik',
      language: 'pl',
      conversations: [
        {
          channel: 'facebook',
          status: 'open',
          messages: told(7 * hour, [
            customer(
              'Dzień dobry, czy macie sklep w Krakowie? Chciałabym przymierzyć buty, żeby nie zgadywać rozmiaru',
            ),
          ]),
        },
      ],
    },
  ],
};
