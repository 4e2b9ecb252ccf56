import { agent, customer, day, told } from '../telling';
import type { StoryConversation, StoryPerson } from '../types';

type Exchange = [daysAgo: number, question: string, agent: string, answer: string];

const exchanges: Exchange[] = [
  [300, 'Dobrý den, posíláte do Česka?', 'viktor', 'Dobrý den, ano, za 3 dny.'],
  [262, 'Dá se platit převodem?', 'priya', 'Yes, IBAN is on the invoice.'],
  [
    219,
    'Přišel jiný model čelovky, než jsem objednal',
    'lena',
    'So sorry, the right one leaves today. Please keep the other one.',
  ],
  [
    181,
    'Kde najdu servisní návod ke kempingovému vařiči?',
    'kenji',
    'In the app under Gear › Manuals.',
  ],
  [140, 'Trail+ padá při importu GPX', 'tom', 'Fixed in 5.2.2, please update.'],
  [97, 'Update pomohl, díky', 'tom', 'Great!'],
  [61, 'Máte ještě Refuge 1 v šedé?', 'sofia', 'Back in about a month, shall I note your e-mail?'],
  [30, 'Ano, prosím, stejný e-mail', 'sofia', 'Noted.'],
  [3, 'Měsíc je pryč 🙂 žluťoučký kůň se těší', 'sofia', 'And the grey Refuge 1 is in stock!'],
];

function chat([daysAgo, question, who, answer]: Exchange): StoryConversation {
  return {
    channel: 'chat',
    status: daysAgo > 5 ? 'resolved' : 'open',
    messages: told(daysAgo * day, [customer(question), agent(who, answer, { after: 4 })]),
  };
}

export const pavel: StoryPerson = {
  key: 'pavel',
  about: 'Czech; nine Chaport chats, so that older ones have to be followed link by link.',
  chaport: [
    {
      name: 'Pavel Dvořák',
      email: 'pavel.dvorak@schranka.example',
      phone: '+420 601 234 567',
      city: 'Liberec',
      country: 'Czechia',
      language: 'cs',
      conversations: exchanges.map(chat),
    },
  ],
};
