import { agent, customer, day, told } from '../telling';
import type { StoryConversation, StoryPerson } from '../types';

type Short = [daysAgo: number, channel: string, agent: string, question: string, answer: string];

const shorts: Short[] = [
  [
    398,
    'chat',
    'viktor',
    'Do you ship to the Isle of Skye?',
    'We do, two days longer than the mainland.',
  ],
  [
    391,
    'email',
    'viktor',
    'The parcel came. One peg is missing.',
    'Sorry! Six new ones are in the post.',
  ],
  [377, 'chat', 'tom', 'Is there a student discount?', '10 % with a university address.'],
  [
    362,
    'whatsapp',
    'sofia',
    'Which gaiters fit the Crête boots?',
    'The Marais, size M/L for yours.',
  ],
  [350, 'email', 'lena', 'Please change my address to 14 Harbour Road, Portree.', 'Changed.'],
  [333, 'chat', 'tom', 'Trail+ shows me in the sea', 'Please switch GPS to “precise” once.'],
  [321, 'chat', 'tom', 'that did it', '👍'],
  [305, 'whatsapp', 'priya', 'My card was declined twice', 'It expired last month, says the bank.'],
  [
    290,
    'email',
    'marc',
    'Are the spare laces in stock again?',
    'From Monday. I have put a pair aside.',
  ],
  [276, 'chat', 'kenji', 'Can the head torch be charged by USB-C?', 'Yes, since the 2025 model.'],
  [264, 'chat', 'kenji', 'and the older one?', 'Micro USB, I am afraid.'],
  [
    251,
    'email',
    'lena',
    'Returning the fleece, too short in the arms.',
    'Label attached, refund follows.',
  ],
  [240, 'whatsapp', 'lena', 'Refund arrived, thanks', 'Great!'],
  [222, 'chat', 'sofia', 'How do I wash down?', 'Down soap, 30 °C, tennis balls in the dryer.'],
  [204, 'chat', 'sofia', 'tennis balls worked 🎾', 'They always do!'],
  [187, 'email', 'tom', 'Can I gift a year of Trail+ to my brother?', 'Yes: Account › Gifts.'],
  [171, 'chat', 'tom', 'the gift mail never came', 'Sent again, it was in quarantine.'],
  [
    155,
    'whatsapp',
    'priya',
    'Do my Crête boots need waterproofing before the first walk?',
    'Hi Oliver, no: they come treated. Wax them when the leather no longer beads, after some 200 km, and let them dry away from the heater.',
  ],
  [139, 'chat', 'kenji', 'Any gas cartridges left on Skye?', 'The shop in Broadford has ours.'],
  [120, 'email', 'marc', 'My pole tip broke off.', 'Tips are free for life, two are on their way.'],
  [
    104,
    'chat',
    'sofia',
    'Should I spray the Bise jacket to make it waterproof?',
    'Only once water soaks in. Wash it first, spray it while it is damp, then tumble it on low.',
  ],
  [88, 'whatsapp', 'lena', 'Is the sale still on tomorrow?', 'Until Sunday midnight.'],
  [71, 'chat', 'lena', 'ordered before midnight, code refused', 'Applied by hand, £12 back.'],
  [55, 'email', 'priya', 'VAT receipt for AC-18001 please.', 'Attached.'],
  [37, 'chat', 'kenji', 'Is the stove allowed on CalMac ferries?', 'Stove yes, cartridge no.'],
  [22, 'whatsapp', 'tom', 'Trail+ on my watch?', 'Coming this autumn.'],
  [9, 'chat', 'tom', 'beta for the watch?', 'You are on the list!'],
  [
    1,
    'whatsapp',
    'sofia',
    'Do you have the Bise jacket in moss green?',
    'Last one in L, shall I hold it?',
  ],
];

function short([daysAgo, channel, who, question, answer]: Short): StoryConversation {
  return {
    channel,
    status: daysAgo > 5 ? 'resolved' : 'open',
    assignee: who,
    ...(channel === 'email' ? { subject: question } : {}),
    messages: told(daysAgo * day, [customer(question), agent(who, answer, { after: 18 })]),
  };
}

export const oliver: StoryPerson = {
  key: 'oliver',
  about: 'More Chatwoot conversations than one answer of the platform holds, all very short.',
  chatwoot: [
    {
      name: 'Oliver Grant',
      email: 'oliver.grant@skyepost.example',
      phone: '+447704917326',
      city: 'Portree',
      country: 'United Kingdom',
      language: 'en',
      timeZone: 'Europe/London',
      conversations: shorts.map(short),
    },
  ],
  chaport: [
    {
      name: 'Ollie',
      phone: '+44 (0)7704 917326',
      language: 'en',
      conversations: [
        {
          channel: 'chat',
          status: 'resolved',
          messages: told(410 * day, [
            customer('hi do you do lightweight tents for wind'),
            agent('viktor', 'Hi! The Refuge 1 stands 90 km/h, popular on the islands.'),
          ]),
        },
      ],
    },
  ],
};
