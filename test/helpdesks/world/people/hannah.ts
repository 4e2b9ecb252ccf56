import { agent, customer, day, hour, note, told } from '../telling';
import type { StoryConversation, StoryPerson } from '../types';

const articles = [
  'Refuge 2 tents',
  'Crête boots',
  'Combe 45 packs',
  'Lueur 300 torches',
  'Bise jackets',
];
const remarks = [
  'They sell faster than we can unpack them.',
  'A customer asked for them in green.',
  'The window display did its work.',
  'Two boxes were dented, the content is fine.',
  'School holidays begin on Friday, so please hurry.',
  'No hurry at all this time.',
  'Same conditions as in spring, I hope?',
];
const answers = [
  'Confirmed, the pallet leaves tomorrow.',
  'Noted. Production says two weeks.',
  'Half of it today, the rest on Thursday.',
  'Confirmed at 32 % as agreed.',
];

/** The story of one month's order: eight messages, different each month. */
function monthlyOrder(index: number): StoryConversation {
  const pick = (list: string[], step: number): string =>
    list[(index * step + step) % list.length] ?? '';
  const article = pick(articles, 1);
  const pieces = 12 + ((index * 7) % 30);
  return {
    channel: 'email',
    subject: `Shop order ${2_400 + index}: ${pieces} ${article}`,
    status: index === 0 ? 'open' : 'resolved',
    assignee: 'kenji',
    labels: ['b2b'],
    messages: told((index * 27 + 2) * day, [
      customer(`Hi Kenji,\n\nplease send ${pieces} ${article}. ${pick(remarks, 1)}\n\nHannah`),
      agent('kenji', `Hi Hannah,\n\n${pick(answers, 1)}\n\nKenji`, { after: 2 * hour }),
      note('kenji', `Order ${2_400 + index} entered, ${pieces} pieces.`),
      customer(`Thank you. ${pick(remarks, 2)}`, { after: 40 }),
      agent('kenji', `Delivery note ${2_400 + index} is attached.`, {
        after: 5 * hour,
        attachments: [
          { name: `Delivery-${2_400 + index}.pdf`, mime: 'application/pdf', size: 40_000 + index },
        ],
      }),
      customer(`All ${pieces} arrived. ${pick(remarks, 3)}`, { after: day }),
      agent('kenji', pick(answers, 3), { after: 30 }),
      customer('Have a good week!', { after: 12 }),
    ]),
  };
}

export const hannah: StoryPerson = {
  key: 'hannah',
  about: 'A shop that has ordered for over a year: more Kustomer messages than one page holds.',
  kustomer: [
    {
      name: 'Hannah Brightwell',
      email: 'hannah@brightwell-outdoor.example',
      phone: '+12023840143',
      externalId: 'b2b/us/00917',
      company: 'Brightwell Outdoor Supply',
      city: 'Burlington',
      country: 'United States',
      language: 'en-US',
      timeZone: 'America/New_York',
      conversations: Array.from({ length: 15 }, (_, index) => monthlyOrder(14 - index)),
    },
  ],
};
