import { agent, bot, customer, day, hour, note, system, told } from '../telling';
import type { StoryMessage, StoryRecord } from '../types';

const promoCode: StoryMessage[] = told(385 * day, [
  customer('The code WELCOME10 says expired but I got it this morning'),
  agent(
    'viktor',
    'Hi! It was limited to the first 500 orders, sorry. Please use WELCOME10-A, same discount.',
  ),
  customer('works, thank you'),
]);

const offlineMaps: StoryMessage[] = told(210 * day, [
  bot('Welcome to Trail+ 👋 Ask us anything about maps and routes.'),
  customer('How much space do the offline maps of the Alps take? My phone is nearly full'),
  agent('tom', 'The whole range is 2.3 GB. If you choose only the Vanoise it is 180 MB.'),
  customer('180 I can do 😅'),
]);

const accountMerge: StoryMessage[] = told(95 * day, [
  customer('Can you merge my club account with my private one? I always order in the wrong one'),
  note(
    'priya',
    'Two shop accounts: 20418 (private), 20977 (club). Club must stay separate for invoices.',
  ),
  agent(
    'priya',
    'I would keep both, the club needs its own invoices. But I can make the private one your default after sign-in. Shall I?',
    { edited: true },
  ),
  customer('yes please, even better'),
  agent('priya', 'Done ✔️'),
]);

const renewal: StoryMessage[] = told(12 * day, [
  customer('Does Trail+ renew by itself? I want to keep it but with another card'),
  agent(
    'sofia',
    'It renews on the 14th. You can change the card under Account › Payment until the evening before.',
  ),
  customer('found it, changed. merci'),
]);

const socks: StoryMessage[] = told(2 * day + 3 * hour, [
  customer('Quick one: which socks do you recommend with the Crête boots for 180 km?'),
  agent(
    'marc',
    'Bonjour Amélie ! Merino liner plus the Sentier mid. Two pairs, change at noon, no blisters.',
    { after: 6 },
  ),
  customer('added both to my basket 🧦'),
  customer('', {
    after: 1,
    attachments: [{ name: 'my-basket.png', mime: 'image/png', size: 240_118 }],
  }),
  agent('marc', 'Looks right. Enjoy Corsica!', { after: 4 }),
  system('A. Laurent left the site', { after: 3 }),
]);

/** Amélie as Chatra knows her: one conversation that has been going on for a year. */
export const amelieOnChatra: StoryRecord = {
  name: 'A. Laurent',
  email: 'AMELIE.LAURENT@courrier.example',
  phone: '0033 6 17 29 48 36',
  externalId: 'cust_20418',
  city: 'Lyon',
  country: 'France',
  language: 'fr',
  notes: 'Two shop accounts: 20418 private, 20977 club.',
  custom: { Plan: 'Trail+ yearly', 'Last order': 'AC-18830' },
  conversations: [
    {
      channel: 'chat',
      status: 'open',
      messages: [...promoCode, ...offlineMaps, ...accountMerge, ...renewal, ...socks],
    },
  ],
};
