import { agent, bot, customer, day, hour, told } from '../telling';
import type { StoryPerson } from '../types';

export const visitor: StoryPerson = {
  key: 'visitor',
  about: 'No name, e-mail or phone: nothing but a label the platform invents.',
  chaport: [
    {
      country: 'Portugal',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(50, [
            bot('Hi there 👋 Need help choosing?'),
            customer('just looking thanks'),
            agent('sofia', 'Enjoy! I am here if you need me.', { after: 1 }),
          ]),
        },
      ],
    },
  ],
};

export const silver: StoryPerson = {
  key: 'silver',
  about: 'Anonymous on Kustomer, where a display name such as "Silver Scissors" is generated.',
  kustomer: [
    {
      language: 'en-US',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          assignee: 'tom',
          messages: told(13 * day, [
            customer('is the store in Portland open on sundays'),
            agent('tom', '10 to 4 on Sundays!'),
            customer('ty'),
          ]),
        },
      ],
    },
  ],
};

export const texter: StoryPerson = {
  key: 'texter',
  about: 'A nameless phone number that sends an SMS to Kustomer and rings again on Chatra.',
  kustomer: [
    {
      phone: '+12023840178',
      conversations: [
        {
          channel: 'sms',
          status: 'open',
          messages: told(4 * hour, [
            customer('STOP'),
            bot('You will get no more messages from Acme.'),
          ]),
        },
      ],
    },
  ],
  chatra: [
    {
      phone: '+1 (202) 384-0178',
      conversations: [
        {
          channel: 'chat',
          status: 'open',
          messages: told(3 * hour, [
            customer('I texted STOP by mistake, how do I get delivery texts again?'),
            agent('priya', 'Text START to the same number and you are back.', { after: 9 }),
          ]),
        },
      ],
    },
  ],
};

export const emma: StoryPerson = {
  key: 'emma',
  about: 'Known to three platforms, an empty record on Chatwoot and Kustomer.',
  chatwoot: [
    { name: 'Emma Clarke', email: 'emma.clarke@inbox.example', language: 'en', conversations: [] },
  ],
  kustomer: [
    {
      name: 'Emma Clarke',
      email: 'emma.clarke@inbox.example',
      language: 'en-GB',
      conversations: [],
    },
  ],
  chaport: [
    {
      name: 'Emma',
      email: 'emma.clarke@inbox.example',
      language: 'en',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(2 * day, [
            customer('Hello, do gift cards expire?'),
            agent('lena', 'After three years.'),
            customer('Lovely, thanks'),
          ]),
        },
      ],
    },
  ],
};

export const henrik: StoryPerson = {
  key: 'henrik',
  about: 'Danish; signed up and never wrote to anybody anywhere.',
  chatwoot: [
    {
      name: 'Henrik Østergård',
      email: 'henrik@oestergaard.example',
      language: 'da',
      conversations: [],
    },
  ],
};
